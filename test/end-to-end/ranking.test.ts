import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rank } from '../../force-app/main/matching/lwc/matchingService/ranking.ts';
import type { AdvocateMatch, MatchCriterion } from '../../force-app/main/matching/lwc/matchingService/ranking.ts';
import { Caller } from './people.ts';

interface Answer {
  readonly criteria: readonly MatchCriterion[];
  readonly advocates: readonly AdvocateMatch[];
}

describe('the ranking of the page and of the server', () => {
  it('is the same order with the same scores while the settings are untouched', async () => {
    const rep = await Caller.login('rep');
    const deals = await rep.query<{ Id: string }>('SELECT Id FROM Opportunity WHERE IsClosed = FALSE ORDER BY Name LIMIT 10');
    assert.ok(deals.length >= 5);
    for (const deal of deals) {
      const { criteria, advocates } = await rep.answer<Answer>('MatchingController.findAdvocates', {
        opportunityId: deal.Id,
        wanted: null,
      });
      const { ranked, excluded } = rank(advocates, criteria);
      const ours = [...ranked, ...excluded].map(({ advocate, score }) => [advocate.name, score]);
      const theirs = advocates.map(({ name, baseScore }) => [name, baseScore]);
      assert.ok(ours.length >= 500);
      assert.deepEqual(ours, theirs, deal.Id);
    }
  });

  it('is the same with other values wanted than the deal’s', async () => {
    const rep = await Caller.login('rep');
    const [deal] = await rep.query<{ Id: string }>('SELECT Id FROM Opportunity WHERE IsClosed = FALSE LIMIT 1');
    const wanted = JSON.stringify({ Industry: ['Retail'], Products: ['Core Platform', 'Mobile', 'Analytics'], Use_Case: [] });
    const { criteria, advocates } = await rep.answer<Answer>('MatchingController.findAdvocates', { opportunityId: deal?.Id, wanted });
    assert.deepEqual(criteria.find(({ name }) => name === 'Industry')?.wanted, ['Retail']);
    const { ranked, excluded } = rank(advocates, criteria);
    assert.deepEqual(
      [...ranked, ...excluded].map(({ advocate, score }) => [advocate.name, score]),
      advocates.map(({ name, baseScore }) => [name, baseScore]),
    );
  });
});
