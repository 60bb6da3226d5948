import type { ObjectDescription } from '../../data/schema/description.ts';
import type { Position } from '../parse/syntax.ts';
import { conversionBetween } from '../types/conversion.ts';
import type { ApexType } from '../types/symbols.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';

/** An expression in JavaScript with its Apex type. The code can stand as an operand anywhere: composite code is in parentheses. */
export interface Typed {
  readonly code: string;
  readonly type: ApexType;
  /** Known never to be null. */
  readonly nonNull?: boolean;
  /**
   * The condition under which a chain with `?.` is null as a whole. It is evaluated before the code and sets the temporaries that
   * the code uses.
   */
  readonly guard?: string;
  /** Inline SOQL: a list that may stand for its only row. */
  readonly isQuery?: boolean;
  /** A parent reached through a relationship: its fields are null, not an error, when there is no parent. */
  readonly isParent?: boolean;
  /** A record that an object holds, reached by a dot (`this.account`): read when there is none, its fields but the id are null, no error. */
  readonly isHeld?: boolean;
  /** `Schema.SObjectType.Account` and its `.fields`. */
  readonly describes?: { readonly object: ObjectDescription; readonly part: 'object' | 'fields' | 'fieldSets' | 'rowCause' };
  /** The literal's text, where the expression is one. */
  readonly literal?: string;
}

/** Ends a `?.` chain: the code of the whole, null when the guard says so. */
export function settle(typed: Typed): Typed {
  if (typed.guard === undefined) {
    return typed;
  }
  return { code: `(${typed.guard} ? null : ${typed.code})`, type: typed.type };
}

/** The code of an operand that must not be null. */
export function required(context: BodyContext, typed: Typed): string {
  const settled = settle(typed);
  return settled.nonNull ? settled.code : `${context.module.helper('nonNull')}(${settled.code})`;
}

/** The code of a condition. */
export function condition(context: BodyContext, typed: Typed, at: Position): string {
  if (typed.type.name !== 'Boolean') {
    throw new CompileError(at, `Condition expression must be of type Boolean: ${typed.type.name}`);
  }
  return required(context, typed);
}

/** The code of a value as another type, as assignment converts it. Throws when the types don't fit. */
export function convert(context: BodyContext, typed: Typed, to: ApexType, at: Position, what = 'Illegal assignment'): string {
  const settled = settle(typed);
  const single = singleRow(context, settled, to);
  if (single) {
    return single.code;
  }
  const conversion = conversionBetween(context.table, settled.type, to);
  if (!conversion) {
    throw new CompileError(at, `${what} from ${settled.type.name} to ${to.name}`);
  }
  return conversion.convert === 'none' ? settled.code : `${context.module.helper(conversion.convert)}(${settled.code})`;
}

/** The only row of inline SOQL, where a record is asked for. */
export function singleRow(context: BodyContext, typed: Typed, to: ApexType): Typed | undefined {
  const row = typed.isQuery ? typed.type.typeArguments[0] : undefined;
  if (!row || to.symbol !== context.table.sObject.symbol || (to.object && to !== row && row !== context.table.sObject)) {
    return undefined;
  }
  return { code: `${context.module.helper('onlyRow')}(${typed.code})`, type: row, nonNull: true };
}
