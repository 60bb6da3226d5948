import { ApiSchemas } from 'jsforce/lib/api/metadata/schema.js';
import type { Element } from './package-source.ts';

/** What the Metadata API knows of a type: its elements, each `string`, `?string`, `Type` or a list of one. */
interface TypeSchema {
  readonly props: Readonly<Record<string, string | readonly string[]>>;
  readonly extends?: string;
}

const schemas = ApiSchemas as unknown as Readonly<Record<string, TypeSchema | undefined>>;
const plain = new Set(['string', 'number', 'boolean', 'any']);

/**
 * What is wrong with a metadata file: elements that its type does not have, or misses.
 *
 * @param type the name of the type in the Metadata API.
 */
export function schemaProblems(type: string, element: Element, path = type): string[] {
  const props = propsOf(type);
  const unknown = Object.keys(element).filter((name) => !(name in props));
  const missing = Object.entries(props)
    .filter(([name, kind]) => typeof kind === 'string' && !kind.startsWith('?') && element[name] === undefined)
    .map(([name]) => name);
  const repeated = Object.entries(props)
    .filter(([name, kind]) => typeof kind === 'string' && (element[name]?.length ?? 0) > 1)
    .map(([name]) => name);
  return [
    ...unknown.map((name) => `${path}: ${name} is unknown`),
    ...missing.map((name) => `${path}: ${name} is missing`),
    ...repeated.map((name) => `${path}: ${name} is there more than once`),
    ...Object.entries(element).flatMap(([name, children]) => childProblems(props[name], children ?? [], `${path}.${name}`)),
  ];
}

function propsOf(type: string): TypeSchema['props'] {
  const schema = schemas[type];
  if (!schema) {
    throw new Error(`The Metadata API knows no type ${type}.`);
  }
  // Every component has a full name; here it is the name of the file.
  return schema.extends === 'Metadata' || schema.extends === undefined ? schema.props : { ...propsOf(schema.extends), ...schema.props };
}

function childProblems(kind: string | readonly string[] | undefined, children: readonly (Element | string)[], path: string): string[] {
  const name = (typeof kind === 'string' ? kind : (kind?.[0] ?? 'any')).replace('?', '');
  if (plain.has(name)) {
    return children.filter((child) => typeof child !== 'string').map(() => `${path} holds elements instead of text`);
  }
  return children.flatMap((child) => schemaProblems(name, typeof child === 'string' ? {} : child, path));
}
