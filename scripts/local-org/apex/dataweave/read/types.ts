import { parseNumeric } from '../values/numeric.ts';
import { readExpression, readOr } from './expressions.ts';
import type { Lexer } from './lexer.ts';
import { readModuleName } from './parse.ts';
import { readString } from './strings.ts';
import type { Expression, ObjectType, SchemaNode, TypeNode } from './syntax.ts';

/** A type: `String`, `Array<Number> | Null`, `{ name: String }`, `(Number) -> String`, with the properties behind it. */
export function readType(lexer: Lexer): TypeNode {
  return readAlternatives(lexer, 'union', '|', (inner) => readAlternatives(inner, 'intersection', '&', readSingle));
}

function readAlternatives(lexer: Lexer, kind: 'union' | 'intersection', sign: string, next: (lexer: Lexer) => TypeNode): TypeNode {
  lexer.skip();
  const { position: from } = lexer;
  const types = [next(lexer)];
  while (lexer.sees(sign) && !lexer.sees('|}') && !lexer.sees('|-}')) {
    lexer.accepts(sign);
    types.push(next(lexer));
  }
  const [only] = types;
  return types.length === 1 && only ? only : { kind, types, schema: [], from, to: lexer.position };
}

function readSingle(lexer: Lexer): TypeNode {
  lexer.skip();
  const { position: from } = lexer;
  if (lexer.sees('{')) {
    return readObjectType(lexer, from);
  }
  if (lexer.accepts('(')) {
    return readFunctionOrGroup(lexer, from);
  }
  const literal = readLiteralValue(lexer);
  if (literal !== undefined) {
    return { kind: 'literal', value: literal, schema: readSchema(lexer), from, to: lexer.position };
  }
  const name = readModuleName(lexer);
  const typeArguments: TypeNode[] = [];
  if (lexer.sees('<') && !lexer.sees('<=') && !lexer.sees('<<') && /^\s*<\s*[A-Z({"]/.test(lexer.text.slice(lexer.position))) {
    lexer.accepts('<');
    do {
      typeArguments.push(readType(lexer));
    } while (lexer.accepts(','));
    lexer.expect('>');
  }
  return { kind: 'named', name, typeArguments, schema: readSchema(lexer), from, to: lexer.position };
}

function readLiteralValue(lexer: Lexer): unknown {
  const text = readString(lexer);
  if (text) {
    return text.kind === 'constant' ? text.value : lexer.fail('A type cannot be made of a text with expressions', text.from);
  }
  const number = lexer.number();
  if (number !== undefined) {
    return parseNumeric(number);
  }
  return lexer.acceptsWord('true') ? true : lexer.acceptsWord('false') ? false : undefined;
}

function readFunctionOrGroup(lexer: Lexer, from: number): TypeNode {
  const parameters: TypeNode[] = [];
  while (!lexer.accepts(')')) {
    if (/^\s*[a-zA-Z_]\w*\s*\??\s*:(?!:)/.test(lexer.text.slice(lexer.position))) {
      lexer.name();
      lexer.accepts('?');
      lexer.expect(':');
    }
    parameters.push(readType(lexer));
    if (!lexer.accepts(',')) {
      lexer.expect(')');
      break;
    }
  }
  if (lexer.accepts('->')) {
    readType(lexer);
    return { kind: 'function', parameters, schema: [], from, to: lexer.position };
  }
  return parameters.length === 1 && parameters[0] ? parameters[0] : lexer.fail('Expected "->" behind the types of parameters');
}

const OPENINGS = ['{-|', '{|', '{-', '{'] as const;
const CLOSINGS: Readonly<Record<string, string>> = { '{-|': '|-}', '{|': '|}', '{-': '-}', '{': '}' };

function readObjectType(lexer: Lexer, from: number): ObjectType {
  const opening = OPENINGS.find((sign) => lexer.accepts(sign)) as string;
  const closing = CLOSINGS[opening];
  const fields: { name: string | undefined; optional: boolean; repeated: boolean; type: TypeNode }[] = [];
  while (!lexer.accepts(closing)) {
    const text = readString(lexer);
    const name = text?.kind === 'constant' ? String(text.value) : lexer.name();
    const repeated = lexer.accepts('*');
    const optional = lexer.accepts('?');
    lexer.expect(':');
    fields.push({ name: name === '_' ? undefined : name, optional, repeated, type: readType(lexer) });
    if (!lexer.accepts(',')) {
      lexer.expect(closing);
      break;
    }
  }
  return { kind: 'object', fields, closed: opening.includes('|'), schema: readSchema(lexer), from, to: lexer.position };
}

/** `{format: "...", (locale: "en") if condition}` behind a type. */
function readSchema(lexer: Lexer): SchemaNode {
  const properties: { name: string; value: Expression; condition: Expression | undefined }[] = [];
  if (
    !/^\s*\{\s*("[^"]*"|[a-zA-Z_]\w*|\(\s*[a-zA-Z_]\w*\s*:[^)]*\)\s*if)\s*[:(\s]/.test(lexer.text.slice(lexer.position)) ||
    !lexer.accepts('{')
  ) {
    return properties;
  }
  while (!lexer.accepts('}')) {
    const conditional = lexer.accepts('(');
    const text = readString(lexer);
    const name = text?.kind === 'constant' ? String(text.value) : lexer.name();
    lexer.expect(':');
    const value = readExpression(lexer);
    if (conditional) {
      lexer.expect(')');
    }
    properties.push({ name, value, condition: conditional && lexer.acceptsWord('if') ? readOr(lexer) : undefined });
    if (!lexer.accepts(',')) {
      lexer.expect('}');
      break;
    }
  }
  return properties;
}
