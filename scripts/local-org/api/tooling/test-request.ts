import { SYSTEM } from '../../data/transaction.ts';
import type { Transaction } from '../../data/transaction.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';
import { ApiError } from '../errors.ts';

/** A class of the org whose tests can be asked for. */
export interface TestClassRow {
  readonly id: string;
  readonly name: string;
}

/** What a client wants to run. */
export interface TestRequest {
  /** `Class` or `Class.method`; undefined for every test. */
  readonly tests: readonly string[] | undefined;
  readonly classes: readonly TestClassRow[];
}

/** The body of `runTestsSynchronous` and `runTestsAsynchronous`. */
interface TestRequestBody {
  readonly tests?: unknown;
  readonly classNames?: unknown;
  readonly classids?: unknown;
  readonly suiteNames?: unknown;
  readonly testLevel?: unknown;
}

/** A class whose first words are `@IsTest`, comments apart. */
const TEST_CLASS = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*@istest\b/i;

/** Reads a request against the classes of the org. Throws `ApiError` for a class or suite that does not exist. */
export function readTestRequest(body: unknown, transaction: Transaction, tree: SourceTree): TestRequest {
  const all = testClasses(transaction);
  const tests = testsAskedFor(body ?? {}, all, tree);
  if (tests === undefined) return { tests, classes: all };
  const names = new Set(tests.map((test) => test.split('.')[0]?.toLowerCase()));
  return { tests, classes: all.filter(({ name }) => names.has(name.toLowerCase())) };
}

function testClasses(transaction: Transaction): TestClassRow[] {
  const { records } = transaction.query('SELECT Id, Name, Body FROM ApexClass ORDER BY Name', SYSTEM);
  return records
    .filter((record) => TEST_CLASS.test(String(record.get('Body') ?? '')))
    .map((record) => ({ id: record.id as string, name: record.get('Name') as string }));
}

function testsAskedFor(body: TestRequestBody, classes: readonly TestClassRow[], tree: SourceTree): string[] | undefined {
  const { tests, classNames, classids, suiteNames, testLevel } = body;
  if (testLevel === 'RunAllTestsInOrg' || testLevel === 'RunLocalTests') return undefined;
  if (Array.isArray(tests)) return tests.flatMap((test: unknown) => testsOf(test as Record<string, unknown>, classes));
  const ids = namesIn(classids).map((id) => requireClass(classes, id).name);
  const names = namesIn(classNames).map((name) => requireClass(classes, name).name);
  const asked = [...ids, ...names, ...namesIn(suiteNames).flatMap((suite) => classesOfSuite(suite, tree))];
  return asked.length === 0 ? undefined : asked;
}

function testsOf({ className, classId, testMethods }: Record<string, unknown>, classes: readonly TestClassRow[]): string[] {
  const given = className ?? classId;
  if (typeof given !== 'string') throw new ApiError(400, 'MISSING_ARGUMENT', 'Each of the tests needs its className or its classId');
  const { name } = requireClass(classes, given);
  return Array.isArray(testMethods) && testMethods.length > 0 ? testMethods.map((method) => `${name}.${String(method)}`) : [name];
}

/** A test class by its name or its id. */
function requireClass(classes: readonly TestClassRow[], given: string): TestClassRow {
  const found = classes.find(({ id, name }) => name.toLowerCase() === given.toLowerCase() || id.slice(0, 15) === given.slice(0, 15));
  if (found !== undefined) return found;
  const message = `This class name's value is invalid: ${given}. Provide the name of an Apex class that has test methods.`;
  throw new ApiError(400, 'INVALID_INPUT', message);
}

/** Names come as a list, or in one text with commas. */
function namesIn(value: unknown): string[] {
  const names = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function classesOfSuite(suite: string, tree: SourceTree): string[] {
  const component = tree.find('ApexTestSuite', suite);
  if (component === undefined) throw new ApiError(400, 'INVALID_INPUT', `There is no test suite ${suite}.`);
  return component.xml.textsOf('testClassName');
}
