import { ApexList } from './collections/list.ts';
import { defineEnum } from './enum.ts';
import type { EnumConstant } from './enum.ts';
import { raise } from './exception.ts';

type Constants = Readonly<Record<string, EnumConstant>>;

/** The constants of an enum by name, for emitted code. */
export function enumObject(type: string, values: readonly string[]): Constants {
  return Object.fromEntries(defineEnum(type, values).map((constant) => [constant.name, constant]));
}

/** `Color.values()`. */
export function enumValues(type: string, constants: Constants): ApexList {
  return new ApexList(type, Object.values(constants));
}

/** `Color.valueOf('RED')`. */
export function enumValueOf(type: string, constants: Constants, name: string | null): EnumConstant {
  const found = Object.values(constants).find((constant) => constant.name.toLowerCase() === name?.toLowerCase());
  return found ?? raise('System.NoSuchElementException', `No enum constant ${type}.${name}`);
}
