import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

let texts: ReadonlyMap<string, string> | undefined;

/**
 * The wording of the package, so that page and command line explain a figure alike.
 *
 * @param name of a custom label.
 * @throws Error when the package has no such label.
 */
export function labelText(name: string): string {
  texts ??= readLabels();
  const text = texts.get(name);
  if (text === undefined) {
    throw new Error(`The package has no label ${name}.`);
  }
  return text;
}

function readLabels(): ReadonlyMap<string, string> {
  const file = new URL('../../../force-app/main/app/labels/CustomLabels.labels-meta.xml', import.meta.url);
  const document = new XMLParser({ parseTagValue: false }).parse(readFileSync(file, 'utf8')) as {
    CustomLabels: { labels: { fullName: string; value: string }[] };
  };
  return new Map(document.CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}
