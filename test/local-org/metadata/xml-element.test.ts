import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetUpError } from '../../../scripts/local-org/metadata/set-up-error.ts';
import { parseXml } from '../../../scripts/local-org/metadata/xml-element.ts';

test('elements have attributes, children or text; comments and instructions are none', () => {
  const root = parseXml(
    '\uFEFF<?xml version="1.0"?>\r\n<!-- a > b -->\n<A xmlns="urn:a" b = \'c &quot;\'>\n  <B>one</B><C/>\n<B ><D e="f>g"> two </D></B></A>\n',
    'a.xml',
  );
  assert.equal(root.name, 'A');
  assert.deepEqual({ ...root.attributes }, { xmlns: 'urn:a', b: 'c "' });
  assert.equal(root.text, '');
  assert.deepEqual(
    root.children.map(({ name }) => name),
    ['B', 'C', 'B'],
  );
  assert.equal(root.textOf('B'), 'one');
  assert.equal(root.textOf('C'), undefined);
  assert.equal(root.all('B')[1]?.child('D')?.text, ' two ');
  assert.equal(root.all('B')[1]?.child('D')?.attributes['e'], 'f>g');
});

test('text keeps its white space, its line ends are line feeds, its entities are resolved', () => {
  const root = parseXml('<A> a\r\n&lt;&#65;&#x1F600;&gt; &amp;amp; <![CDATA[<b>&amp;]]><!-- c --> d</A>', 'a.xml');
  assert.equal(root.text, ' a\n<A😀> &amp; <b>&amp; d');
});

const BROKEN: readonly (readonly [string, RegExp])[] = [
  ['<A>\n<B></A>', /^a\.xml:2: this is not well-formed XML \("B" is ended by "A"\); mend the file\.$/],
  ['<A>\n\n<B>', /^a\.xml:3: .*"B" is not ended/],
  ['<A>\n< B/></A>', /^a\.xml:2: .*a tag is broken/],
  ['<A b=c/>', /^a\.xml:1: .*a tag is broken/],
  ['<A>a & b</A>', /^a\.xml:1: .*"&" stands for no character/],
  ['<A>&nbsp;</A>', /^a\.xml:1: .*"&nbsp;" stands for no character/],
  ['<A/>\n<B/>', /^a\.xml:2: .*"B" begins behind the end/],
  ['<A/>\nb', /^a\.xml:1: .*text outside of the elements/],
  ['</A>', /^a\.xml:1: .*/],
  ['<A><!-- b </A>', /^a\.xml:1: .*a tag is broken/],
  ['not XML', /^a\.xml:1: .*text outside of the elements/],
  ['', /^a\.xml: the file has no XML element in it; mend or remove the file\.$/],
  ['<?xml version="1.0"?>\n', /^a\.xml: the file has no XML element in it/],
];

test('what is broken is told with its line', () => {
  for (const [text, expected] of BROKEN) {
    assert.throws(
      () => parseXml(text, 'a.xml'),
      (error) => error instanceof SetUpError && expected.test(error.message),
      text,
    );
  }
});
