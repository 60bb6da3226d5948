import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApexProject } from './apex-project.ts';

const HELPERS = {
  'Vault.cls': `public virtual class Vault {
    private static Integer secret = 1;
    @TestVisible private static Integer seen = 1;
    public final Integer fixed = 1;
    public Integer readable { get; private set; }
    public Vault() { }
    private void hidden() { }
    private enum Hue { RED }
    public enum Color { RED }
    class Inside { }
    @TestVisible private class Seen { }
    protected void guarded() { }
    public virtual void open() { }
    public void close() { }
}`,
  'Other.cls': 'public class Other { }',
  'Doing.cls': 'public interface Doing { Integer work(String what); }',
};

/** Statements in a method, and what the compiler says of them. */
const STATEMENTS: readonly (readonly [string, RegExp])[] = [
  ['List<Account> a = [SELECT Id, Nonsense__c FROM Account];', /No such column 'Nonsense__c' on entity 'Account'/],
  ["List<Account> a = [SELECT Id FROM Account WHERE Nothing = 'x'];", /No such column 'Nothing'/],
  ['List<Account> a = [SELECT Id FROM Account ORDER BY Nothing];', /No such column 'Nothing'/],
  ['List<Contact> a = [SELECT Id, Employer.Name FROM Contact];', /Didn't understand relationship 'Employer'/],
  ["List<Account> a = [SELECT Id FROM Account WHERE CreatedDate = 'yesterday'];", /CreatedDate/],
  ['Account a = new Account(Name = 5);', /Name/],
  ['Account a = new Account(Nothing = 5);', /Variable does not exist: Account.Nothing/],
  ['Account a = new Contact();', /Illegal assignment from Contact to Account/],
  ['Integer i = Vault.secret;', /Variable is not visible: Vault.secret/],
  ['Integer i = Vault.seen;', /Variable is not visible: Vault.seen/],
  ['Vault.Inside i;', /Type is not visible: Vault.Inside/],
  ['List<Vault.Seen> l = new List<Vault.Seen>();', /Type is not visible: Vault.Seen/],
  ['Object o = new Vault.Inside();', /Type is not visible: Vault.Inside/],
  ['new Vault().hidden();', /Method is not visible: Vault.hidden/],
  ['new Vault().guarded();', /Method is not visible: Vault.guarded/],
  ['new Vault().fixed = 2;', /Final members can only be assigned/],
  ['new Vault().readable = 2;', /Variable is not visible: Vault.readable/],
  ['final Integer i = 1; i = 2;', /Final variable can't be assigned again: i/],
  ['Other o = (Other) new Vault();', /Incompatible types since an instance of Vault is never an instance of Other/],
  ["Integer i = (Integer) 'x';", /Incompatible types since an instance of String is never an instance of Integer/],
  ['Integer i = 1L;', /Illegal assignment from Long to Integer/],
  ["Integer i = 'x';", /Illegal assignment from String to Integer/],
  ['String s = 5;', /Illegal assignment from Integer to String/],
  ['Set<String> s = new Set<Id>();', /Illegal assignment from Set<Id> to Set<String>/],
  ['Boolean b = 1 == true;', /Comparison arguments must be compatible types: Integer, Boolean/],
  ["Boolean b = 'a' > 1;", /Comparison arguments must be compatible types/],
  ['if (1) { }', /Condition expression must be of type Boolean: Integer/],
  ['Integer i = 1; Integer I = 2;', /Duplicate variable: I/],
  ['nothing();', /Method does not exist or incorrect signature: void nothing\(\)/],
  ["'x'.shout();", /Method does not exist or incorrect signature: void shout\(\) from the type String/],
  ['Nothing n;', /Invalid type: Nothing/],
  ['Integer i = nothing;', /Variable does not exist: nothing/],
  ['return 1;', /Return value from a method that is void/],
  ['return; Integer i = 1;', /Unreachable statement/],
  ['break;', /'break' must be in a loop/],
  ['throw new Vault();', /Throw expression must be of type exception: Vault/],
  ['try { } catch (Vault e) { }', /Catch expression must be of type exception: Vault/],
  ["insert 'x';", /DML requires SObject or SObject list type: String/],
  ['String s = Label.Nothing;', /External string does not exist: Nothing/],
  ['new Doing();', /cannot be constructed: Doing/],
  ['for (Integer i : new List<String>()) { }', /Loop variable must be of type String: Integer/],
  ['switch on 1 { when 1 { } when 1 { } }', /Duplicate when value/],
  ["List<List<SObject>> a = [FIND 'x' RETURNING Account(Nothing)];", /No such column 'Nothing' on entity 'Account'/],
  ["List<List<SObject>> a = [FIND 'x' RETURNING Profile(Id)];", /entity type Profile does not support search/],
  ["List<Account> a = [FIND 'x' RETURNING Account(Id)];", /Illegal assignment from List<List<SObject>> to List<Account>/],
  ['1 + 1;', /Expression cannot be a statement/],
  ['Object o = Vault.Hue.RED;', /Type is not visible: Vault.Hue/],
  ['Vault.Color c = Vault.Color.BLUE;', /Variable does not exist: Vault.Color.BLUE/],
  ['List<Account> a = new List<Contact>();', /Illegal assignment from List<Contact> to List<Account>/],
  ['List<Contact> c = (List<Contact>) new List<Account>();', /an instance of List<Account> is never an instance of List<Contact>/],
  ['Map<Id, Account> m = new Map<String, Account>();', /Illegal assignment from Map<String,Account> to Map<Id,Account>/],
  ['Integer i = 1; { Integer i = 2; }', /Duplicate variable: i/],
  ['Exception e; try { } catch (Exception e) { }', /Duplicate variable: e/],
  ['Vault.open();', /Method does not exist or incorrect signature: void open\(\) from the type Vault/],
  ['Account a = [SELECT Id FROM Contact];', /Illegal assignment from List<Contact> to Account/],
  ["String s = true ? 'a' : 1;", /Incompatible types in ternary operator: String, Integer/],
  ['switch on true { when true { } }', /Switch expression must be an Integer, Long, String, SObject or enum: Boolean/],
  ["Boolean b = 'x' instanceof Integer;", /instanceof is always false since an instance of String is never an instance of Integer/],
  ['Boolean b = new Other() instanceof Other;', /instanceof is always true since an instance of Other is always an instance of Other/],
  ['Account a = new Account(); a.CreatedDate = Datetime.now();', /Field is not writeable: Account.CreatedDate/],
  ['Account a = new Account(IsDeleted = true);', /Field is not writeable: Account.IsDeleted/],
  ["Account a = new Account(Name = 'x', NAME = 'y');", /Duplicate field initialization: name/],
  ['String s = null; s++;', /'\+\+' needs a number: String/],
  ['Date d = Date.today() + Date.today();', /Arithmetic expressions must use numeric arguments: Date \+ Date/],
  ['UserInfo.frobnicate();', /Method does not exist or incorrect signature: void frobnicate\(\) from the type UserInfo/],
];

/** Whole classes, and what the compiler says of them. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['public class X { @AuraEnabled public String go() { return null; } }', /@AuraEnabled methods must be public or global, and static: go/],
  ['public class X { public Integer go() { } }', /Missing return statement/],
  ['public class X implements Doing { }', /Class X must implement the method: Integer Doing.work\(String\)/],
  ['public class X extends Other { }', /Non-virtual and non-abstract type cannot be extended: Other/],
  ['public class X extends Vault { public override void shut() { } }', /Method does not override an ancestor method: shut/],
  ['public class X extends Vault { public void open() { } }', /Method must use the override keyword: open/],
  ['public class X extends Vault { public override void close() { } }', /Non-virtual, non-abstract methods cannot be overridden: close/],
  ['public class X extends Vault { override void open() { } }', /explicit access modifier/],
  ['public abstract class X { abstract void go(); }', /explicit access modifier/],
  ['public class X { Integer a; String A; }', /Duplicate field: A/],
  ['public class X { void go(Integer a) { } void Go(Integer b) { } }', /Method already defined: Go/],
  ['public class X { static void go() { this.toString(); } }', /'this' can't be used in a static context/],
  ['public class X { Integer i; static void go() { i = 1; } }', /Variable does not exist: i/],
  ['public class X { @IsTest void go() { } }', /Test methods must be static/],
  ['public class X extends Exception { }', /Exception class must end with word Exception/],
  ['public class X { void go( { } }', /./],
  ['public class X { Integer i = 1 # 2; }', /The character # has no meaning here: remove it/],
  ["public class X { String s = 'open; }", /This text has no closing quote: end it on the same line/],
  ['public class X { Vault.Inside inside; }', /Type is not visible: Vault.Inside/],
  ['public class X { List<Vault.Inside> go(Vault.Inside one) { return null; } }', /Type is not visible: Vault.Inside/],
  ['public class X extends Nothing { }', /Invalid type: Nothing/],
  ['public class X { public X() { } public X() { } }', /Constructor already defined: X/],
  ['public class X { void go(Integer a) { Integer a = 1; } }', /Duplicate variable: a/],
  ['public class X { Integer go() { return; } }', /Missing return value/],
  ['public class X { Integer go() { if (true) { return 1; } } }', /Missing return statement/],
  ['public class X { public Integer x { get { } } }', /Missing return statement/],
  ['public abstract class X { public abstract void go() { } }', /Abstract methods cannot have a body: go/],
  ['public class X { public abstract void go(); }', /Abstract methods are only possible in an abstract class: go/],
  ['public class X implements Doing { Integer work(String what) { return 1; } }', /abstract methods must be public or global: work/],
  ['public class X implements Doing { public String work(String what) { return null; } }', /must implement the method: Integer Doing.work/],
  ['public class X extends X { }', /Circular definition: X/],
  ['class X { }', /Top-level type must have public or global visibility: X/],
  ['public class X { webservice void go() { } }', /webservice methods must be static: go/],
  [
    'public class X { @future public static void go(List<Account> a) { } }',
    /Future methods do not support parameter type of List<Account>/,
  ],
  ['public class X { public private Integer a; }', /Only one of these modifiers is possible: public, private/],
  ['public class X { static static Integer a; }', /Duplicate modifier: static/],
  ['public class X { global Integer a; }', /Defining type must be global to have global members: X/],
];

describe('the compiler', () => {
  it('reports mistakes in statements', () => {
    const body = STATEMENTS.map(([statement], index) => `    void m${index}() { ${statement} }`).join('\n');
    const project = createApexProject({ ...HELPERS, 'Wrong.cls': `public class Wrong {\n${body}\n}` });
    for (const [index, [statement, expected]] of STATEMENTS.entries()) {
      const found = project.mistakes.filter((mistake) => mistake.startsWith(`Wrong.cls:${index + 2} `));
      assert.equal(found.length, 1, `${statement}\n${found.join('\n')}`);
      assert.match(found[0], expected, statement);
    }
    project.close();
  });

  it('reports mistakes in declarations', () => {
    const wrong = Object.fromEntries(
      CLASSES.map(([source], index) => [
        `W${index}.cls`,
        source
          .replace(/class X\b/, `class W${index}`)
          .replace('extends X ', `extends W${index} `)
          .replaceAll(/ X\(/g, ` W${index}(`),
      ]),
    );
    const project = createApexProject({ ...HELPERS, ...wrong });
    for (const [index, [source, expected]] of CLASSES.entries()) {
      const found = project.mistakes.filter((mistake) => mistake.startsWith(`W${index}.cls:`));
      assert.ok(found.length > 0, source);
      assert.match(found.join('\n').replaceAll(`W${index}`, 'X'), expected, source);
    }
    assert.ok(!project.mistakes.some((mistake) => /^(Vault|Other|Doing)/.test(mistake)));
    project.close();
  });

  it('lets code that nothing leads to and changed finals pass before API 42.0, and + before a text', () => {
    const source = "public class Old { String go() { final Integer i = 1; i++; return 'a' + +'b'; return null; } }";
    for (const [apiVersion, expected] of [
      ['41.0', []],
      ['42.0', [/Final variable can't be assigned again: i/, /Unreachable statement/]],
    ] as const) {
      const project = createApexProject({ 'Old.cls': source }, { apiVersion });
      assert.equal(project.mistakes.length, expected.length, project.mistakes.join('\n'));
      expected.forEach((message, index) => assert.match(project.mistakes[index], message));
      project.close();
    }
  });

  it('does not ask for access modifiers before API 65.0', () => {
    const project = createApexProject(
      { 'Old.cls': 'public abstract class Old { abstract void go(); class Sub extends Old { void go() { } } }' },
      { apiVersion: '60.0' },
    );
    assert.deepEqual(project.mistakes, []);
    project.close();
  });
});
