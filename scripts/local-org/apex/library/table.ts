import type { LibraryClass } from './declaration.ts';
import { nameWithoutParameters } from './registry.ts';
import type { Library } from './registry.ts';
import { parseSignature } from '../types/signature.ts';

const HEADING = `# What of the system library there is

Generated from the declarations in this folder by \`node scripts/local-org/apex/library/write-table.ts\`; a test keeps it current. A class
or member that is not listed is a compile error that names it. Every signature is the platform's own.
`;

/** Classes that only the compiler uses: static methods of settings and metadata types, errors put on fields. */
const INTERNAL: ReadonlySet<string> = new Set([
  'System.HierarchySetting',
  'System.ListSetting',
  'System.CustomMetadata',
  'System.FieldForError',
]);

/** The table of the library as Markdown: a heading for each namespace, a line for each class with its members. */
export function libraryTable(library: Library): string {
  const classes = library.classes.filter((declared) => !INTERNAL.has(nameWithoutParameters(declared.name)));
  const byNamespace = Map.groupBy(classes, (declared) => declared.name.slice(0, declared.name.indexOf('.')));
  const sections = [...byNamespace]
    .sort(([left], [right]) => order(left, right))
    .map(([namespace, members]) => section(namespace, members));
  return `${HEADING}\n${sections.join('\n')}`;
}

/** `System` first, the rest by name. */
function order(left: string, right: string): number {
  return Number(right === 'System') - Number(left === 'System') || left.localeCompare(right);
}

function section(namespace: string, classes: readonly LibraryClass[]): string {
  const lines = classes.map((declared) => line(namespace, declared)).sort((left, right) => left.localeCompare(right));
  return `## ${namespace}\n\n${lines.join('\n')}\n`;
}

function line(namespace: string, declared: LibraryClass): string {
  const name = nameWithoutParameters(declared.name).slice(namespace.length + 1);
  const content = declared.kind === 'enum' ? enumContent(declared) : membersOf(declared);
  const kind = declared.kind === undefined || declared.kind === 'class' ? '' : ` (${declared.kind})`;
  return `- **${name}**${kind}${content === '' ? '' : `: ${content}`}`;
}

function enumContent({ values = [] }: LibraryClass): string {
  return values.length > 40 ? `${values.length} constants` : values.join(', ');
}

function membersOf(declared: LibraryClass): string {
  const names = Object.keys(declared.members).map((text) => {
    const { kind, name } = parseSignature(text);
    return kind === 'constructor' ? 'new' : name;
  });
  return [...new Set(names)].sort((left, right) => left.localeCompare(right)).join(', ');
}
