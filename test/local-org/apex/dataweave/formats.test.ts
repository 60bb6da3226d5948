import assert from 'node:assert/strict';
import { it } from 'node:test';
import { logged, runScript } from './run-script.ts';

const toJson = (format: string, text: string, script = 'payload'): unknown =>
  JSON.parse(runScript(`input payload ${format}\noutput application/json\n---\n${script}`, { payload: text }));

it('writes JSON with two spaces a level, or on one line, with or without nulls', () => {
  const value = '{a: [1, null], b: null, c: {}}';
  assert.equal(
    runScript(`output application/json\n---\n${value}`),
    '{\n  "a": [\n    1,\n    null\n  ],\n  "b": null,\n  "c": {\n    \n  }\n}',
  );
  assert.equal(runScript(`output application/json indent=false, skipNullOn="everywhere"\n---\n${value}`), '{"a":[1],"c":{}}');
});

it('keeps the digits of numbers, and names that a script gives twice', () => {
  const script = 'input payload json\noutput application/json indent=false\n---\npayload';
  assert.equal(runScript(script, { payload: '{"a":1.10,"b":12345678901234567890}' }), '{"a":1.10,"b":12345678901234567890}');
  assert.equal(runScript('output application/json indent=false\n---\n{a: 1, a: 2}'), '{"a":1,"a":2}');
  assert.equal(runScript('output application/json indent=false, duplicateKeyAsArray=true\n---\n{a: 1, a: 2}'), '{"a":[1,2]}');
  assert.throws(() => runScript(script, { payload: '{"a":}' }), { message: /^Unable to read the text as JSON: Unexpected character/ });
});

it('reads CSV with quotes, escapes, separators of its own, with and without a header', () => {
  const quoted = 'name,company\nAbel,"Rousseaux, ""Michael"" Esq"\n\nBea,"two\nlines"\n';
  assert.deepEqual(toJson('application/csv', quoted), [
    { name: 'Abel', company: 'Rousseaux, "Michael" Esq' },
    { name: 'Bea', company: 'two\nlines' },
  ]);
  assert.deepEqual(toJson("application/csv separator=';'", 'a;b\n1;2'), [{ a: '1', b: '2' }]);
  assert.deepEqual(toJson('application/csv header=false', '1,2', 'payload[0][1]'), '2');
});

it('writes CSV, quoting what needs it', () => {
  const rows = '[{name: "A, B", note: "says \\"hi\\""}, {name: "C", note: null}]';
  assert.equal(runScript(`output application/csv\n---\n${rows}`), 'name,note\n"A, B","says \\"hi\\""\nC,\n');
  assert.equal(runScript(`output application/csv separator="|", header=false, quoteValues=true\n---\n[{a: 1, b: 2}]`), '"1"|"2"\n');
});

it('reads XML with attributes, namespaces, repeated and empty elements', () => {
  const xml = `<?xml version="1.0"?><users><user id="1">Weave</user><user id="2">BAT</user><none/><h:t xmlns:h="http://h">x</h:t></users>`;
  const script =
    '{all: payload.users.*user, ids: payload.users.*user.@id, first: payload.users.user.@id, none: payload.users.none, t: payload.users.h#t}';
  const header = 'ns h http://h\n';
  assert.deepEqual(
    JSON.parse(runScript(`input payload application/xml\noutput application/json\n${header}---\n${script}`, { payload: xml })),
    { all: ['Weave', 'BAT'], ids: ['1', '2'], first: '1', none: null, t: 'x' },
  );
});

it('writes XML with attributes, namespaces and character data', () => {
  const script = `output application/xml
ns h http://h
---
root @(version: 1): {
  h#item: "a & b",
  (["x", "y"] map {each @(n: $$): $}),
  raw: "<b>" as CData,
  empty: null
}`;
  assert.equal(
    runScript(script),
    `<?xml version='1.0' encoding='UTF-8'?>
<root version="1">
  <h:item xmlns:h="http://h">a &amp; b</h:item>
  <each n="0">x</each>
  <each n="1">y</each>
  <raw><![CDATA[<b>]]></raw>
  <empty/>
</root>`,
  );
  assert.throws(() => runScript('output application/xml\n---\n{a: 1, b: 2}'), { message: /^Trying to output second root/ });
});

it('reads and writes forms, lines of JSON, plain text, and its own notation', () => {
  assert.deepEqual(toJson('application/x-www-form-urlencoded', 'a=1&b=two+words'), { a: '1', b: 'two words' });
  assert.deepEqual(toJson('application/x-ndjson', '{"a":1}\n{"a":2}\n'), [{ a: 1 }, { a: 2 }]);
  assert.equal(runScript('output text/plain\n---\n1 + 1'), '2');
  assert.equal(
    runScript('output application/dw\n---\n{a: |2020-01-02|, "b c": [1], d @(x: 1): "t"}'),
    '{\n  a: |2020-01-02|,\n  "b c": [\n    1\n  ],\n  d @(x: 1): "t"\n}',
  );
});

it('logs what it is told to, in its own notation, and gives it back', () => {
  assert.equal(runScript('log("seen", {a: 1})'), '{\n  a: 1\n}');
  assert.deepEqual(logged, ['seen - {\n  a: 1\n}']);
});

it('does not know the formats that the platform does not know', () => {
  assert.throws(() => runScript('output application/xlsx\n---\n[]'), { message: /^Unknown content type `application\/xlsx`/ });
});
