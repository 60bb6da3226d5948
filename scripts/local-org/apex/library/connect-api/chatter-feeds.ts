import { SObjectRecord } from '../../../data/record.ts';
import type { Value } from '../../../data/record.ts';
import { SYSTEM } from '../../../data/transaction.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import type { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { bagOf } from '../property-class.ts';
import type { PropertyBag } from '../property-class.ts';
import { ELEMENT_TYPES } from './feed-outputs.ts';
import { requireRealData } from './real-data.ts';
import { bodyOf, nameOf, writeSegment } from './segments.ts';
import type { WrittenSegment } from './segments.ts';

const RICH = /^ConnectApi\.(?:Markup|InlineImage|EntityLink)/;

/** A post on the feed of a record, a group, or (`me`) of the running user: a `FeedItem`. */
function post(subject: string | null, segments: readonly WrittenSegment[]): PropertyBag {
  const parent = subject === 'me' || subject === null ? currentTransaction().userId : subject;
  const text = written(segments);
  const id = insert('FeedItem', { ParentId: parent, Body: text.body, IsRichText: text.isRich });
  const type = defineEnum('ConnectApi.FeedElementType', ELEMENT_TYPES).find(({ name }) => name === 'FeedItem');
  const now = new DatetimeValue(currentTransaction().now());
  return bagOf('ConnectApi.FeedItem', {
    id,
    body: bodyOf(segments, text.isRich),
    feedElementType: type,
    parent: bagOf('ConnectApi.ActorWithId', { id: parent }),
    actor: runningUser(),
    createdDate: now,
    modifiedDate: now,
    url: `/services/data/v65.0/chatter/feed-elements/${id}`,
  });
}

/** A comment on a post: a `FeedComment`. */
function comment(feedElementId: string | null, segments: readonly WrittenSegment[]): PropertyBag {
  const text = written(segments);
  const id = insert('FeedComment', { FeedItemId: feedElementId ?? raiseNull(), CommentBody: text.body, IsRichText: text.isRich });
  return bagOf('ConnectApi.Comment', {
    id,
    body: bodyOf(segments, text.isRich),
    feedElement: bagOf('ConnectApi.Reference', { id: feedElementId }),
    user: runningUser(),
    createdDate: new DatetimeValue(currentTransaction().now()),
    url: `/services/data/v65.0/chatter/comments/${id}`,
  });
}

function runningUser(): PropertyBag {
  const id = currentTransaction().userId;
  return bagOf('ConnectApi.UserSummary', { id, name: nameOf(id), displayName: nameOf(id), isActive: true });
}

/** A body as its record keeps it: HTML where anything is marked up, else plain text. */
function written(segments: readonly WrittenSegment[]): { body: string; isRich: boolean } {
  const isRich = segments.some(({ segment }) => RICH.test(segment.type));
  const parts = segments.map(({ segment, html }) => (isRich ? html : String(segment.values.get('text') ?? '')));
  return { body: parts.join(''), isRich };
}

function insert(objectName: string, contents: Readonly<Record<string, Value>>): string {
  const transaction = currentTransaction();
  const object = transaction.schema.object(objectName) ?? raise('ConnectApi.ConnectApiException', `The org has no ${objectName}.`);
  const record = new SObjectRecord(object);
  for (const [name, value] of Object.entries(contents)) {
    record.put(name, value);
  }
  transaction.insert([record], { ...SYSTEM, allOrNone: true });
  return record.id as string;
}

/** The segments of an input with a body. */
function segmentsOf(input: PropertyBag | null): WrittenSegment[] {
  const body = (input ?? raiseNull()).values.get('body') as PropertyBag | null | undefined;
  const segments = body?.values.get('messageSegments') as ApexList | null | undefined;
  return ((segments?.elements ?? []) as PropertyBag[]).flatMap(writeSegment);
}

const ofText = (text: string | null): WrittenSegment[] => writeSegment(bagOf('ConnectApi.TextSegmentInput', { text }));

/** Posts and comments; the local org has no communities, and keeps what is posted as `FeedItem` and `FeedComment`. */
export const chatterFeedClasses: readonly LibraryClass[] = [
  {
    name: 'ConnectApi.ChatterFeeds',
    members: {
      'static ConnectApi.FeedElement postFeedElement(String communityId, ConnectApi.FeedElementInput element)': (
        _communityId: string | null,
        element: PropertyBag | null,
      ): PropertyBag => {
        requireRealData();
        const segments = segmentsOf(element);
        return post((element?.values.get('subjectId') as string | null | undefined) ?? null, segments);
      },
      'static ConnectApi.FeedElement postFeedElement(String communityId, String subjectId, ConnectApi.FeedElementType type, String text)': (
        _communityId: string | null,
        subjectId: string | null,
        _type: unknown,
        text: string | null,
      ): PropertyBag => {
        requireRealData();
        return post(subjectId, ofText(text));
      },
      'static ConnectApi.Comment postCommentToFeedElement(String communityId, String feedElementId, String text)': (
        _communityId: string | null,
        feedElementId: string | null,
        text: string | null,
      ): PropertyBag => {
        requireRealData();
        return comment(feedElementId, ofText(text));
      },
      'static ConnectApi.Comment postCommentToFeedElement(String communityId, String feedElementId, ConnectApi.CommentInput comment, ConnectApi.BinaryInput upload)':
        (_communityId: string | null, feedElementId: string | null, input: PropertyBag | null, upload: unknown): PropertyBag => {
          requireRealData();
          if (upload !== null) {
            raise('System.UnsupportedOperationException', 'The local org takes no uploads with comments.');
          }
          return comment(feedElementId, segmentsOf(input));
        },
    },
  },
];
