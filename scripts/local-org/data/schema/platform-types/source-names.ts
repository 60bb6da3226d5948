import { readFileSync } from 'node:fs';
import type { SourceTree } from '../../../metadata/source-tree.ts';

/** Metadata that may speak of standard objects, fields and relationships. */
const TYPES_THAT_NAME_OBJECTS = [
  'CustomObject',
  'CustomField',
  'CustomMetadata',
  'ValidationRule',
  'RecordType',
  'FieldSet',
  'PermissionSet',
  'SharingRules',
  'PlatformEventChannelMember',
];
/** What `ConnectApi` keeps posts and comments in, though no code names them. */
const FEED_OBJECTS = ['FeedItem', 'FeedComment'];
const CODE_TYPES = ['ApexClass', 'ApexTrigger'];

/** The words a source tree uses: any that may be the name of an object, a field or a relationship. */
export interface SourceNames {
  /** Whether the word occurs: in code in any case, in metadata as written. */
  has(word: string): boolean;
}

/** Gathers the words of a source tree. */
export function sourceNames(tree: SourceTree): SourceNames {
  const inCode = new Set<string>();
  for (const type of CODE_TYPES) {
    for (const { contentPath } of tree.ofType(type)) {
      addWords(readFileSync(contentPath as string, 'utf8'), inCode);
    }
  }
  const inMetadata = new Set<string>();
  for (const type of TYPES_THAT_NAME_OBJECTS) {
    for (const { path, parent } of tree.ofType(type)) {
      for (const [word] of readFileSync(path, 'utf8').matchAll(/\b[A-Z]\w+/g)) inMetadata.add(word);
      if (parent !== undefined) inMetadata.add(parent);
    }
  }
  for (const { name } of tree.ofType('CustomObject')) inMetadata.add(name);
  if (inCode.has('connectapi')) FEED_OBJECTS.forEach((name) => inMetadata.add(name));
  return { has: (word) => inCode.has(word.toLowerCase()) || inMetadata.has(word) };
}

const COMMENTS_AND_TEXTS = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'/g;

/** Adds the words of a class: those of its code, of queries in texts and of texts that are one word, but not of comments and prose. */
function addWords(text: string, words: Set<string>): void {
  const code = text.replace(COMMENTS_AND_TEXTS, (part) => (/^'(?:\w+'|.*\bfrom\b)/i.test(part) ? part : ' '));
  for (const [word] of code.matchAll(/\b[A-Za-z]\w+/g)) words.add(word.toLowerCase());
}
