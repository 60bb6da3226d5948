import { parseTypeName } from './type-name.ts';
import type { TypeName } from './type-name.ts';

/** A member of a library class, read from its declaration. */
export interface Signature {
  readonly kind: 'method' | 'constructor' | 'property';
  readonly name: string;
  readonly isStatic: boolean;
  /** Absent for a constructor. */
  readonly type?: TypeName;
  readonly parameters: readonly { readonly name: string; readonly type: TypeName }[];
}

/** Reads `static String join(Object items, String separator)`, `new(String message)` or `Integer size`. */
export function parseSignature(text: string): Signature {
  const isStatic = text.startsWith('static ');
  const body = isStatic ? text.slice('static '.length) : text;
  const open = body.indexOf('(');
  if (open < 0) {
    const { name, type } = splitTypeAndName(body);
    return { kind: 'property', name, isStatic, type, parameters: [] };
  }
  const parameters = splitParameters(body.slice(open + 1, body.lastIndexOf(')'))).map(splitTypeAndName);
  const head = body.slice(0, open).trim();
  if (head === 'new') {
    return { kind: 'constructor', name: 'new', isStatic: false, parameters };
  }
  const { name, type } = splitTypeAndName(head);
  return { kind: 'method', name, isStatic, type, parameters };
}

function splitTypeAndName(text: string): { name: string; type: TypeName } {
  const space = text.trim().lastIndexOf(' ');
  if (space < 0) {
    throw new Error(`"${text}" lacks a type or a name in a library declaration.`);
  }
  return { type: parseTypeName(text.trim().slice(0, space).trim()), name: text.trim().slice(space + 1) };
}

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const character = text[index];
    if (character === '<') {
      depth += 1;
    } else if (character === '>') {
      depth -= 1;
    } else if ((character === ',' && depth === 0) || character === undefined) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
