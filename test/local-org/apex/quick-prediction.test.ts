import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser } from '@apexdevtools/apex-parser';
import { settleEarly } from '../../../scripts/local-org/apex/parse/quick-prediction.ts';

/** What could be taken for something else: type arguments and comparisons, casts and parentheses, calls and names. */
const TRICKY = `public class Tricky {
    Map<Id, List<Set<String>>> nested = new Map<Id, List<Set<String>>>{ null => new List<Set<String>>() };
    Integer set = 1;
    Type kind = List<Account>.class;
    Type array = Account[].class;
    List<Account>[] lists;
    Boolean less(Integer set, Integer after) {
        return set < after && (set) < after && (Integer) after > set && set < (after >> 2) && !(after < set) || set >>> 1 > -after;
    }
    void run(Object o) {
        Map<String, Integer> m = (Map<String, Integer>) o;
        for (Integer i = 0, n = m?.size() ?? 0; i < n; i++) { m.put('a' + i, -i + ~i * (i - 1)); }
        Integer[] numbers = new Integer[]{ 1, 2 };
        numbers[0]++;
        Boolean b = o instanceof List<Account> ? o != null : this.less(1, 2) == false;
        List<Account> found = [SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE (Name = :set AND Name != null) OR (NOT Name LIKE 'x%')];
        String s = ((List<String>) o).get(0).toLowerCase().trim();
        System.debug(new Tricky().less(numbers[0], a().b.c().d));
        switch on o { when Account a { s = a.Name; } when else { s = super.toString(); } }
    }
}`;

class Errors extends ApexErrorListener {
  readonly found: string[] = [];

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.found.push(`${line}:${column} ${message}`);
  }
}

/** The tree of a source as text, and how often the parser generator had to work out where a token leads. */
function read(source: string, early: boolean): { tree: string; errors: readonly string[]; workedOut: number } {
  const listener = new Errors();
  const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
  if (early) settleEarly(parser);
  const predictor = (parser as unknown as { _interp: { adaptivePredict: (...given: unknown[]) => number } })._interp;
  let workedOut = 0;
  if (!early) {
    const predict = predictor.adaptivePredict.bind(predictor);
    predictor.adaptivePredict = (...given) => {
      workedOut += 1;
      return predict(...given);
    };
  }
  const unit = parser.compilationUnit();
  const { ruleNames } = parser.constructor as typeof ApexParser & { ruleNames: string[] };
  return { tree: unit.toStringTree(ruleNames, parser), errors: listener.found, workedOut };
}

test('what is settled early gives the same tree', () => {
  const early = read(TRICKY, true);
  assert.deepEqual(early.errors, []);
  assert.equal(early.tree, read(TRICKY, false).tree);
});

test('a mistake is found at the same place', () => {
  for (const source of [
    'public class A { void a() { Integer i = 1 +; } }',
    'public class A { Map<String, Integer m; }',
    'public class A { void a() { b.(); c(1,; } }',
    'public class A { void a() { if (a < b { } } }',
  ]) {
    const place = ({ errors }: { errors: readonly string[] }): string | undefined => errors[0]?.split(' ')[0];
    assert.ok(place(read(source, true)), source);
    assert.equal(place(read(source, true)), place(read(source, false)), source);
  }
});

test('type arguments, members and beginnings of expressions are settled without the parser generator', () => {
  const { parser } = ApexParserFactory.createLexerAndParser(TRICKY, new Errors());
  const predictor = (parser as unknown as { _interp: { adaptivePredict: (...given: unknown[]) => number } })._interp;
  const predict = predictor.adaptivePredict.bind(predictor);
  let asked = 0;
  predictor.adaptivePredict = (...given) => {
    asked += 1;
    return predict(...given);
  };
  settleEarly(parser);
  parser.compilationUnit();
  const all = read(TRICKY, false).workedOut;
  assert.ok(asked < all * 0.75, `${asked} of ${all}`);
});
