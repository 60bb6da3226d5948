import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { createApexProject } from '../apex-project.ts';

const META = `<?xml version="1.0" encoding="UTF-8"?>
<DataWeaveResource xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><isGlobal>false</isGlobal></DataWeaveResource>`;

function scripts(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => [
      [`dw/${name}.dwl`, text],
      [`dw/${name}.dwl-meta.xml`, META],
    ]),
  );
}

const project = createApexProject({
  'Row.cls': `public class Row {
    public enum Level { LOW, HIGH }
    public String name;
    public Decimal amount;
    public Integer count;
    public Date day;
    public Datetime at;
    public Set<String> tags;
    public Map<String, Integer> scores;
    public Level level;
    public Row inner;
  }`,
  ...scripts({
    toContacts: `%dw 2.0
input records application/csv
output application/apex
---
records map (record) -> {
  FirstName: record.first_name,
  LastName: record.last_name
} as Object {class: "Contact"}`,
    toRow: `input data json
output application/apex
---
data as Object {class: "Row"}`,
    toJson: `input records application/java
output application/json indent=false
---
records map { name: $.LastName, at: $.CreatedDate as String {format: "uuuu"}, class: $.^class }`,
    natural: `output application/apex
---
{ whole: 1, fraction: 1.5, words: ["a", "b"], mixed: [1, "a"], day: |2020-01-02|, none: null, inner: {x: true} }`,
    wrongField: `output application/apex
---
{ Nonsense: 1 } as Object {class: "Account"}`,
    divide: '%dw 2.0\noutput application/json\n---\n1/0',
    sheet: 'output application/xlsx\n---\n[]',
    text: 'log("Hello")',
  }),
});
after(() => project.close());

it('makes records of CSV, as a list of their type, by the class of the script', () => {
  assert.deepEqual(project.mistakes, []);
  assert.deepEqual(
    project.run(`
    DataWeave.Script script = new DataWeaveScriptResource.toContacts();
    DataWeave.Result result = script.execute(new Map<String, Object>{ 'records' => 'first_name,last_name\\nAbel,Maclead' });
    List<Contact> contacts = (List<Contact>) result.getValue();
    System.debug(contacts[0].FirstName + ' ' + contacts[0].LastName);`),
    ['Abel Maclead'],
  );
});

it('fills the fields of a class by their types', () => {
  const data = `{"name":"n","amount":"1.50","count":2,"day":"2020-01-02","at":"2020-01-02T03:04:05Z","tags":["a","a"],"scores":{"x":1},"level":"HIGH","inner":{"name":"i"}}`;
  assert.deepEqual(
    project.run(`
    Row row = (Row) DataWeave.Script.createScript('toRow').execute(new Map<String, Object>{ 'data' => '${data}' }).getValue();
    System.debug(row.name + row.amount + row.count + row.day.format() + row.at.getTime() + row.tags + row.scores + row.level + row.inner.name);`),
    ['n1.5021/2/20201577934245000{a}{x=1}HIGHi'],
  );
});

it('takes records as they are', () => {
  assert.deepEqual(
    project.run(`
    insert new Account(Name = 'A');
    List<Contact> contacts = new List<Contact>{ new Contact(LastName = 'Doe') };
    insert contacts;
    contacts = [SELECT LastName, CreatedDate FROM Contact WHERE Id IN :contacts];
    String text = DataWeave.Script.createScript('toJson').execute(new Map<String, Object>{ 'records' => contacts }).getValueAsString();
    System.debug(text == '[{"name":"Doe","at":"' + contacts[0].CreatedDate.yearGmt() + '","class":"Contact"}]');`),
    ['true'],
  );
});

it('gives values without a class as maps, lists and plain values', () => {
  assert.deepEqual(
    project.run(`
    Map<String, Object> value = (Map<String, Object>) DataWeave.Script.createScript('natural').execute(new Map<String, Object>()).getValue();
    System.debug(value.get('whole') instanceof Integer);
    System.debug(value.get('fraction'));
    System.debug(value.get('words') instanceof List<String>);
    System.debug(((List<Object>) value.get('mixed')).size());
    System.debug(value.get('day') instanceof Date);
    System.debug(((Map<String, Object>) value.get('inner')).get('x'));`),
    ['true', '1.5', 'true', '2', 'true', 'true'],
  );
});

it('raises what fails as an exception of its own', () => {
  const failure = (name: string): string[] =>
    project.run(`
    try {
      DataWeave.Script.createScript('${name}').execute(new Map<String, Object>());
    } catch (System.DataWeaveScriptException e) {
      System.debug(e.getTypeName() + ': ' + e.getMessage().substringBefore('\\n'));
    }`);
  assert.deepEqual(failure('divide'), ['System.DataWeaveScriptException: Division by zero']);
  assert.deepEqual(failure('sheet'), ['System.DataWeaveScriptException: Unknown content type `application/xlsx`']);
  assert.deepEqual(failure('wrongField'), [
    'System.DataWeaveScriptException: Error writing Nonsense: Invalid field "Nonsense" for type "Account"',
  ]);
  assert.deepEqual(failure('absent'), ['System.DataWeaveScriptException: There is no DataWeave script named absent']);
});

it('writes the log of a script to the debug log', () => {
  assert.deepEqual(project.run(`System.debug(new DataWeaveScriptResource.text().execute(new Map<String, Object>()).getValueAsString());`), [
    '"Hello"',
    '"Hello"',
  ]);
});

it('reports what is wrong with a script by file and line, and knows no class of it', () => {
  const broken = createApexProject({
    'Uses.cls': 'public class Uses { public DataWeave.Script script = new DataWeaveScriptResource.broken(); }',
    ...scripts({ broken: '%dw 2.0\noutput application/json\n---\npayload' }),
  });
  assert.deepEqual(broken.mistakes, [
    'broken.dwl:4 Unable to resolve reference of `payload`',
    'Uses.cls:1 Invalid type: DataWeaveScriptResource.broken',
  ]);
  broken.close();
});
