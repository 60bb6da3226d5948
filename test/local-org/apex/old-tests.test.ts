import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const SOURCE = `public class Shop {
    @IsTest static Integer two() { return 2; }
    static testMethod void counts() { System.assertEquals(2, two()); }
}`;
const old = createApexProject({ 'Shop.cls': SOURCE }, { apiVersion: '24.0' });
const recent = createApexProject({ 'Shop.cls': SOURCE }, { apiVersion: '65.0' });
after(() => {
  old.close();
  recent.close();
});

it('runs the tests within a class that was saved when that was allowed, but not what helps them', () => {
  assert.deepEqual(old.mistakes, []);
  const { tests } = old.engine.runTests({});
  assert.deepEqual(
    tests.map(({ methodName, outcome }) => `${methodName} ${outcome}`),
    ['counts Pass'],
  );
});

it('refuses both in a class of today', () => {
  assert.deepEqual(recent.mistakes, [
    'Shop.cls:2 Test methods must be static, return nothing and take no parameters: two',
    'Shop.cls:2 Defining type for testMethod methods must be declared as IsTest',
    'Shop.cls:3 Defining type for testMethod methods must be declared as IsTest',
  ]);
});
