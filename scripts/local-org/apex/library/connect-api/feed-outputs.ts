import type { LibraryClass } from '../declaration.ts';
import { connectClass, connectEnum } from './connect-class.ts';

export const MARKUP_TYPES = [
  'Bold',
  'Code',
  'Hyperlink',
  'Italic',
  'ListItem',
  'OrderedList',
  'Paragraph',
  'Strikethrough',
  'Underline',
  'UnorderedList',
];

export const SEGMENT_TYPES = [
  'EntityLink',
  'FieldChange',
  'FieldChangeName',
  'FieldChangeValue',
  'Hashtag',
  'InlineImage',
  'Link',
  'MarkupBegin',
  'MarkupEnd',
  'Mention',
  'MoreChanges',
  'ResourceLink',
  'Text',
];

export const ELEMENT_TYPES = ['Bundle', 'FeedItem', 'Recommendation'];

/** What stands in a feed, as it comes back. */
export const feedOutputClasses: readonly LibraryClass[] = [
  connectEnum('MarkupType', MARKUP_TYPES),
  connectEnum('MessageSegmentType', SEGMENT_TYPES),
  connectEnum('FeedElementType', ELEMENT_TYPES),
  connectEnum('FeedItemVisibilityType', ['AllUsers', 'InternalUsers']),
  connectClass('Reference', { id: 'String', url: 'String' }),
  connectClass('Motif', { color: 'String', largeIconUrl: 'String', mediumIconUrl: 'String', smallIconUrl: 'String', svgIconUrl: 'String' }),
  connectClass('Actor', { name: 'String', type: 'String' }),
  connectClass('ActorWithId', { id: 'String', motif: 'ConnectApi.Motif', recordViewUrl: 'String', url: 'String' }, 'Actor'),
  connectClass(
    'User',
    { companyName: 'String', displayName: 'String', firstName: 'String', lastName: 'String', title: 'String' },
    'ActorWithId',
  ),
  connectClass('UserSummary', { isActive: 'Boolean' }, 'User'),
  connectClass('FilePreviewCollection', { fileId: 'String', url: 'String', versionNumber: 'String' }),
  connectClass('MessageSegment', { text: 'String', type: 'ConnectApi.MessageSegmentType' }),
  connectClass('TextSegment', {}, 'MessageSegment'),
  connectClass(
    'MentionSegment',
    { accessible: 'Boolean', name: 'String', record: 'ConnectApi.ActorWithId', user: 'ConnectApi.UserSummary' },
    'MessageSegment',
  ),
  connectClass('HashtagSegment', { tag: 'String', topicUrl: 'String', url: 'String' }, 'MessageSegment'),
  connectClass('LinkSegment', { url: 'String' }, 'MessageSegment'),
  connectClass('EntityLinkSegment', { motif: 'ConnectApi.Motif', reference: 'ConnectApi.Reference' }, 'MessageSegment'),
  connectClass(
    'MarkupBeginSegment',
    { altText: 'String', htmlTag: 'String', markupType: 'ConnectApi.MarkupType', url: 'String' },
    'MessageSegment',
  ),
  connectClass('MarkupEndSegment', { htmlTag: 'String', markupType: 'ConnectApi.MarkupType' }, 'MessageSegment'),
  connectClass(
    'InlineImageSegment',
    {
      altText: 'String',
      contentSize: 'Integer',
      fileExtension: 'String',
      thumbnails: 'ConnectApi.FilePreviewCollection',
      url: 'String',
    },
    'MessageSegment',
  ),
  connectClass('AbstractMessageBody', { isRichText: 'Boolean', messageSegments: 'List<ConnectApi.MessageSegment>', text: 'String' }),
  connectClass('FeedBody', {}, 'AbstractMessageBody'),
  connectClass('MessageBody', {}, 'AbstractMessageBody'),
  connectClass('FeedElement', {
    body: 'ConnectApi.FeedBody',
    createdDate: 'Datetime',
    feedElementType: 'ConnectApi.FeedElementType',
    header: 'ConnectApi.MessageBody',
    id: 'String',
    modifiedDate: 'Datetime',
    parent: 'ConnectApi.ActorWithId',
    relativeCreatedDate: 'String',
    url: 'String',
  }),
  connectClass(
    'FeedItem',
    { actor: 'ConnectApi.Actor', event: 'Boolean', photoUrl: 'String', visibility: 'ConnectApi.FeedItemVisibilityType' },
    'FeedElement',
  ),
  connectClass('Comment', {
    body: 'ConnectApi.FeedBody',
    createdDate: 'Datetime',
    feedElement: 'ConnectApi.Reference',
    id: 'String',
    parent: 'ConnectApi.Reference',
    relativeCreatedDate: 'String',
    threadLevel: 'Integer',
    threadParentId: 'String',
    url: 'String',
    user: 'ConnectApi.UserSummary',
  }),
];
