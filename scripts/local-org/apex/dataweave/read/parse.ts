import { readExpression } from './expressions.ts';
import { Lexer } from './lexer.ts';
import { ScriptError } from './script-error.ts';
import { readLambdaRest, readTypeParameters } from './primary.ts';
import type { Directive, Import, Input, NamespaceDefinition, Option, Output, Script, TypeDefinition, Variable } from './syntax.ts';
import { readType } from './types.ts';

/**
 * Reads a script: its header, up to `---`, and its body.
 * @throws ScriptError at the first thing that is not understood.
 */
export function parseScript(text: string): Script {
  const lexer = new Lexer(text);
  const directives = readDirectives(lexer);
  const body = readExpression(lexer);
  if (!lexer.atEnd) {
    lexer.fail(`Expected the end of the script but found ${lexer.found()}`);
  }
  return { directives, body };
}

/** Directives up to and with the `---` behind them; none when there is no header. */
export function readDirectives(lexer: Lexer): Directive[] {
  const directives: Directive[] = [];
  if (lexer.accepts('%dw')) {
    lexer.number();
  }
  while (!lexer.accepts('---')) {
    const directive = readDirective(lexer);
    if (!directive) {
      if (directives.length > 0) {
        lexer.fail(`Expected a directive or "---" but found ${lexer.found()}`);
      }
      return [];
    }
    directives.push(directive);
  }
  return directives;
}

function readDirective(lexer: Lexer): Directive | undefined {
  lexer.skip();
  const from = lexer.position;
  const word = lexer.nextWord();
  if (lexer.sees('@')) {
    lexer.fail('Annotations are not supported');
  }
  switch (word) {
    case 'var':
      lexer.name();
      return readVariable(lexer, from);
    case 'fun':
      lexer.name();
      return readFunction(lexer, from);
    case 'type':
      lexer.name();
      return readTypeDefinition(lexer, from);
    case 'ns':
      lexer.name();
      return readNamespace(lexer, from);
    case 'import':
      lexer.name();
      return readImport(lexer, from);
    case 'input':
      lexer.name();
      return readInput(lexer, from);
    case 'output':
      lexer.name();
      return readOutput(lexer, from);
    case 'annotation':
      return lexer.fail('Annotations are not supported');
    default:
      return undefined;
  }
}

/** `name: Type = value`, as behind `var`. */
export function readVariable(lexer: Lexer, from: number): Variable {
  const name = lexer.name();
  const type = lexer.accepts(':') ? readType(lexer) : undefined;
  lexer.expect('=');
  const value = readExpression(lexer);
  return { kind: 'variable', name, type, value, from, to: lexer.position };
}

function readFunction(lexer: Lexer, from: number): Directive {
  const name = lexer.accepts('++') ? '++' : lexer.accepts('--') ? '--' : lexer.name();
  const typeParameters = readTypeParameters(lexer);
  lexer.expect('(');
  const lambda = readLambdaRest(lexer, from, typeParameters, '=');
  return { kind: 'function', name, lambda, from, to: lexer.position };
}

function readTypeDefinition(lexer: Lexer, from: number): TypeDefinition {
  const name = lexer.name();
  const parameters = readTypeParameters(lexer);
  lexer.expect('=');
  return { kind: 'type', name, parameters, type: readType(lexer), from, to: lexer.position };
}

function readNamespace(lexer: Lexer, from: number): NamespaceDefinition {
  const name = lexer.name();
  return { kind: 'namespace', name, uri: lexer.untilSpace(), from, to: lexer.position };
}

function readImport(lexer: Lexer, from: number): Import {
  if (lexer.accepts('*')) {
    lexer.expectWord('from');
    const module = readModuleName(lexer);
    return { kind: 'import', module, elements: '*', as: undefined, from, to: lexer.position };
  }
  const first = readModuleName(lexer);
  const as = lexer.acceptsWord('as') ? lexer.name() : undefined;
  if (!lexer.sees(',') && lexer.nextWord() !== 'from') {
    return { kind: 'import', module: first, elements: undefined, as, from, to: lexer.position };
  }
  const elements = [{ name: first, as: as ?? first }];
  while (lexer.accepts(',')) {
    const name = lexer.name();
    elements.push({ name, as: lexer.acceptsWord('as') ? lexer.name() : name });
  }
  lexer.expectWord('from');
  return { kind: 'import', module: readModuleName(lexer), elements, as: undefined, from, to: lexer.position };
}

/** `dw::core::Strings`. */
export function readModuleName(lexer: Lexer): string {
  const parts = [lexer.name()];
  while (lexer.accepts('::')) {
    parts.push(lexer.name());
  }
  return parts.join('::');
}

function readInput(lexer: Lexer, from: number): Input {
  const name = lexer.name();
  if (lexer.accepts(':')) {
    readType(lexer);
  }
  const format = readFormat(lexer);
  return { kind: 'input', name, format, options: readOptions(lexer), from, to: lexer.position };
}

function readOutput(lexer: Lexer, from: number): Output {
  if (lexer.accepts(':')) {
    readType(lexer);
  }
  const format = readFormat(lexer) ?? lexer.fail(`Expected a format such as application/json but found ${lexer.found()}`);
  if (lexer.acceptsWord('with')) {
    lexer.name();
  }
  return { kind: 'output', format, options: readOptions(lexer), from, to: lexer.position };
}

/** `application/json`, or the short name of a format, such as `json`. */
function readFormat(lexer: Lexer): string | undefined {
  const format = lexer.mimeType();
  const word = lexer.nextWord();
  if (format !== undefined || word === undefined || isDirective(word)) {
    return format;
  }
  return lexer.name();
}

function isDirective(word: string): boolean {
  return ['var', 'fun', 'type', 'ns', 'import', 'input', 'output', 'annotation'].includes(word);
}

function readOptions(lexer: Lexer): Option[] {
  const options: Option[] = [];
  for (;;) {
    const word = lexer.nextWord();
    const from = lexer.position;
    if (word === undefined || (options.length === 0 && !isOption(lexer, word))) {
      return options;
    }
    const name = lexer.name();
    lexer.expect('=');
    options.push({ name, value: readOptionValue(lexer), from, to: lexer.position });
    if (!lexer.accepts(',') && !isOption(lexer, lexer.nextWord())) {
      return options;
    }
  }
}

function isOption(lexer: Lexer, word: string | undefined): boolean {
  return word !== undefined && /^\s*=(?!=)/.test(lexer.text.slice(lexer.position + word.length));
}

function readOptionValue(lexer: Lexer): Option['value'] {
  const start = lexer.position;
  const value = readExpression(lexer);
  const constant = value.kind === 'constant' ? value.value : undefined;
  if (constant === null || typeof constant === 'string' || typeof constant === 'number' || typeof constant === 'boolean') {
    return constant;
  }
  throw new ScriptError('The value of a property must be a literal', start);
}
