import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DescribeSObjectResult, Field } from 'jsforce';
import { readColumns } from '../../scripts/data/import/columns.ts';
import { keyOf } from '../../scripts/data/import/importable.ts';
import { recordIdIn } from '../../scripts/data/import/record-id.ts';
import { valueFor } from '../../scripts/data/import/values.ts';

function field(name: string, label: string, type: string, more: object = {}): Field {
  return { name, label, type, length: 255, createable: true, updateable: true, ...more } as unknown as Field;
}

const statuses = ['Candidate', 'Active'].map((value) => ({ value, label: value, active: true }));
const description = {
  label: 'Advocate',
  fields: [
    field('Id', 'Record ID', 'id', { createable: false, updateable: false }),
    field('Account__c', 'Account', 'reference', { referenceTo: ['Account'] }),
    field('Contact__c', 'Contact', 'reference', { referenceTo: ['Contact'] }),
    field('Contact_Key__c', 'Contact Key', 'string', { length: 18 }),
    field('Status__c', 'Status', 'picklist', { picklistValues: statuses, restrictedPicklist: true }),
    field('Role__c', 'Job Role', 'string', { length: 80 }),
  ],
} as unknown as DescribeSObjectResult;
const key = keyOf('Advocate__c');

function columns(...header: string[]): [string, string][] {
  return readColumns(header, description, key).filled.map(({ heading, field: { name } }) => [heading, name]);
}

test('columns are found by label and by API name, and lookups by what people call them', () => {
  assert.deepEqual(columns('account name', 'Contact Email', 'STATUS__C', 'Job Role', '', 'Reject Reason'), [
    ['account name', 'Account__c'],
    ['Contact Email', 'Contact__c'],
    ['STATUS__C', 'Status__c'],
    ['Job Role', 'Role__c'],
  ]);
});

test('the key of the contact stands for the contact, and gives way to it', () => {
  assert.deepEqual(columns('Contact Key'), [['Contact Key', 'Contact__c']]);
  const both = readColumns(['Contact', 'Contact Key', 'Record ID'], description, key);
  assert.deepEqual(both.passedOver, ['Contact Key', 'Record ID']);
  assert.equal(both.filled.length, 1);
});

test('a column that is unknown, there twice or missing is named in one sentence', () => {
  assert.throws(() => columns('Contact', 'Shoe Size'), /Advocate has no field "Shoe Size" that you may see: name each column/);
  assert.throws(() => columns('Contact', 'Status', 'Status__c'), /Two columns are for Status \(Status__c\): remove one/);
  assert.throws(() => columns('Account', 'Status'), /A column for Contact \(Contact__c\) is missing/);
  assert.throws(() => columns('Contact', 'x'.repeat(1_000_000)), /^Error: .{0,250}$/);
});

test('an object that cannot be imported is refused with those that can', () => {
  assert.throws(() => keyOf('Influence_Entry__c'), /cannot be imported; choose one of Advocate__c, Advocate_Consent__c/);
  assert.throws(() => keyOf('constructor'), /cannot be imported/);
});

test('days, moments, numbers and ticks are read when there is one way to read them', () => {
  const day = field('Verified_On__c', 'Verified On', 'date');
  assert.equal(valueFor(day, '2026-02-28'), '2026-02-28');
  assert.equal(valueFor(day, '5.3.2026'), '2026-03-05');
  for (const wrong of ['2026-02-30', '03/05/2026', '31.02.2026', 'soon']) {
    assert.throws(() => valueFor(day, wrong), /write a day like 2026-11-30/, wrong);
  }
  const moment = field('At__c', 'At', 'datetime');
  assert.equal(valueFor(moment, '2026-11-30T09:00:00+0100'), '2026-11-30T08:00:00.000Z');
  assert.throws(() => valueFor(moment, '2026-11-30 09:00'), /write a moment like/);
  const number = field('Rest_Days__c', 'Rest Days', 'double');
  assert.equal(valueFor(number, '-2.5'), -2.5);
  for (const wrong of ['1,5', '1.234,00', '=1+1', 'NaN', '1e5']) {
    assert.throws(() => valueFor(number, wrong), /write a number like 1234\.5/, wrong);
  }
  const tick = field('Resolved__c', 'Resolved', 'boolean');
  assert.deepEqual([valueFor(tick, 'Yes'), valueFor(tick, '0')], [true, false]);
  assert.throws(() => valueFor(tick, 'perhaps'), /write true or false/);
});

test('a choice is found in any capitals, and one that is not on offer is refused with those that are', () => {
  const status = description.fields.find(({ name }) => name === 'Status__c') as Field;
  assert.equal(valueFor(status, 'active'), 'Active');
  assert.throws(() => valueFor(status, 'Busy'), /Status is "Busy": choose Candidate, Active\./);
  const several = { ...status, type: 'multipicklist' };
  assert.equal(valueFor(several, 'active; Candidate;Active'), 'Active;Candidate');
  assert.equal(valueFor({ ...status, restrictedPicklist: false }, 'Other'), 'Other');
});

test('a cell that is too long is refused with its length, not with its text', () => {
  const role = description.fields.find(({ name }) => name === 'Role__c') as Field;
  assert.throws(
    () => valueFor(role, 'x'.repeat(1_000_000)),
    /^RowProblem: Job Role is 1,000,000 characters long, and 80 is the most\.$|^Error: Job Role is 1,000,000/,
  );
});

test('a record is known by 18 characters that fit, or by 15', () => {
  assert.equal(recordIdIn('0015g00000XyZaB', '001'), recordIdIn('0015g00000XyZaBAAV', '001'));
  assert.equal(recordIdIn('0015g00000XyZaBAAX', '001'), undefined);
  assert.equal(recordIdIn('0035g00000XyZaB', '001'), undefined);
  assert.equal(recordIdIn('International Co', '001'), undefined);
});
