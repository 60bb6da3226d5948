import type { Selector, Update, UpdateCase } from '../read/syntax.ts';
import { coerce, wholeNumber } from '../values/coerce.ts';
import { isNumeric } from '../values/numeric.ts';
import { isItems, Key, ObjectValue, plain } from '../values/object.ts';
import type { EntryValue } from '../values/object.ts';
import { evaluate, isTrue } from './evaluate.ts';
import type { Scope } from './scope.ts';

/** What a place holds becomes; undefined leaves it as it is. */
type Change = (value: unknown, index: unknown) => unknown;

/** `value update { case ... }`: a copy with the places that the cases name changed, one case after the other. */
export function updated(value: unknown, node: Update, scope: Scope): unknown {
  return node.cases.reduce((current, updateCase) => changed(plain(current), updateCase.path, updateCase, scope), value);
}

function changed(value: unknown, path: readonly Selector[], updateCase: UpdateCase, scope: Scope): unknown {
  const [selector, ...rest] = path;
  const change: Change = (current, index) =>
    rest.length > 0 ? changed(plain(current), rest, updateCase, scope) : result(updateCase, current, index, scope);
  if (!selector) {
    return value;
  }
  return at(value, selector, change, updateCase.upsert, scope);
}

function result({ name, indexName, condition, body }: UpdateCase, value: unknown, index: unknown, scope: Scope): unknown {
  const inner = scope.with({
    $: value,
    $$: index,
    ...(name === undefined ? {} : { [name]: value }),
    ...(indexName === undefined ? {} : { [indexName]: index }),
  });
  return condition === undefined || isTrue(evaluate(condition, inner)) ? evaluate(body, inner) : value;
}

function at(value: unknown, selector: Selector, change: Change, upsert: boolean, scope: Scope): unknown {
  if (selector.kind === 'index') {
    return atIndex(value, plain(evaluate(selector.argument, scope)), change, upsert);
  }
  if (!('name' in selector)) {
    return value;
  }
  const name = typeof selector.name.name === 'string' ? selector.name.name : String(coerce(evaluate(selector.name.name, scope), 'String'));
  return atName(value, name, selector.kind === 'values', change, upsert);
}

function atIndex(value: unknown, index: unknown, change: Change, upsert: boolean): unknown {
  if (!isNumeric(index)) {
    return atName(value, String(coerce(index, 'String')), false, change, upsert);
  }
  if (!isItems(value)) {
    return value;
  }
  const wanted = wholeNumber(index);
  const place = wanted < 0 ? value.length + wanted : wanted;
  return value.map((item, position) => (position === place ? change(item, position) : item));
}

function atName(value: unknown, name: string, all: boolean, change: Change, upsert: boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => atName(plain(item), name, all, change, upsert));
  }
  const object = value instanceof ObjectValue ? value : upsert ? new ObjectValue([]) : undefined;
  if (!object) {
    return value;
  }
  let count = 0;
  const entries = object.entries.map((entry): EntryValue => {
    if (entry.key.name !== name || (count > 0 && !all)) {
      return entry;
    }
    count += 1;
    return { key: entry.key, value: change(entry.value, count - 1) };
  });
  if (count === 0 && upsert) {
    entries.push({ key: new Key(name), value: change(null, 0) });
  }
  return new ObjectValue(entries, object.properties);
}
