import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseClass } from '../../../../scripts/local-org/apex/parse/parse.ts';
import { ParseError } from '../../../../scripts/local-org/apex/parse/parse-error.ts';
import { checkWithOfficialParser } from '../../../../scripts/local-org/check/official-parser.ts';
import type { SourceTree } from '../../../../scripts/local-org/metadata/source-tree.ts';

/** Statements that are Apex. */
const ACCEPTED: readonly string[] = [
  'Map<Id, List<Set<String>>> m = new Map<Id, List<Set<String>>>{ null => new List<Set<String>>() };',
  'Integer[] a = new Integer[]{ 1, 2, 3 }; a[0]++; --a[1];',
  'Integer[] a = new Integer[3]; Integer[][] b = new Integer[][]{ a };',
  'Type t = Map<Id, Account>.class; t = Account[].class; t = Database.Batchable<SObject>.class; t = void.class; String s = Account.class.getName();',
  'Boolean b = i < j && (i) < j && i > (j >> 2) && !(i < j) || i >>> 1 > -j; i >>= 1; i >>>= 2; i <<= 3; i ^= 4;',
  'Boolean b = i > = j; b = i < = j; b = i <> j; b = o === p; b = o !== p;',
  'Integer i = (Integer) o + (j) - 1; Decimal d = (Decimal) -1; i = (i) + 1; o = (List<Account>) [SELECT Id FROM Account];',
  'Boolean b = (Boolean) !c; b = (o) instanceof Account; b = !(o instanceof List<Account>);',
  "String s = a?.b()?.c ?? 'd'; s = x == null ? 'a' : y == null ? 'b' : 'c'; s += 'x';",
  "Long l = 12L; Double d = 1.5d; Decimal e = .5; Integer n = -2147483647; String u = '\\u0041\\n\\'';",
  'for (Integer i = 0, n = 3; i < n; i++) { continue; } for (;;) { break; } for (Account a : accounts) a.Name = null; for (; i < 3;) i++;',
  'while (i < 3) i++; do { i--; } while (i > 0); if (a) b(); else if (c) { d(); } else e();',
  'switch on o { when Account a { go(); } when null { go(); } when else { go(); } }',
  "switch on i { when 1, -2, 3L { go(); } when 'a' { } when RED, BLUE { } }",
  'try { go(); } catch (Outer.Wrong e) { throw e; } catch (Exception e) { } finally { go(); }',
  'insert as user a; update as system b; upsert c Key__c; upsert as user c Account.Key__c; delete [SELECT Id FROM Account]; undelete d; merge e f;',
  'merge e [SELECT Id FROM Account];',
  'System.runAs(u) { go(); }',
  "List<Account> a = [SELECT Id, (SELECT Id FROM Contacts WHERE Name = :x.y[0]) FROM Account WHERE Id IN :(ids) AND (Name LIKE :('a' + b) OR Name = 'x') ORDER BY Name NULLS LAST LIMIT :n OFFSET :m];",
  'List<Account> a = [SELECT Id FROM Account WHERE CreatedDate > 2020-01-31T12:00:00Z AND Day__c = LAST_N_DAYS:30 AND Day__c < :d FOR UPDATE];',
  "List<List<SObject>> l = [FIND 'a*' IN ALL FIELDS RETURNING Account(Id WHERE Name = :n LIMIT 3), Contact]; l = [FIND :term RETURNING Account(Id)];",
  'Integer count = [SELECT COUNT() FROM Account]; Account a = [SELECT Id /* why */ FROM Account // here\n LIMIT 1];',
  'Integer after, before, count, first, last, order, get, set, when, group; group = first; trigger.isBefore = null; Schema.Account.Name.limit.select.new.list();',
  'final Integer i; @SuppressWarnings Integer j = 1; transient = 2;',
  "this.x = super.y(); new Account(Name = 'a', Parent__c = null).put('b', 1); new List<Account>()[0].Name = null; ((List<String>) o).get(0);",
  'return;',
  'Set<Id> ids = new Set<Id>{ a, b }; Map<String, Integer> m = new Map<String, Integer>(); Set<Id> none = new Set<Id>{};',
  'a.b = c = d; i = j = 1; x = (a) ? b : c; x = (Integer) offset; x = (Integer) ++i; (i)++; x = a[b[c]] - d[e]; { Integer inner = 1; }',
];

/** Statements that are none. */
const REFUSED: readonly string[] = [
  'Integer i = 1 +;',
  'Integer i = 1',
  'go(;',
  'go(a,);',
  'if (a < b { go(); }',
  'if a { go(); }',
  'Map<String, Integer m;',
  'Integer class = 1;',
  'Integer list = 1;',
  "String s = 'a;",
  "String s = '\\d';",
  'for (Integer i = 0; i < 3) { }',
  'do go(); while (true);',
  'switch on i { when 1 go(); }',
  'Integer[] a = new Integer[];;',
  'List<Account> a = [SELECT Id FROM Account;',
  'x = a b;',
  'return return;',
  'Integer i = 0x10;',
  'String s = "a";',
  'i %= 2;',
  'Integer i = -2147483648;',
  'Integer limit = 1;',
  'List a;',
  'List<Account>[] a;',
  'Integer[] a = new Integer[]{ 1, };',
  'for (i = 0, j = 1; i < 3; i++, j--) { }',
  'System.runAs(v);',
  'Object o = new Account{ };',
  'x = super;',
  'x = a.b().class;',
  ';',
  'throw;',
  'insert;',
  'else { go(); }',
  'goto;a',
  '} }',
];

/** Whole files that are Apex, and that are none. */
const ACCEPTED_FILES: readonly string[] = [
  '@IsTest private class A { }',
  "@RestResource(urlMapping='/a/*') global with sharing class A extends B.C implements D<E>, F { }",
  'public abstract class A { public abstract void a(); protected virtual List<A> b(final Integer c, A d) { return null; } { a(); } static { } A() { this(1); } A(Integer i) { super(); } }',
  "public class A { public Integer b { get; private set { b = value; } } public static final String C = 'c', D; Integer e { get { return 1; } } }",
  "@InvocableMethod(label='a b' description='c') public class A { @TestVisible private enum B { C, D } interface E extends F { void g(); Integer h(String i); } class J { } enum K { } }",
  'public enum A { B, C }',
  'public interface A extends C<D> { A d(); }',
  'public inherited sharing class A { webservice static void b() { } testmethod static void c() { } transient Integer d; }',
];
const REFUSED_FILES: readonly string[] = [
  'public class { }',
  'public class A { ',
  'public class A { } }',
  'public class A { void b() { }',
  'public class A { void b( { } }',
  'public class A { Integer b }',
  'public class A { public Integer b { get } }',
  'public enum A { B; }',
  'public interface A { void b() { } }',
  'public class A { ; }',
  'public class A { Integer b { } }',
  'public class A { Integer b { get; get; } }',
  'public interface A extends B, C { }',
  'public class A { @Future(callout=yes) static void b() { } }',
  'Integer a;',
  '',
];

function inMethod(statement: string): string {
  return `public class A {\n  void method() {\n    ${statement}\n  }\n}\n`;
}

const accepted = [...ACCEPTED.map(inMethod), ...ACCEPTED_FILES];
const refused = [...REFUSED.map(inMethod), ...REFUSED_FILES];

test('reads what is Apex', () => {
  for (const source of accepted) assert.doesNotThrow(() => parseClass(source), source);
});

test('refuses what is none, with a place', () => {
  for (const source of refused) {
    assert.throws(
      () => parseClass(source),
      (error) => error instanceof ParseError && error.line >= 1 && error.column >= 1,
      source,
    );
  }
});

test('the parser of the platform says the same', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'apex-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const sources = [...accepted, ...refused];
  const components = sources.map((source, index) => {
    const contentPath = join(folder, `A${index}.cls`);
    writeFileSync(contentPath, source);
    return { contentPath };
  });
  const tree = { ofType: (type: string) => (type === 'ApexClass' ? components : []) } as unknown as SourceTree;
  const { findings, leftOut } = await checkWithOfficialParser(tree);
  if (leftOut !== undefined) return context.skip(leftOut);
  const told = new Set(findings.map(({ path }) => path));
  for (const [index, { contentPath }] of components.entries()) {
    const isRefused = index >= accepted.length;
    assert.equal(
      told.has(contentPath),
      isRefused,
      `${sources[index]}\n${JSON.stringify(findings.filter(({ path }) => path === contentPath))}`,
    );
  }
});
