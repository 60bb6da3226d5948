import { BlobValue } from '../../../data/values/blob.ts';
import { isRunningTest } from '../../runtime/async.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import type { ApexList } from '../../runtime/collections/list.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import type { CookieValue } from './cookie.ts';

/** A `System.PageReference`: an address with parameters. The local org shows no Visualforce pages; only the address is kept. */
export class PageReferenceValue {
  private readonly path: string;
  readonly parameters = new ApexMap('String', 'String');
  readonly headers = new ApexMap('String', 'String');
  readonly cookies = new ApexMap('String', 'System.Cookie');
  anchor: string | null;
  redirect: boolean | null = null;

  constructor(address: string) {
    const [, path = '', query = '', anchor = null] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
    this.path = path;
    this.anchor = anchor;
    for (const [name, value] of new URLSearchParams(query)) {
      this.parameters.put(name, value);
    }
  }

  get url(): string {
    const query = new URLSearchParams();
    for (const { key, value } of this.parameters.pairs()) {
      query.append(String(key), String(value ?? ''));
    }
    return `${this.path}${query.size === 0 ? '' : `?${query.toString()}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }

  [PRINTED](): string {
    return `System.PageReference[${this.url}]`;
  }
}

type Self = PageReferenceValue;

/** No page is rendered: tests get what the platform gives them, everybody else is told. */
function content(): BlobValue {
  return isRunningTest()
    ? BlobValue.of('UNIT.TEST PLACEHOLDER')
    : raise('System.UnsupportedOperationException', 'The local org renders no Visualforce pages');
}

/** `System.PageReference`. */
export const pageReferenceClasses: readonly LibraryClass[] = [
  {
    name: 'System.PageReference',
    isInstance: (value) => value instanceof PageReferenceValue,
    members: {
      'new(String address)': (address: string | null) => new PageReferenceValue(address ?? raiseNull('Argument 1 cannot be null')),
      'static PageReference forResource(String name)': (name: string) => new PageReferenceValue(`/resource/${name}`),
      'static PageReference forResource(String name, String path)': (name: string, path: string) =>
        new PageReferenceValue(`/resource/${name}/${path}`),
      'Blob getContent()': content,
      'Blob getContentAsPDF()': content,
      'Map<String, Cookie> getCookies()': (self: Self) => self.cookies,
      'Map<String, String> getHeaders()': (self: Self) => self.headers,
      'void setCookies(List<Cookie> cookies)': (self: Self, cookies: ApexList | null): void => {
        for (const cookie of (cookies ?? raiseNull('Argument 1 cannot be null')).elements as CookieValue[]) {
          self.cookies.put(cookie.name, cookie);
        }
      },
      'String getAnchor()': (self: Self) => self.anchor,
      'Map<String, String> getParameters()': (self: Self) => self.parameters,
      'Boolean getRedirect()': (self: Self) => self.redirect,
      'String getUrl()': (self: Self) => self.url,
      'PageReference setAnchor(String anchor)': (self: Self, anchor: string | null): Self => {
        self.anchor = anchor;
        return self;
      },
      'PageReference setRedirect(Boolean redirect)': (self: Self, redirect: boolean | null): Self => {
        self.redirect = redirect;
        return self;
      },
    },
  },
];
