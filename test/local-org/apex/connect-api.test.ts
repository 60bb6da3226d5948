import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const POST = `
    public static ConnectApi.FeedElement post() {
        ConnectApi.MessageBodyInput body = new ConnectApi.MessageBodyInput();
        ConnectApi.TextSegmentInput text = new ConnectApi.TextSegmentInput();
        text.text = 'See https://x.test #news';
        ConnectApi.MentionSegmentInput mention = new ConnectApi.MentionSegmentInput();
        mention.id = UserInfo.getUserId();
        ConnectApi.MarkupBeginSegmentInput bold = new ConnectApi.MarkupBeginSegmentInput();
        bold.markupType = ConnectApi.MarkupType.Bold;
        body.messageSegments = new List<ConnectApi.MessageSegmentInput>{ text, mention, bold };
        ConnectApi.FeedItemInput input = new ConnectApi.FeedItemInput();
        input.body = body;
        input.subjectId = 'me';
        return ConnectApi.ChatterFeeds.postFeedElement(null, input);
    }`;

const project = createApexProject({
  'Feed.cls': `public class Feed {${POST}\n}`,
  'FeedTest.cls': `@IsTest
private class FeedTest {
    @IsTest static void siloed() { Feed.post(); }
    @IsTest(SeeAllData=true) static void open() { System.assertEquals(1, [SELECT COUNT() FROM FeedItem WHERE Id = :Feed.post().id]); }
}`,
});
after(() => project.close());

it('keeps a post as FeedItem and gives it back in segments', () => {
  assert.deepEqual(project.mistakes, []);
  const lines = project.run(`
    ConnectApi.FeedElement post = Feed.post();
    for (ConnectApi.MessageSegment segment : post.body.messageSegments) {
      System.debug(segment.type + (segment instanceof ConnectApi.MentionSegment ? ' ' + (((ConnectApi.MentionSegment) segment).record.id == UserInfo.getUserId()) : ''));
    }
    System.debug([SELECT Body FROM FeedItem WHERE Id = :post.id].Body.contains('<b>'));
    ConnectApi.TextSegmentInput one = new ConnectApi.TextSegmentInput();
    ConnectApi.TextSegmentInput other = new ConnectApi.TextSegmentInput();
    one.text = 'x';
    System.debug(one == other);
    other.text = 'x';
    System.debug(one == other);
    ConnectApi.Comment comment = ConnectApi.ChatterFeeds.postCommentToFeedElement(null, post.id, 'yes');
    System.debug([SELECT FeedItemId FROM FeedComment WHERE Id = :comment.id].FeedItemId == post.id);
    System.debug(ConnectApi.Organization.getSettings().orgId == UserInfo.getOrganizationId());
  `);
  assert.deepEqual(lines, ['Text', 'Link', 'Text', 'Hashtag', 'Mention true', 'MarkupBegin', 'true', 'false', 'true', 'true', 'true']);
});

it('refuses to mention a record', () => {
  const lines = project.run(`
    ConnectApi.MentionSegmentInput mention = new ConnectApi.MentionSegmentInput();
    mention.id = '001000000000001AAA';
    ConnectApi.MessageBodyInput body = new ConnectApi.MessageBodyInput();
    body.messageSegments = new List<ConnectApi.MessageSegmentInput>{ mention };
    ConnectApi.FeedItemInput input = new ConnectApi.FeedItemInput();
    input.body = body;
    try { ConnectApi.ChatterFeeds.postFeedElement(null, input); } catch (ConnectApi.ConnectApiException e) { System.debug(e.getMessage()); }
  `);
  assert.deepEqual(lines, ['Only user and group IDs may be used in inline mentions.']);
});

it('asks tests for SeeAllData', () => {
  const { tests } = project.engine.runTests({});
  assert.deepEqual(
    tests.map(({ methodName, outcome, message }) => `${methodName} ${outcome} ${message ?? ''}`),
    [
      'siloed Fail System.UnsupportedOperationException: ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
      'open Pass ',
    ],
  );
});
