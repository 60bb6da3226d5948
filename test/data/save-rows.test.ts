import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection } from 'jsforce';
import { saveRows } from '../../scripts/data/import/save-rows.ts';
import type { RowToSave } from '../../scripts/data/import/save-rows.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

function row(line: number, id: string | null = null): RowToSave {
  return { row: { line, cells: [`cell ${line}`] }, values: { Role__c: `role ${line}` }, id };
}

function refused(errorCode: string, message: string): object {
  return { success: false, errors: [{ errorCode, message }] };
}

/** A stand-in for an org that answers each request for records by the function. */
function org(answer: (action: 'create' | 'update', rows: Rows) => object[]): Connection {
  const send = (action: 'create' | 'update') => (rows: Rows) => Promise.resolve().then(() => answer(action, rows));
  return { sobject: () => ({ create: send('create'), update: send('update') }) } as unknown as Connection;
}

const nothing = (): void => undefined;

test('each answer belongs to its row, whether it was created or changed', async () => {
  const connection = org((action, rows) =>
    rows.map((_row, index) => (action === 'update' && index === 0 ? refused('REQUIRED', 'No.') : { success: true, id: 'id', errors: [] })),
  );
  const saved = await saveRows(connection, 'Advocate__c', [row(2, 'a'), row(3), row(4, 'b'), row(5)], nothing);
  assert.deepEqual([saved.created, saved.updated], [2, 1]);
  assert.deepEqual(
    saved.rejections.map(({ row: { line }, reason }) => [line, reason]),
    [[2, 'No.']],
  );
});

test('a row that was locked is tried once more, and only that one', async () => {
  const sent: number[] = [];
  const connection = org((_action, rows) => {
    sent.push(rows.length);
    return rows.map((values) =>
      sent.length === 1 && values['Role__c'] === 'role 3'
        ? refused('UNABLE_TO_LOCK_ROW', 'Locked.')
        : { success: true, id: 'id', errors: [] },
    );
  });
  const saved = await saveRows(connection, 'Advocate__c', [row(2), row(3), row(4)], nothing);
  assert.deepEqual([sent, saved.created, saved.rejections], [[3, 1], 3, []]);
});

test('rows go in requests of 200, and an org that stops answering says how far it came', async () => {
  const progress: number[] = [];
  let requests = 0;
  const connection = org((_action, rows) => {
    requests += 1;
    if (requests === 3) throw new Error('socket hang up');
    return rows.map(() => ({ success: true, id: 'id', errors: [] }));
  });
  const rows = Array.from({ length: 450 }, (_unused, index) => row(index + 2));
  await assert.rejects(
    saveRows(connection, 'Advocate__c', rows, (done) => progress.push(done)),
    /^Error: The org stopped answering after 400 rows were stored \(socket hang up\): import the file again/,
  );
  assert.deepEqual(progress, [200, 400]);
});
