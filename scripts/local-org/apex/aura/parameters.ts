import { findClass, instanceFields, newInstance } from '../runtime/class-info.ts';
import type { ClassInfo, ParameterInfo } from '../runtime/class-info.ts';
import { ApexList } from '../runtime/collections/list.ts';
import { ApexMap } from '../runtime/collections/map.ts';
import { ApexException } from '../runtime/exception.ts';
import { bindTyped } from '../library/system/json-binding.ts';
import { readJson } from '../library/system/json-reader.ts';
import { currentTransaction } from '../runtime/current.ts';
import { parseTypeName, formatTypeName } from '../types/type-name.ts';
import type { TypeName } from '../types/type-name.ts';

/** Arguments in the order of a method's parameters from a JSON object of named ones: names go by case, a missing one is null. */
export function bindParameters(parameters: readonly ParameterInfo[], named: Readonly<Record<string, unknown>>): unknown[] {
  return parameters.map(({ name, type }) => {
    try {
      return bindValue(named[name] ?? null, parseTypeName(type));
    } catch (error) {
      const text = `Value provided is invalid for action parameter '${name}' of type '${type}'`;
      throw new ApexException('System.IllegalArgumentException', text, error instanceof ApexException ? error : null);
    }
  });
}

function bindValue(value: unknown, type: TypeName): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  const [first, second] = type.typeArguments;
  switch (type.name.toLowerCase()) {
    case 'list':
      return new ApexList(
        formatTypeName(first),
        listOf(value).map((item) => bindValue(item, first)),
      );
    case 'map': {
      const map = new ApexMap(formatTypeName(first), formatTypeName(second));
      for (const [key, item] of Object.entries(value)) {
        map.put(bindValue(key, first), bindValue(item, second));
      }
      return map;
    }
    case 'string':
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    default:
      return bindNamed(value, type);
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new TypeError('A list is needed.');
  }
  return value;
}

function bindNamed(value: unknown, type: TypeName): unknown {
  const info = findClass(type.name);
  if (info && info.kind === 'class') {
    return bindInstance(value, info);
  }
  const object = currentTransaction().schema.object(type.name);
  if (object && typeof value === 'object') {
    const fields = Object.entries(value as object).filter(([name]) => name !== 'attributes' && name !== 'sobjectType');
    return bindTyped(readJson(JSON.stringify(Object.fromEntries(fields))), object.name, false);
  }
  return bindTyped(readJson(JSON.stringify(value)), formatTypeName(type), false);
}

/** An instance made by the constructor without parameters; only members with `@AuraEnabled` are filled. */
function bindInstance(value: unknown, info: ClassInfo): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new TypeError('An object is needed.');
  }
  const instance = newInstance(info) as Record<string, unknown> | undefined;
  if (!instance) {
    throw new TypeError(`${info.name} has no constructor without parameters.`);
  }
  for (const field of instanceFields(info)) {
    const given = (value as Record<string, unknown>)[field.name];
    if (field.auraEnabled && field.writable && given !== undefined) {
      instance[field.key] = bindValue(given, parseTypeName(field.type));
    }
  }
  return instance;
}
