import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf, matches, neededLetters, parseSearchTerm, wordsOf } from '../../../../scripts/local-org/data/sosl/search-term.ts';

const found = (term: string, ...fields: string[]): boolean => {
  const parsed = parseSearchTerm(term);
  assert.ok(parsed, term);
  return matches(parsed, fields.map(wordsOf));
};

test('words are found in any case, in any field, whatever stands between them', () => {
  assert.ok(found('acme', 'The ACME, Inc.'));
  assert.ok(found('acme ltd', 'Acme', 'a Ltd. company'));
  assert.ok(!found('acme ltd', 'Acme'));
  assert.ok(!found('acm', 'Acme'));
  assert.ok(found('über', 'Über uns'));
});

test('a phrase is found as it stands, an address is a phrase', () => {
  assert.ok(found('"joe smith"', 'Mr. Joe Smith'));
  assert.ok(!found('"joe smith"', 'Smith, Joe'));
  assert.ok(!found('"joe smith"', 'Joe', 'Smith'));
  assert.ok(found('joe@acme.com', 'joe@acme.com'));
  assert.ok(!found('joe@acme.com', 'com acme joe'));
});

test('wildcards stand in the middle or at the end; in front they mean nothing', () => {
  assert.ok(found('sm?th*', 'Smithers'));
  assert.ok(!found('sm?th', 'Smithers'));
  assert.ok(!found('*ith', 'Smith'));
  assert.ok(!found('sm\\*', 'Smith'));
});

test('AND NOT binds closer than AND, AND closer than OR; parentheses before all', () => {
  assert.ok(found('red OR green AND blue', 'red'));
  assert.ok(!found('(red or green) and blue', 'red'));
  assert.ok(!found('red AND NOT green', 'red green'));
  assert.ok(found('red AND NOT green', 'red'));
  assert.ok(found('red AND NOT green OR blue', 'red green blue'));
  assert.ok(found('"and"', 'this and that'));
});

test('a term says how long it is and which letters every match has', () => {
  const parsed = parseSearchTerm('acme* and müller and not spam');
  assert.ok(parsed);
  assert.deepEqual(neededLetters(parsed), ['acme', 'ller']);
  assert.equal(lengthOf(parseSearchTerm('a*') ?? assert.fail()), 1);
  assert.equal(parseSearchTerm(' * '), undefined);
});
