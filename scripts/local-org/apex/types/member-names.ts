import type { ApexType } from './symbols.ts';

/**
 * Names in the emitted JavaScript. Apex names are case-insensitive, so of all spellings of a name the first one met stands for them;
 * a `$` never occurs in an Apex name, so whatever has one can't collide with what a programmer wrote.
 */
export class MemberNames {
  private readonly spellings = new Map<string, string>();

  /** The spelling that stands for a name. */
  spelling(name: string): string {
    const key = name.toLowerCase();
    const known = this.spellings.get(key);
    if (known !== undefined) {
      return known;
    }
    this.spellings.set(key, name);
    return name;
  }

  /** `add$Integer$List_Account`: a method's name with its parameter types, the same for everything it overrides. */
  method(name: string, parameterTypes: readonly ApexType[]): string {
    return `${this.spelling(name)}$${parameterTypes.map((type) => this.typeWord(type)).join('$')}`;
  }

  /** `new_Outer$Inner$String`: constructors of a class and of what it extends must not override each other. */
  constructorOf(identifier: string, parameterTypes: readonly ApexType[]): string {
    return `new_${identifier}$${parameterTypes.map((type) => this.typeWord(type)).join('$')}`;
  }

  /** A field's name; words with a meaning in JavaScript get a `$`. */
  field(name: string): string {
    const spelling = this.spelling(name);
    return RESERVED_MEMBERS.has(spelling) ? `${spelling}$` : spelling;
  }

  private typeWord(type: ApexType): string {
    return type.name.replace(/[.<>,]+/g, '_').replace(/_$/, '');
  }
}

const RESERVED_MEMBERS = new Set([
  'constructor',
  'prototype',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'apex',
  'name',
  'length',
  'message',
  'stack',
  'cause',
  'text',
  'rows',
  'typeName',
]);
