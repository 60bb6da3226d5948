import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('Chart.js is the file of the pinned package, byte by byte', () => {
  assert.ok(
    read('force-app/main/shared/staticresources/ChartJs.js') === read('node_modules/chart.js/dist/chart.umd.min.js'),
    'Chart.js in the package differs from the one npm installed: cp node_modules/chart.js/dist/chart.umd.min.js force-app/main/shared/staticresources/ChartJs.js',
  );
});

test('Chart.js is pinned, and says its version and its licence', () => {
  const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
  const version = devDependencies['chart.js'] ?? '';
  assert.match(version, /^\d+\.\d+\.\d+$/);
  const head = read('force-app/main/shared/staticresources/ChartJs.js').slice(0, 300);
  assert.ok(head.includes(`Chart.js v${version}`));
  assert.ok(head.includes('Released under the MIT License'));
});
