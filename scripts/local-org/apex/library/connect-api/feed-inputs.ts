import type { LibraryClass } from '../declaration.ts';
import { connectClass } from './connect-class.ts';

/** What is posted to a feed: a body made of segments. */
export const feedInputClasses: readonly LibraryClass[] = [
  connectClass('MessageSegmentInput', { type: 'ConnectApi.MessageSegmentType' }),
  connectClass('TextSegmentInput', { text: 'String' }, 'MessageSegmentInput'),
  connectClass('MentionSegmentInput', { id: 'String', username: 'String' }, 'MessageSegmentInput'),
  connectClass('HashtagSegmentInput', { tag: 'String' }, 'MessageSegmentInput'),
  connectClass('LinkSegmentInput', { url: 'String' }, 'MessageSegmentInput'),
  connectClass('EntityLinkSegmentInput', { entityId: 'String' }, 'MessageSegmentInput'),
  connectClass('MarkupBeginSegmentInput', { markupType: 'ConnectApi.MarkupType', url: 'String' }, 'MessageSegmentInput'),
  connectClass('MarkupEndSegmentInput', { markupType: 'ConnectApi.MarkupType' }, 'MessageSegmentInput'),
  connectClass('InlineImageSegmentInput', { altText: 'String', fileId: 'String' }, 'MessageSegmentInput'),
  connectClass('MessageBodyInput', { messageSegments: 'List<ConnectApi.MessageSegmentInput>' }),
  connectClass('FeedElementInput', { feedElementType: 'ConnectApi.FeedElementType', subjectId: 'String' }),
  connectClass(
    'FeedItemInput',
    { body: 'ConnectApi.MessageBodyInput', originalFeedElementId: 'String', visibility: 'ConnectApi.FeedItemVisibilityType' },
    'FeedElementInput',
  ),
  connectClass('CommentInput', { body: 'ConnectApi.MessageBodyInput', threadParentId: 'String' }),
];
