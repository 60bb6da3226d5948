import { ApexMap } from '../../runtime/collections/map.ts';
import { raiseNull } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';

/** A `System.PageReference`: an address with parameters. The local org shows no Visualforce pages; only the address is kept. */
export class PageReferenceValue {
  private readonly path: string;
  readonly parameters = new ApexMap('String', 'String');
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

/** `System.PageReference`; what `System.Network` and `System.Site` say where there is no site. */
export const pageReferenceClasses: readonly LibraryClass[] = [
  {
    name: 'System.PageReference',
    isInstance: (value) => value instanceof PageReferenceValue,
    members: {
      'new(String address)': (address: string | null) => new PageReferenceValue(address ?? raiseNull('Argument 1 cannot be null')),
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
  {
    name: 'System.Network',
    members: {
      'static PageReference communitiesLanding()': () => new PageReferenceValue(''),
      'static String getLoginUrl(String networkId)': () => null,
      'static String getLogoutUrl(String networkId)': () => null,
      'static String getNetworkId()': () => null,
      'static String getSelfRegUrl(String networkId)': () => null,
    },
  },
  { name: 'System.Site', members: { 'static Id getSiteId()': () => null } },
];
