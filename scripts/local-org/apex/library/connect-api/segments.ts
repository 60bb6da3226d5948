import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { defineEnum } from '../../runtime/enum.ts';
import type { EnumConstant } from '../../runtime/enum.ts';
import { raise } from '../../runtime/exception.ts';
import { bagOf } from '../property-class.ts';
import type { PropertyBag } from '../property-class.ts';
import { uncountedQuery } from '../running-user.ts';
import { SEGMENT_TYPES } from './feed-outputs.ts';

/** The tags that a body in HTML has for marked-up text. */
const TAGS: Readonly<Record<string, string>> = {
  Bold: 'b',
  Code: 'code',
  Hyperlink: 'a',
  Italic: 'i',
  ListItem: 'li',
  OrderedList: 'ol',
  Paragraph: 'p',
  Strikethrough: 's',
  Underline: 'u',
  UnorderedList: 'ul',
};

const LINK_OR_HASHTAG = /(?<link>https?:\/\/\S*[^\s.,;:!?)])|#(?<tag>\w+)/g;

/** A segment as it comes back, with what it adds to a body in HTML. */
export interface WrittenSegment {
  readonly segment: PropertyBag;
  readonly html: string;
}

/**
 * What a segment of a post becomes: text is parted where it names links and hashtags.
 *
 * @throws ApexException `ConnectApi.ConnectApiException` for a mention of what is neither user nor group.
 */
export function writeSegment(input: PropertyBag): WrittenSegment[] {
  const value = (name: string): string => (input.values.get(name) as string | null | undefined) ?? '';
  switch (input.type.replace('ConnectApi.', '')) {
    case 'TextSegmentInput':
      return writeText(value('text'));
    case 'LinkSegmentInput':
      return [link(value('url'))];
    case 'HashtagSegmentInput':
      return [hashtag(value('tag'))];
    case 'MentionSegmentInput':
      return [mention(value('id'))];
    case 'EntityLinkSegmentInput':
      return [entityLink(value('entityId'))];
    case 'InlineImageSegmentInput':
      return [image(value('fileId'), value('altText'))];
    default:
      return [markup(input)];
  }
}

function written(kind: string, text: string, html: string, more: Readonly<Record<string, unknown>> = {}): WrittenSegment {
  const type = defineEnum('ConnectApi.MessageSegmentType', SEGMENT_TYPES).find(({ name }) => name === kind);
  return { segment: bagOf(`ConnectApi.${kind}Segment`, { text, type, ...more }), html };
}

function writeText(text: string): WrittenSegment[] {
  const parts: WrittenSegment[] = [];
  let end = 0;
  for (const found of text.matchAll(LINK_OR_HASHTAG)) {
    parts.push(...plain(text.slice(end, found.index)));
    parts.push(found.groups?.link === undefined ? hashtag(found.groups?.tag ?? '') : link(found.groups.link));
    end = found.index + found[0].length;
  }
  return [...parts, ...plain(text.slice(end))];
}

function plain(text: string): WrittenSegment[] {
  return text === '' ? [] : [written('Text', text, escaped(text))];
}

function link(url: string): WrittenSegment {
  return written('Link', url, `<a href="${escaped(url)}">${escaped(url)}</a>`, { url });
}

function hashtag(tag: string): WrittenSegment {
  return written('Hashtag', `#${tag}`, escaped(`#${tag}`), { tag });
}

function mention(id: string): WrittenSegment {
  if (!/^(?:005|0F9)/.test(id)) {
    raise('ConnectApi.ConnectApiException', 'Only user and group IDs may be used in inline mentions.');
  }
  const name = nameOf(id);
  const record = bagOf(id.startsWith('005') ? 'ConnectApi.UserSummary' : 'ConnectApi.ActorWithId', { id, name });
  return written('Mention', `@${name}`, escaped(`@${name}`), { accessible: true, name, record });
}

function entityLink(id: string): WrittenSegment {
  const name = nameOf(id);
  const reference = bagOf('ConnectApi.Reference', { id, url: `/services/data/v65.0/sobjects/${id}` });
  return written('EntityLink', name, `<a href="/${escaped(id)}">${escaped(name)}</a>`, { reference });
}

function image(fileId: string, altText: string): WrittenSegment {
  const thumbnails = bagOf('ConnectApi.FilePreviewCollection', { fileId });
  return written('InlineImage', altText, `<img src="sfdc://${escaped(fileId)}" alt="${escaped(altText)}"></img>`, { altText, thumbnails });
}

function markup(input: PropertyBag): WrittenSegment {
  const markupType = input.values.get('markupType') as EnumConstant;
  const htmlTag = TAGS[markupType.name];
  const begins = input.type === 'ConnectApi.MarkupBeginSegmentInput';
  return written(begins ? 'MarkupBegin' : 'MarkupEnd', '', begins ? `<${htmlTag}>` : `</${htmlTag}>`, { htmlTag, markupType });
}

/** The name of a record, as a post shows it. */
export function nameOf(id: string): string {
  const transaction = currentTransaction();
  const object = transaction.schema.objectOfPrefix(id.slice(0, 3));
  const field = object?.nameField;
  const query = object && field && `SELECT ${field} FROM ${object.name} WHERE Id = :id`;
  const [row] = query ? uncountedQuery(transaction, query, new Map([['id', id]])) : [];
  return (row?.get(field ?? 'Id') as string | null | undefined) ?? raise('ConnectApi.ConnectApiException', `Invalid identifier: ${id}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A body of segments, as a post or a comment has it. */
export function bodyOf(segments: readonly WrittenSegment[], isRichText: boolean): PropertyBag {
  return bagOf('ConnectApi.FeedBody', {
    isRichText,
    messageSegments: new ApexList(
      'ConnectApi.MessageSegment',
      segments.map(({ segment }) => segment),
    ),
    text: segments.map(({ segment }) => String(segment.values.get('text') ?? '')).join(''),
  });
}
