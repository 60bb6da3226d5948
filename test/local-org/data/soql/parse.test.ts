import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectBinds } from '../../../../scripts/local-org/data/soql/binds.ts';
import { checkSoql } from '../../../../scripts/local-org/data/soql/check.ts';
import { parseSoql } from '../../../../scripts/local-org/data/soql/parse.ts';
import { schema } from './small-org.ts';

const BINDS: readonly (readonly [expression: string, name: string])[] = [
  ['ids', 'ids'],
  ['this.deal.Id', 'this.deal.id'],
  ['rows.keySet()', '#34'],
  ['new Set<Id>{ a, b }', '#34'],
  ['new Map<Id, Account>(rows).keySet()', '#34'],
  ["(String) row.get('a) AND b')", '#34'],
  ['rows[0].Id', '#34'],
  ['count - 1', '#34'],
  ['count -1', '#34'],
  ['Date.today().addDays(-3)', '#34'],
  ['yes ? one : other', '#34'],
];

for (const [expression, name] of BINDS) {
  test(`a bind ends where Apex ends it: ${expression}`, () => {
    const binds = collectBinds(parseSoql(`SELECT Id FROM Deal WHERE Name = :${expression} AND Id != null LIMIT :most`));
    assert.deepEqual(
      binds.map((bind) => [bind.text, bind.name]),
      [
        [expression, name],
        ['most', 'most'],
      ],
    );
  });
}

test('binds of sub-queries are found, in the order of the text', () => {
  const query = parseSoql(
    'SELECT (SELECT Id FROM Deals WHERE Id = :one) FROM Account WHERE Id IN (SELECT AccountId FROM Deal WHERE Id = :two) AND Name = :three',
  );
  assert.deepEqual(
    collectBinds(query).map((bind) => bind.name),
    ['one', 'two', 'three'],
  );
});

test('a query is checked without values, with the place of the mistake', () => {
  const check = (text: string): ReturnType<typeof checkSoql> => checkSoql(parseSoql(text), schema, text);
  assert.deepEqual(check('SELECT Id FROM deal WHERE Name IN :names LIMIT :most'), { object: 'Deal', result: 'records' });
  assert.deepEqual(check('SELECT COUNT() FROM Deal'), { object: 'Deal', result: 'count' });
  assert.deepEqual(check('SELECT COUNT(Id) FROM Deal WHERE Amount > :least'), { object: 'Deal', result: 'aggregate' });
  assert.throws(() => check('SELECT Id FROM Deal WHERE Foo = :names'), { at: 26, statusCode: 'INVALID_FIELD' });
});
