import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LINK = /\]\((?!https?:)([^)#]*)(#[^)]+)?\)/g;

/** A heading as GitHub makes an anchor of it. */
const anchorOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-')}`;

for (const page of ['README.md', 'scripts/local-org/README.md']) {
  test(`what ${page} links to is there`, () => {
    const text = readFileSync(join(root, page), 'utf8');
    const anchors = new Set(Array.from(text.matchAll(/^#+ (.+)$/gm), (match) => anchorOf(match[1] ?? '')));
    const broken = Array.from(text.matchAll(LINK))
      .filter(([, path = '', anchor]) => (path === '' ? !anchors.has(anchor ?? '') : !existsSync(join(root, dirname(page), path))))
      .map(([link]) => link);
    assert.deepEqual(broken, []);
  });
}
