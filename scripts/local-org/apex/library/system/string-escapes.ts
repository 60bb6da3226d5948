import { raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';
import { escapeEntities, unescapeEntities } from './html-entities.ts';

const JAVA_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
const XML_ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' };

/** Members of `String` that escape and unescape. */
export const stringEscapes: LibraryClass['members'] = {
  ...refusingNull({
    'String escapeCsv()': (self: string) => (/[",\r\n]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self),
    'String unescapeCsv()': (self: string) => (/^".*[",\r\n].*"$/s.test(self) ? self.slice(1, -1).replaceAll('""', '"') : self),
    'String escapeEcmaScript()': (self: string) => escapeJava(self).replace(/'/g, "\\'").replace(/\//g, '\\/'),
    'String unescapeEcmaScript()': unescapeJava,
    'String escapeHtml3()': escapeEntities,
    'String escapeHtml4()': escapeEntities,
    'String unescapeHtml3()': unescapeEntities,
    'String unescapeHtml4()': unescapeEntities,
    'String escapeJava()': escapeJava,
    'String unescapeJava()': unescapeJava,
    'String escapeUnicode()': (self: string) => self.replace(/[\s\S]/g, unicodeEscape),
    'String unescapeUnicode()': (self: string) =>
      self.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'String escapeXml()': (self: string) => self.replace(/[<>&"']/g, (character) => XML_ENTITIES[character]),
    'String unescapeXml()': unescapeEntities,
  }),
  'static String escapeSingleQuotes(String text)': (text: string | null) => (text ?? raiseNull()).replaceAll("'", "\\'"),
};

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeJava(text: string): string {
  return text.replace(/[\u0000-\u001f"\\\u007f-\uffff]/g, (character) => JAVA_ESCAPES[character] ?? unicodeEscape(character));
}

function unescapeJava(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, letter: string) => {
    if (code !== undefined) {
      return String.fromCharCode(parseInt(code, 16));
    }
    return Object.entries(JAVA_ESCAPES).find(([, escape]) => escape === `\\${letter}`)?.[0] ?? letter;
  });
}
