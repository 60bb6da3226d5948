import { unescapeString } from './read-literals.ts';
import type { Annotation, Modifiers } from './syntax.ts';
import type { TokenReader } from './token-reader.ts';

const WORDS: ReadonlySet<string> = new Set(
  'abstract final global override private protected public static testmethod virtual webservice'.split(' '),
);
/** Words before `sharing`. */
const SHARING: ReadonlySet<string> = new Set(['with', 'without', 'inherited']);

/** What stands before a declaration: `@TestVisible private static`, `public with sharing`; often nothing. */
export function readModifiers(reader: TokenReader): Modifiers {
  const words: string[] = [];
  const annotations: Annotation[] = [];
  for (;;) {
    const { key } = reader.current;
    if (key === '@') {
      annotations.push(readAnnotation(reader));
    } else if (WORDS.has(key) || (key === 'transient' && reader.peek(1).kind === 'word')) {
      words.push(reader.next().key);
    } else if (SHARING.has(key) && reader.peek(1).key === 'sharing') {
      words.push(`${reader.next().key} ${reader.next().key}`);
    } else {
      return { words, annotations };
    }
  }
}

/** `@IsTest`, `@AuraEnabled(cacheable=true)`, `@RestResource(urlMapping='/asks/*')`. */
function readAnnotation(reader: TokenReader): Annotation {
  const { position } = reader;
  reader.expect('@');
  const name = reader.name().toLowerCase();
  const parameters: Record<string, string> = {};
  if (reader.accept('(')) {
    while (!reader.at(')')) {
      const isNamed = reader.peek(1).key === '=';
      const parameter = isNamed ? reader.name().toLowerCase() : 'value';
      if (isNamed) reader.expect('=');
      parameters[parameter] = readValue(reader);
      reader.accept(',');
    }
    reader.expect(')');
  }
  return { ...position, name, parameters };
}

function readValue(reader: TokenReader): string {
  const { kind, key } = reader.current;
  if (kind !== 'text' && key !== 'true' && key !== 'false') throw reader.unexpected();
  const { text } = reader.next();
  return kind === 'text' ? unescapeString(text.slice(1, -1)) : text;
}
