import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '../../../scripts/local-org/api/errors.ts';
import { findResource } from '../../../scripts/local-org/api/rest/resources.ts';
import { getRecord, upsertRecord } from '../../../scripts/local-org/api/rest/records.ts';
import { describeObject } from '../../../scripts/local-org/api/rest/describe.ts';

const refusal = (method: string, path: string): ApiError => {
  try {
    findResource(method, path);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error(`${method} ${path} was found`);
};

test('a fixed part of a path goes before a parameter', () => {
  assert.equal(findResource('GET', 'sobjects/Account/describe/').handler, describeObject);
  assert.equal(findResource('GET', 'sobjects/Account/001').handler, getRecord);
});

test('parameters come decoded', () => {
  const { handler, parameters } = findResource('PATCH', 'sobjects/Job__c/Key__c/a%2Fb%20c');
  assert.equal(handler, upsertRecord);
  assert.deepEqual(parameters, { object: 'Job__c', key: 'Key__c', value: 'a/b c' });
});

test('what is not there is refused for the right reason', () => {
  assert.equal(refusal('GET', 'nonsense').status, 404);
  assert.equal(refusal('DELETE', 'query').status, 405);
  assert.match(refusal('POST', 'jobs/ingest').message, /does not support the resource jobs/);
});
