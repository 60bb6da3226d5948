import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from '../../scripts/data/csv/read.ts';
import { storeCsv } from '../../scripts/data/csv/store.ts';
import { csvCell, csvLine, restoreText } from '../../scripts/data/csv/write.ts';

function read(text: string): ReturnType<typeof readCsv> {
  return readCsv(new TextEncoder().encode(text), 'advocates.csv');
}

test('commas, semicolons and tabs part the cells, whatever the names in quotes hold', () => {
  assert.deepEqual(read('A,B\r\n1,2\r\n'), { delimiter: ',', header: ['A', 'B'], rows: [{ line: 2, cells: ['1', '2'] }] });
  assert.equal(read('"A, of all, kinds";B\n1;2\n').delimiter, ';');
  assert.equal(read('A\tB\n1\t2\n').delimiter, '\t');
});

test('a row is known by the line on which it begins', () => {
  const { rows } = read('A,B\n"one\ntwo\nthree",x\nshort,y\n\n,\nlast,z\n');
  assert.deepEqual(
    rows.map(({ line, cells }) => [line, cells[0]]),
    [
      [2, 'one\ntwo\nthree'],
      [5, 'short'],
      [8, 'last'],
    ],
  );
});

test('the marks of UTF-8 and UTF-16 are no part of the header', () => {
  assert.deepEqual(read('\uFEFFName,Ort\nMüller,Köln\n').header, ['Name', 'Ort']);
  const wide = Buffer.from('\uFEFFName\tOrt\nMüller\tKöln\n', 'utf16le');
  assert.deepEqual(readCsv(wide, 'advocates.txt').rows[0]?.cells, ['Müller', 'Köln']);
});

test('another encoding, a workbook, an open quote and an empty file are each refused in one sentence', () => {
  assert.throws(
    () => readCsv(Buffer.from('Name\nM\xfcller\n', 'latin1'), 'a.csv'),
    /^Error: a\.csv is not encoded in UTF-8: save it .*\.$/,
  );
  assert.throws(() => readCsv(Buffer.from('PK\u0003\u0004'), 'a.csv'), /is a workbook and not a CSV file/);
  assert.throws(() => read('A,B\n1,"two\n3,4\n'), /is not well-formed near line \d+: /);
  assert.throws(() => read('A,B\n'), /holds no rows below a header/);
  assert.throws(() => read(''), /holds no rows below a header/);
});

test('only text that begins like a formula is changed', () => {
  const texts = ['=1', '+1', '-1', '@a', '\tb', 'New', 'a=b'];
  assert.deepEqual(
    texts.map((text) => csvCell(text)),
    ["'=1", "'+1", "'-1", "'@a", "'\tb", 'New', 'a=b'],
  );
  assert.equal(csvCell({ number: '-5.00' }), '-5.00');
  assert.equal(csvCell('one, two'), '"one, two"');
  assert.equal(csvCell('one, two', ';'), 'one, two');
});

test('whatever is written is read as it was', () => {
  const text = fc.oneof(fc.string({ maxLength: 20 }), fc.stringMatching(/^['=+\-@;,"\r\n\t ]{0,6}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), fc.constantFrom(',', ';'), (rows, delimiter) => {
      const written = [['One', 'Two'], ...rows.map((row) => [...row, 'end'])].map((row) => csvLine(row, delimiter)).join('');
      const back = read(written.replace('Two', `Two${delimiter}Three`)).rows.map(({ cells }) => cells.slice(0, 2).map(restoreText));
      assert.deepEqual(back, rows);
    }),
  );
});

test('a file is replaced as a whole, and nothing is left of one that could not be written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-csv-'));
  try {
    const file = join(folder, 'a.csv');
    storeCsv(file, [['A'], ['old']]);
    storeCsv(file, [['A'], ['new']]);
    assert.equal(readFileSync(file, 'utf8'), '\uFEFFA\r\nnew\r\n');
    assert.throws(() => storeCsv(join(folder, 'missing', 'a.csv'), [['A']]), /could not be written/);
    assert.deepEqual(readdirSync(folder), ['a.csv']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
