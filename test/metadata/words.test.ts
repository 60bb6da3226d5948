import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elements, files, filesEndingIn, readXml, text, textOf } from './package-source.ts';

const labels = filesEndingIn('.labels-meta.xml').flatMap((file) => elements(readXml(file), 'labels'));
const labelNames = labels.map((label) => text(label, 'fullName') ?? '');

/** Attributes whose value a person reads or hears. */
const spokenAttributes =
  /(?<![\w-])(label|title|placeholder|alternative-text|aria-label|aria-description|alt|help-text|message-[a-z-]+|[a-z-]+-label)="([^"]*)"/g;

function usedLabels(): Map<string, string> {
  const used = new Map<string, string>();
  for (const file of files) {
    if (/\/lwc\/.*\.ts$/.test(file)) {
      for (const match of textOf(file).matchAll(/@salesforce\/label\/c\.(\w+)/g)) {
        used.set(match[1] ?? '', file);
      }
    } else if (/\.(cls|trigger)$/.test(file)) {
      for (const match of textOf(file).matchAll(/\bLabel\.(\w+)/g)) {
        used.set(match[1] ?? '', file);
      }
    }
  }
  return used;
}

/** Text and spoken attributes of a template that are not bound to a label. */
function bareWords(template: string): string[] {
  const markup = template.replace(/<!--[\s\S]*?-->/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
  const spoken = [...markup.matchAll(spokenAttributes)].map((match) => match[2] ?? '').filter((value) => !value.startsWith('{'));
  const between = markup
    .replace(/<(?:"[^"]*"|\{[^}]*\}|[^>"{])*>/g, '\n')
    .replace(/\{[^}]*\}/g, '')
    .replace(/&\w+;/g, '')
    .split('\n');
  return [...spoken, ...between].map((words) => words.trim()).filter((words) => /\p{Letter}/u.test(words));
}

test('every label is used', () => {
  const used = new Set([...usedLabels().keys()].map((name) => name.toLowerCase()));
  assert.deepEqual(
    labelNames.filter((name) => !used.has(name.toLowerCase())),
    [],
  );
});

test('every label that is used exists', () => {
  const known = new Set(labelNames.map((name) => name.toLowerCase()));
  const missing = [...usedLabels()].filter(([name]) => !known.has(name.toLowerCase()));
  assert.deepEqual(missing, []);
});

test('every label is ours by name, is described, and is defined once', () => {
  assert.ok(labels.length > 0);
  assert.deepEqual(
    labelNames.filter((name) => !name.startsWith('Vouchsafe_')),
    [],
  );
  assert.deepEqual(
    labels.filter((label) => !text(label, 'shortDescription')).map((label) => text(label, 'fullName')),
    [],
  );
  assert.equal(new Set(labelNames.map((name) => name.toLowerCase())).size, labelNames.length);
});

test('no template holds a word that is not a label', () => {
  const templates = files.filter((file) => /\/lwc\/.*\.html$/.test(file));
  assert.ok(templates.length > 0);
  const bare = templates.flatMap((file) => bareWords(textOf(file)).map((words) => `${file}: ${words}`));
  assert.deepEqual(bare, []);
});

test('the search for bare words finds text and spoken attributes, and leaves bindings alone', () => {
  assert.deepEqual(bareWords('<p class="x">{label.title} · {count}</p><c-row label={label.row} variant="label-hidden"></c-row>'), []);
  assert.deepEqual(bareWords('<p onclick={go}>Ask now</p>'), ['Ask now']);
  assert.deepEqual(bareWords('<lightning-button label="Ask" aria-label={x}></lightning-button>'), ['Ask']);
});
