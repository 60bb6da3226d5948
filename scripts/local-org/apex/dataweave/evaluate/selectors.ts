import type { KeyNode, Selection, Selector } from '../read/syntax.ts';
import { coerce, wholeNumber } from '../values/coerce.ts';
import { describeValue } from '../values/describe.ts';
import { DataWeaveError } from '../values/failure.ts';
import { isNumeric } from '../values/numeric.ts';
import { Key, KeyedValue, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { RangeValue } from '../values/special.ts';
import { textOf } from '../values/text.ts';
import { unfitArguments } from '../values/unfit-arguments.ts';
import { partOf } from './date-parts.ts';
import { evaluate, isTrue } from './evaluate.ts';
import type { Scope } from './scope.ts';

/** A name to select by, and the namespace that it must be of, if any. */
interface Wanted {
  readonly name: string;
  readonly uri: string | undefined;
}

/** What a selector takes from a value. With `?` whether it is there; with `!` it must be. */
export function select(source: unknown, node: Selection, scope: Scope): unknown {
  const found = selected(source, node.selector, scope);
  if (node.presence === 'test') {
    return found !== undefined;
  }
  if (node.presence === 'assert' && found === undefined) {
    const name = 'name' in node.selector ? wantedOf(node.selector.name, scope).name : 'asked for';
    throw new DataWeaveError(`There is no key named '${name}'`, 'KeyNotFoundException');
  }
  return found ?? null;
}

/** Undefined when nothing was found. */
function selected(source: unknown, selector: Selector, scope: Scope): unknown {
  switch (selector.kind) {
    case 'value':
      return one(source, wantedOf(selector.name, scope));
    case 'values':
      return many(plain(source), wantedOf(selector.name, scope));
    case 'pair':
      return pairs(plain(source), wantedOf(selector.name, scope));
    case 'attribute':
      return attribute(source, wantedOf(selector.name, scope));
    case 'attributes':
      return attributeOfAll(source, wantedOf(selector.name, scope));
    case 'allAttributes':
      return attributesOf(source);
    case 'metadata':
      return metadata(plain(source), wantedOf(selector.name, scope).name);
    case 'namespace':
      return keyOf(source)?.namespace;
    case 'descendants':
      return descendants(plain(source));
    case 'index':
      return byIndex(plain(source), plain(evaluate(selector.argument, scope)));
    case 'dynamicValues':
      return many(plain(source), dynamic(selector.argument, scope));
    case 'dynamicAttribute':
      return attribute(source, dynamic(selector.argument, scope));
    case 'dynamicPair':
      return pairs(plain(source), dynamic(selector.argument, scope));
    case 'filter':
      return filtered(plain(source), (value, key) => isTrue(evaluate(selector.argument, scope.with({ $: value, $$: key }))));
  }
}

function wantedOf(node: KeyNode, scope: Scope): Wanted {
  const name = typeof node.name === 'string' ? node.name : String(coerce(evaluate(node.name, scope), 'String'));
  return { name, uri: node.namespace === undefined ? undefined : scope.namespace(node.namespace)?.uri };
}

function dynamic(node: Parameters<typeof evaluate>[0], scope: Scope): Wanted {
  return { name: String(coerce(evaluate(node, scope), 'String')), uri: undefined };
}

function one(source: unknown, wanted: Wanted): unknown {
  const value = plain(source) ?? null;
  if (value === null) {
    return undefined;
  }
  if (value instanceof ObjectValue) {
    const entry = value.find(wanted.name, wanted.uri);
    return entry && KeyedValue.of(entry);
  }
  if (Array.isArray(value)) {
    const found = value.flatMap((item) => {
      const content = plain(item);
      const entry = content instanceof ObjectValue ? content.find(wanted.name, wanted.uri) : undefined;
      return entry ? [KeyedValue.of(entry)] : [];
    });
    return found.length > 0 ? found : undefined;
  }
  const part = partOf(value, wanted.name);
  return part === undefined ? refuse(value, wanted.name) : part;
}

/** Types whose values have parts to select. */
const SELECTABLE = ['Array', 'Date', 'DateTime', 'LocalDateTime', 'LocalTime', 'Object', 'Period', 'Time'];

function refuse(value: unknown, name: string): never {
  throw unfitArguments(
    'Value Selector',
    [describeValue(value), `Name (${JSON.stringify(name)})`],
    SELECTABLE.map((kind) => [kind, 'Name']),
  );
}

/** Every entry of a name, of an object or of the objects of an array. */
function entriesNamed(value: unknown, wanted: Wanted): EntryValue[] {
  const objects = Array.isArray(value) ? value.map(plain) : [value];
  return objects.flatMap((object) => (object instanceof ObjectValue ? object.findAll(wanted.name, wanted.uri) : []));
}

function many(value: unknown, wanted: Wanted): unknown {
  const found = entriesNamed(value, wanted).map((entry) => KeyedValue.of(entry));
  return found.length > 0 ? found : undefined;
}

function pairs(value: unknown, wanted: Wanted): unknown {
  const found = entriesNamed(value, wanted);
  return found.length > 0 ? new ObjectValue(found) : undefined;
}

function keyOf(source: unknown): Key | undefined {
  return source instanceof KeyedValue ? source.key : source instanceof Key ? source : undefined;
}

function attributesOf(source: unknown): ObjectValue | undefined {
  return keyOf(source)?.attributes;
}

function attribute(source: unknown, wanted: Wanted): unknown {
  const own = attributesOf(source)?.get(wanted.name);
  const value = plain(source);
  if (own !== undefined || !Array.isArray(value)) {
    return own;
  }
  const found = value.map((item) => attributesOf(item)?.get(wanted.name)).filter((item) => item !== undefined);
  return found.length > 0 ? found : undefined;
}

/** `.*@name`: the attribute of every item. */
function attributeOfAll(source: unknown, wanted: Wanted): unknown {
  const value = attribute(source, wanted);
  return value === undefined || Array.isArray(value) ? value : [value];
}

/** What was given with `as Type {...}`. */
function metadata(value: unknown, name: string): unknown {
  return (value as { properties?: Readonly<Record<string, unknown>> } | null)?.properties?.[name];
}

/** Level by level: the values of an object, then the values of those. */
function descendants(value: unknown): unknown {
  const found: unknown[] = [];
  const walk = (current: unknown): void => {
    for (const child of childrenOf(plain(current))) {
      found.push(child);
      walk(child);
    }
  };
  walk(value);
  return found.length > 0 ? found : undefined;
}

function childrenOf(value: unknown): unknown[] {
  return value instanceof ObjectValue ? value.entries.map((entry) => KeyedValue.of(entry)) : Array.isArray(value) ? value : [];
}

/** `[2]`, `[-1]`, `[0 to 3]`, `["name"]`. */
function byIndex(value: unknown, index: unknown): unknown {
  if ((value ?? null) === null) {
    return undefined;
  }
  if (index instanceof RangeValue) {
    return byRange(value, index);
  }
  if (isNumeric(index)) {
    return at(value, wholeNumber(index));
  }
  return one(value, { name: String(coerce(index, 'String')), uri: undefined });
}

function at(value: unknown, index: number): unknown {
  if (value instanceof ObjectValue) {
    const entry = value.entries.at(index);
    return entry && KeyedValue.of(entry);
  }
  const items = Array.isArray(value) ? value : [...textFor(value)];
  return items.at(index);
}

function textFor(value: unknown): string {
  return textOf(value) ?? String(coerce(value, 'String'));
}

function byRange(value: unknown, range: RangeValue): unknown {
  const items = Array.isArray(value) ? value : [...textFor(value)];
  const place = (index: number): number => (index < 0 ? items.length + index : index);
  const [from, to] = [place(range[0] ?? 0), place(range.at(-1) ?? 0)];
  const backwards = from > to;
  const [low, high] = backwards ? [to, from] : [from, to];
  if (low < 0 || high >= items.length) {
    return undefined;
  }
  const part = items.slice(low, high + 1);
  const ordered = backwards ? part.reverse() : part;
  return Array.isArray(value) ? ordered : ordered.join('');
}

function filtered(value: unknown, keeps: (value: unknown, key: unknown) => boolean): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((item, index) => keeps(item, index));
    return kept.length > 0 ? kept : undefined;
  }
  if (value instanceof ObjectValue) {
    const kept = value.entries.filter((entry: EntryValue) => keeps(KeyedValue.of(entry), entry.key));
    return kept.length > 0 ? new ObjectValue(kept) : undefined;
  }
  return undefined;
}
