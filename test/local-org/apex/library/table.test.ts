import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadLibrary } from '../../../../scripts/local-org/apex/library/registry.ts';
import { libraryTable } from '../../../../scripts/local-org/apex/library/table.ts';

test('the table of the library is current', () => {
  const written = readFileSync(new URL('../../../../scripts/local-org/apex/library/README.md', import.meta.url), 'utf8');
  assert.ok(
    written === libraryTable(loadLibrary()),
    'The library has changed: run `node scripts/local-org/apex/library/write-table.ts` and commit the README.',
  );
});
