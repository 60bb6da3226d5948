import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const project = createApexProject({
  'Shape.cls': `public abstract class Shape implements Comparable {
    protected Integer sides = 0;
    public static Integer made = 0;
    public String label { get { return label == null ? 'no label' : label; } set { label = value?.trim(); } }
    public Integer twice { get; private set; }
    public Shape(Integer sides) { this.sides = sides; made++; twice = sides * 2; announce(); }
    protected virtual void announce() { System.debug('shape ' + sides); }
    public abstract Decimal area();
    public virtual String describe() { return 'Shape of ' + sides; }
    public Integer compareTo(Object other) { return area() > ((Shape) other).area() ? 1 : -1; }
    public class Square extends Shape {
        private final Decimal side;
        private List<String> log = new List<String>{ 'made' };
        public Square(Decimal side) { super(4); this.side = side; }
        protected override void announce() { log.add('announced'); System.debug(String.join(log, ',')); }
        public override Decimal area() { return side * side; }
        public override String describe() { return super.describe() + ' and side ' + side; }
    }
    public enum Colour { RED, GREEN }
    public class OddException extends Exception {
        public Integer code = 7;
    }
}`,
  'Overloads.cls': `public class Overloads {
    public static String of(Object value) { return 'Object'; }
    public static String of(String value) { return 'String'; }
    public static String of(Integer value) { return 'Integer'; }
    public static String of(Long value) { return 'Long'; }
    public static String of(Decimal value) { return 'Decimal'; }
    public static String of(Id value) { return 'Id'; }
    public static String of(SObject value) { return 'SObject'; }
    public static String of(Account value) { return 'Account'; }
    public static String of(List<SObject> value) { return 'List<SObject>'; }
    public static String of(List<Account> value) { return 'List<Account>'; }
}`,
});

after(() => project.close());

const debug = (script: string): string[] => project.run(script);

describe('Apex', () => {
  it('compiles without mistakes', () => {
    assert.deepEqual(project.mistakes, []);
  });

  it('wraps Integers, cuts their division off and widens to the larger number', () => {
    assert.deepEqual(
      debug(
        `System.debug(2147483647 + 1); System.debug(-7 / 2); Long l = 2147483647; System.debug(l + 1); Decimal d = 7; System.debug(d / 2); Integer i = 5; i /= 2; System.debug(i);`,
      ),
      ['-2147483648', '-3', '2147483648', '3.5', '2'],
    );
  });

  it('increments before and after, once per evaluation of the place', () => {
    const script = `Integer calls = 0; Integer[] a = new Integer[]{ 1, 2 }; Integer i = 0; a[i++] += 10; a[i]++; System.debug(a + ' ' + i + ' ' + (i++ + ++i));`;
    assert.deepEqual(debug(script), ['(11, 3) 1 4']);
  });

  it('compares text without case by == and with case in switch and Set', () => {
    const script = `System.debug('a' == 'A'); System.debug(new Set<String>{ 'a' }.contains('A')); switch on 'a' { when 'A' { System.debug('upper'); } when 'a' { System.debug('lower'); } }`;
    assert.deepEqual(debug(script), ['true', 'false', 'lower']);
  });

  it('finds names in any case', () => {
    assert.deepEqual(debug(`INTEGER Count = 3; system.DEBUG(COUNT + shape.MADE);`), ['3']);
  });

  it('runs initialisers of all levels before the first constructor, and overridden methods from constructors above', () => {
    const script = `Shape s = new Shape.Square(2.5); System.debug(s.describe() + ' ' + s.area() + ' ' + s.twice + ' ' + Shape.made);`;
    assert.deepEqual(debug(script), ['made,announced', 'Shape of 4 and side 2.5 6.25 8 1']);
  });

  it('keeps a property under its own name inside its accessors', () => {
    assert.deepEqual(debug(`Shape s = new Shape.Square(1); System.debug(s.label); s.label = ' x '; System.debug(s.label);`).slice(1), [
      'no label',
      'x',
    ]);
  });

  it('sorts Comparables', () => {
    const script = `List<Shape> all = new List<Shape>{ new Shape.Square(3), new Shape.Square(1) }; all.sort(); System.debug(all[0].area());`;
    assert.equal(debug(script).at(-1), '1');
  });

  it('chooses overloads by the static type', () => {
    const script = `Object o = 'x'; SObject s = new Account(); Id i = null; System.debug(String.join(new List<String>{
      Overloads.of('x'), Overloads.of(o), Overloads.of(1), Overloads.of(1L), Overloads.of(1.5), Overloads.of(i), Overloads.of(s),
      Overloads.of(new Account()), Overloads.of(new List<Account>()), Overloads.of(new List<Contact>()) }, ' '));`;
    assert.deepEqual(debug(script), ['String Object Integer Long Decimal Id SObject Account List<Account> List<SObject>']);
  });

  it('ends a chain with ?. as a whole when its beginning is null, without evaluating the rest', () => {
    const script = `Account a; System.debug(a?.Name.toUpperCase().length()); String t; System.debug(t?.length() ?? -1); List<Account> l; System.debug(l?.size());`;
    assert.deepEqual(debug(script), ['null', '-1', 'null']);
  });

  it('knows enums, their names, order and values', () => {
    const script = `Shape.Colour c = Shape.Colour.valueOf('green'); System.debug(c.name() + c.ordinal() + Shape.Colour.values().size() + (c == Shape.Colour.GREEN));
      switch on c { when RED { System.debug('red'); } when GREEN { System.debug('green'); } }`;
    assert.deepEqual(debug(script), ['GREEN12true', 'green']);
  });

  it('switches on the type of a record', () => {
    const script = `SObject s = new Contact(LastName = 'X'); switch on s { when Account a { System.debug('account'); } when Contact c { System.debug(c.LastName); } }`;
    assert.deepEqual(debug(script), ['X']);
  });

  it('breaks out of the loop around a switch', () => {
    const script = `for (Integer i = 0; i < 5; i++) { switch on i { when 2 { break; } when else { continue; } } } System.debug('done');
      Integer n = 0; do { n++; } while (n < 3); while (true) { if (n++ > 5) { break; } } System.debug(n);`;
    assert.deepEqual(debug(script), ['done', '7']);
  });

  it('catches by type, keeps causes, runs finally, and gives exception classes their constructors and fields', () => {
    const script = `try { try { throw new Shape.OddException('odd'); } catch (DmlException e) { System.debug('no'); } finally { System.debug('finally'); } }
      catch (Shape.OddException e) { System.debug(e.getMessage() + e.code + e.getTypeName()); }
      Shape.OddException outer = new Shape.OddException('outer', new Shape.OddException()); System.debug(outer.getCause().getMessage());`;
    assert.deepEqual(debug(script), ['finally', 'odd7Shape.OddException', 'Script-thrown exception']);
  });

  it('throws NullPointerException for what is null: arithmetic, conditions, members, calls', () => {
    const attempts = [
      'Integer i; i = i + 1;',
      'Boolean b; if (b) { }',
      'Account a; a.Name = null;',
      'String s; s.trim();',
      'Shape s; s.area();',
      'List<Integer> l; for (Integer x : l) { }',
    ];
    for (const attempt of attempts) {
      assert.throws(() => debug(attempt), /System.NullPointerException: Attempt to de-reference a null object/, attempt);
    }
  });

  it('names the Apex lines of an exception', () => {
    assert.throws(() => debug(`Integer a = 1;\nShape s = null;\ns.describe();`), /line 3\)\nAnonymousBlock: line 3, column 1/);
  });

  it('converts by assignment and by cast, and refuses at run time what is no instance', () => {
    const script = `Object o = 12; System.debug((Decimal) o); System.debug(o instanceof Double); Id i = '001000000000001'; System.debug(i); Datetime t = Date.newInstance(2026, 1, 2); System.debug(t.hourGmt());`;
    assert.deepEqual(debug(script), ['12', 'true', '001000000000001AAA', '0']);
    assert.throws(
      () => debug(`Object o = 'x'; Integer i = (Integer) o;`),
      /System.TypeException: Invalid conversion from runtime type String to Integer/,
    );
    assert.throws(() => debug(`String s = 'nonsense'; Id i = s;`), /System.StringException: Invalid id: nonsense/);
  });

  it('takes BusinessHours for the object as a type, and for the class before a static method', () => {
    const script = `BusinessHours hours = [SELECT Id, IsDefault FROM BusinessHours LIMIT 1]; Datetime t = Datetime.newInstanceGmt(2026, 1, 2);
      for (BusinessHours each : [SELECT Id FROM BusinessHours]) { System.debug(BusinessHours.diff(each.Id, t, BusinessHours.add(hours.Id, t, 60000))); }`;
    assert.deepEqual(debug(script), ['60000']);
  });

  it('builds collections of collections', () => {
    const script = `Map<String, List<Set<Integer>>> m = new Map<String, List<Set<Integer>>>{ 'a' => new List<Set<Integer>>{ new Set<Integer>{ 1, 1, 2 } } };
      for (String k : m.keySet()) { for (Set<Integer> s : m.get(k)) { System.debug(k + s.size()); } } Map<String, Object> wide = m; System.debug(wide.containsKey('a'));`;
    assert.deepEqual(debug(script), ['a2', 'true']);
  });

  it('resolves tokens of the schema', () => {
    const script = `System.debug(Account.SObjectType); System.debug(Account.Name.getDescribe().getLabel()); System.debug(Schema.SObjectType.Account.fields.Industry.getType()); System.debug(Schema.SObjectType.Contact.getKeyPrefix());`;
    assert.deepEqual(debug(script), ['Account', 'Account Name', 'PICKLIST', '003']);
  });

  it('runs classes and methods declared in a script', () => {
    assert.deepEqual(
      debug(`Integer twice(Integer x) { return x * 2; } class Inner { Integer v = twice(4); } System.debug(new Inner().v + twice(1));`),
      ['10'],
    );
  });

  it('gives a final variable its value later, once on each path', () => {
    assert.deepEqual(debug(`final String s; if (Math.abs(-1) == 1) { s = 'a'; } else { s = 'b'; } System.debug(s);`), ['a']);
  });

  it('leaves finally out when the transaction is over', () => {
    const result = project.org.rehearse(project.org.administratorId, (transaction) =>
      project.engine.executeAnonymous(
        transaction,
        `try { Assert.areEqual(1, 2); } catch (Exception e) { System.debug('caught'); } finally { System.debug('finally'); }`,
      ),
    );
    assert.equal(result.debugLog, '');
    assert.match(result.exceptionMessage ?? '', /System.AssertException/);
  });

  it('stops endless loops and endless recursion', () => {
    assert.throws(
      () => project.run('while (true) { Integer i = 0; }', { cpuMilliseconds: 50 }),
      /System.LimitException: Apex CPU time limit exceeded/,
    );
    assert.throws(() => debug('void again() { again(); } again();'), /System.LimitException: Maximum stack depth reached: 1001/);
  });

  it('lets a thousand calls be open inside one another, and counts anew after exceptions', () => {
    const deep = 'Integer down(Integer n) { return n == 0 ? 0 : 1 + down(n - 1); }';
    assert.deepEqual(debug(`${deep} System.debug(down(990));`), ['990']);
    assert.throws(() => debug(`${deep} down(1000);`), /Maximum stack depth reached: 1001/);
    const failing = "void fall(Integer n) { if (n == 0) { throw new MathException('x'); } fall(n - 1); }";
    const script = `${deep} ${failing} for (Integer i = 0; i < 20; i++) { try { fall(100); } catch (MathException e) { } } System.debug(down(990));`;
    assert.deepEqual(debug(script), ['990']);
  });

  it('stops what fills the memory, and nothing that only leaves garbage', () => {
    const heap = { heapBytes: 1_000_000 };
    const growing = 'List<String> kept = new List<String>(); for (Integer i = 0; true; i++) { kept.add(String.valueOf(i) + i); }';
    assert.throws(() => project.run(growing, heap), /System.LimitException: Apex heap size too large: \d{7}/);
    assert.throws(() => project.run("String s = 'abcdefgh'; while (true) { s += s; }", heap), /Apex heap size too large: 1048576/);
    assert.throws(() => project.run("String s = 'abcdefgh'.repeat(200000);", heap), /Apex heap size too large: 1600000/);
    const leaving =
      "for (Integer i = 0; i < 300; i++) { List<String> l = ('a' + i + ',').repeat(5000).split(','); } System.debug('through');";
    assert.deepEqual(project.run(leaving, heap), ['through']);
    assert.deepEqual(debug('System.debug(Limits.getHeapSize() <= Limits.getLimitHeapSize());'), ['true']);
  });
});
