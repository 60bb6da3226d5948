const fs = require('node:fs');
const path = require('node:path');
const { XMLParser } = require('fast-xml-parser');

/** Gives every custom label of the package its real text, so that a test sees the words that a person reads. */
function readLabels(folder) {
  const labels = new Map();
  for (const entry of fs.readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith('.labels-meta.xml')) continue;
    const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });
    const parsed = parser.parse(fs.readFileSync(path.join(folder, entry), 'utf8'));
    for (const label of parsed.CustomLabels?.labels ?? []) labels.set(label.fullName, label.value);
  }
  return labels;
}

for (const [name, text] of readLabels(path.resolve(__dirname, '../../force-app'))) {
  jest.mock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: text }), { virtual: true });
}
