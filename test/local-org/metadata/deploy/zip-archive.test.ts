import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadZip, readZip, writeZip } from '../../../../scripts/local-org/metadata/deploy/zip-archive.ts';

const FILES = new Map([
  ['package.xml', Buffer.from('<Package/>')],
  ['classes/Größe.cls', Buffer.from('public class A {}'.repeat(1000))],
  ['empty.txt', Buffer.alloc(0)],
]);

test('what is packed comes out again', () => {
  assert.deepEqual(readZip(writeZip(FILES)), FILES);
});

test('a damaged archive is refused with a sentence', () => {
  const archive = writeZip(FILES);
  const broken = Buffer.from(archive);
  broken.fill(7, 45, 50);
  assert.throws(() => readZip(broken), BadZip);
  assert.throws(() => readZip(archive.subarray(0, 40)), /This is no zip archive/);
  assert.throws(() => readZip(Buffer.from('<html>no archive at all</html>')), /This is no zip archive/);
  assert.throws(() => readZip(Buffer.alloc(0)), /This is no zip archive/);
});

test('no path leads out of the archive', () => {
  for (const path of ['../evil.cls', '/etc/passwd', 'classes/../../evil.cls', 'C:\\evil.cls']) {
    assert.throws(() => readZip(writeZip(new Map([[path, Buffer.from('x')]]))), /leads out of it/, path);
  }
});
