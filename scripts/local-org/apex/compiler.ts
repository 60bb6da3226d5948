import { readFileSync } from 'node:fs';
import type { Schema } from '../data/schema/description.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { CompileCache, fingerprintOf, hashOf } from './compile-cache.ts';
import { Compilation } from './emit/compile-program.ts';
import type { ParsedFile } from './emit/compile-program.ts';
import type { CompiledModule, DeclaredTests } from './emit/output.ts';
import type { Diagnostic } from './engine-types.ts';
import type { Library } from './library/registry.ts';
import { ParseError } from './parse/parse-error.ts';
import { parseAnonymous, parseClass, parseTrigger } from './parse/parse.ts';
import type { AnonymousBlock, TriggerDeclaration, TypeDeclaration } from './parse/syntax.ts';

/** What a compilation gives: modules of the files without mistakes. */
export interface CompiledProgram {
  readonly modules: readonly CompiledModule[];
  readonly diagnostics: readonly Diagnostic[];
  /** Every test class of the source tree. */
  readonly tests: readonly DeclaredTests[];
}

export interface CompilerOptions {
  readonly tree: SourceTree;
  readonly schema: Schema;
  readonly library: Library;
  readonly labels: ReadonlyMap<string, string>;
  readonly coverage: boolean;
  /** Where results are kept between runs; absent = nowhere. */
  readonly cacheFolder?: string;
}

/** What a file without a version is taken for. */
const LATEST_API = 65;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly kind: 'class' | 'trigger';
  readonly apiVersion: number;
}

type Parsed =
  { readonly unit: TypeDeclaration | TriggerDeclaration } | { readonly error: { line: number; column: number; message: string } };

/** Compiles the classes and triggers of a source tree. */
export class Compiler {
  private readonly options: CompilerOptions;
  private readonly cache: CompileCache | undefined;
  private readonly fingerprint: string;
  /** What scripts see; there is none before the first script, as it holds the syntax of all files. */
  private declared: Compilation | undefined;

  constructor(options: CompilerOptions) {
    this.options = options;
    this.cache = options.cacheFolder === undefined ? undefined : new CompileCache(options.cacheFolder);
    this.fingerprint = fingerprintOf('parse', 'types', 'emit');
  }

  compile(): CompiledProgram {
    const sources = this.readSources();
    const { library, schema, labels, coverage } = this.options;
    const key = hashOf(
      this.fingerprint,
      library.fingerprint,
      schemaFingerprint(schema),
      [...labels.keys()].join(','),
      [...this.pages].join(','),
      String(coverage),
      ...sources.flatMap(({ file, text, apiVersion }) => [file, text, String(apiVersion)]),
    );
    const kept = this.cache?.read<CompiledProgram>(`program-${key}`);
    if (kept) {
      return kept;
    }
    const { files, errors } = parseAll(sources);
    const { modules, diagnostics, tests } = this.compilationOf(files).emitAll();
    const program: CompiledProgram = { modules, diagnostics: [...errors, ...diagnostics], tests };
    this.cache?.write(`program-${key}`, program);
    return program;
  }

  /** Compiles a script that sees the program's classes. */
  compileAnonymous(source: string): { module: CompiledModule | undefined; diagnostics: readonly Diagnostic[] } {
    let unit: AnonymousBlock;
    try {
      unit = parseAnonymous(source);
    } catch (error) {
      if (error instanceof ParseError) {
        return {
          module: undefined,
          diagnostics: [{ file: 'AnonymousBlock', line: error.line, column: error.column, message: error.message }],
        };
      }
      throw error;
    }
    this.declared ??= this.compilationOf(parseAll(this.readSources()).files);
    return this.declared.emitAnonymous(unit);
  }

  private compilationOf(files: readonly ParsedFile[]): Compilation {
    const { library, schema, labels, coverage } = this.options;
    return new Compilation({ library, schema, labels: new Set(labels.keys()), pages: this.pages, coverage }, files);
  }

  /** Names of Visualforce pages, lower case. */
  private get pages(): ReadonlySet<string> {
    return new Set(this.options.tree.ofType('ApexPage').map(({ name }) => name.toLowerCase()));
  }

  private readSources(): Source[] {
    const of = (type: string, kind: Source['kind']): Source[] =>
      this.options.tree.ofType(type).flatMap(({ contentPath, xml }) => {
        const apiVersion = Number(xml.textOf('apiVersion') ?? LATEST_API);
        return contentPath === undefined ? [] : [{ file: contentPath, text: readFileSync(contentPath, 'utf8'), kind, apiVersion }];
      });
    return [...of('ApexClass', 'class'), ...of('ApexTrigger', 'trigger')];
  }
}

function parseAll(sources: readonly Source[]): { files: ParsedFile[]; errors: Diagnostic[] } {
  const files: ParsedFile[] = [];
  const errors: Diagnostic[] = [];
  for (const source of sources) {
    const parsed = parseSource(source);
    if ('unit' in parsed) {
      files.push({ file: source.file, unit: parsed.unit, apiVersion: source.apiVersion });
    } else {
      errors.push({ file: source.file, ...parsed.error });
    }
  }
  return { files, errors };
}

function parseSource({ kind, text }: Source): Parsed {
  try {
    return { unit: kind === 'class' ? parseClass(text) : parseTrigger(text) };
  } catch (error) {
    if (error instanceof ParseError) {
      return { error: { line: error.line, column: error.column, message: error.message } };
    }
    throw error;
  }
}

/** Changes whenever what Apex sees of the schema does. */
function schemaFingerprint(schema: Schema): string {
  const parts: string[] = [];
  for (const object of schema.objects()) {
    parts.push(object.name, object.kind, object.customSettingType ?? '', String(object.triggerable));
    for (const field of object.fields.values()) {
      parts.push(
        `${field.name}:${field.type}:${field.relationshipName ?? ''}:${field.referenceTo.join(',')}:${field.externalId}${field.filterable}${field.sortable}${field.groupable}`,
      );
    }
    parts.push(...object.childRelationships.map((child) => `${child.relationshipName}:${child.childObject}`));
  }
  return hashOf(...parts);
}
