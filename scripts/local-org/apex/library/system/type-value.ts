import { findClass } from '../../runtime/class-info.ts';
import { CONTENT_KEY } from '../../runtime/collections/key.ts';
import { isInstance } from '../../runtime/instance-of.ts';
import { PRINTED } from '../../runtime/text.ts';
import { formatTypeName, parseTypeName } from '../../types/type-name.ts';

/** A `System.Type`: a type as a value. Two of the same name, in any case, are equal. */
export class TypeValue {
  /** In canonical form: `List<Account>`, `Outer.Inner`. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  [CONTENT_KEY](): string {
    return `\u0000type ${this.name.toLowerCase()}`;
  }

  [PRINTED](): string {
    return this.name;
  }
}

/** The value of `List<Account>.class`; the compiler names `System` only where a class of the project has the name of one there. */
export function typeLiteral(name: string): TypeValue {
  return new TypeValue(name.startsWith('System.') ? name : formatTypeName(parseTypeName(name)));
}

/** Whether a value is an instance of the type; null is of none. */
export function isInstanceOf(value: unknown, type: TypeValue): boolean {
  return value !== null && isInstance(value, type.name);
}

/** Whether a variable of the first type takes values of the second. */
export function isAssignable(target: TypeValue, source: TypeValue): boolean {
  const [to, from] = [target.name.toLowerCase(), source.name.toLowerCase()];
  return to === from || to === 'object' || (findClass(source.name)?.ancestors.has(to) ?? false);
}
