import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Modules of the platform without a stub. */
const WITHOUT_STUB: ReadonlySet<string> = new Set([
  'actions',
  'barcodeScanner',
  'cmsDeliveryApi',
  'logger',
  'mediaUtils',
  'mobileCapabilities',
  'modal',
  'userConsentApi',
]);
const OF_SITES = /^@salesforce\/(?:community|site)\//;

/** Whether the platform has a module of this name: the stubs for component tests list those of `lightning`. */
export function isPlatformModule(specifier: string, root: string): boolean {
  const [, name] = /^lightning\/(\w+)$/.exec(specifier) ?? [];
  const stubs = path.join(root, 'node_modules/@salesforce/sfdx-lwc-jest/src/lightning-stubs');
  return OF_SITES.test(specifier) || (name !== undefined && (WITHOUT_STUB.has(name) || existsSync(path.join(stubs, name))));
}

/**
 * Stands for a module that the platform has and the local org does not, so that what does without it works: whoever uses it fails there,
 * with a sentence that names the module and the file.
 */
export function absentModule(specifier: string, importer: string): string {
  const sentence = JSON.stringify(`The local org has no module ${specifier}, which ${importer} imports.`);
  const named = namesImported(readFileSync(importer, 'utf8'), specifier);
  return [
    `import { LightningElement } from 'lwc';`,
    `function refuse() { throw new Error(${sentence}); }`,
    'export default class extends LightningElement { constructor() { super(); refuse(); } }',
    ...named.map((name) => `export { refuse as ${name} };`),
  ].join('\n');
}

/** `import { a, b as c } from 'lightning/x'` names `a` and `b`; what a template uses has no names. */
function namesImported(text: string, specifier: string): string[] {
  const names = [...text.matchAll(/import\s[^;'"]*?\{([^}]*)\}\s*from\s*(['"])([^'"]+)\2/g)]
    .filter(([, , , from]) => from === specifier)
    .flatMap(([, list = '']) => list.split(','))
    .map((item) => item.trim().split(/\s+as\s+/)[0] ?? '')
    .filter((name) => /^[\w$]+$/.test(name) && name !== 'default');
  return [...new Set(names)];
}
