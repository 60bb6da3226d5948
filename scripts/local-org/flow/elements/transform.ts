import { toNumber } from '../../data/formula/arithmetic.ts';
import { SObjectRecord } from '../../data/record.ts';
import type { Value } from '../../data/record.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { instanceFields, findClass, newInstance } from '../../apex/runtime/class-info.ts';
import { toApex } from '../../apex/runtime/flow-values.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { Operand, Path, TransformAction, TransformElement } from '../metadata/description.ts';
import { fieldValue, operandValue, valueAt } from '../references.ts';
import { objectNamed } from '../record-query.ts';

/**
 * Makes a value, a record or a collection out of others, as the element's name. A reference of a mapping that leads through a collection
 * (`Contacts[$EachItem].Name`) is read for each of its items.
 */
export function runTransform(context: FlowContext, interview: Interview, element: TransformElement): string | undefined {
  interview.frame.values.set(element.name.toLowerCase(), valueOf(context, interview, element));
  return element.next;
}

const EACH = '[$EachItem]';

function valueOf(context: FlowContext, interview: Interview, element: TransformElement): unknown {
  const [first] = element.actions;
  if (first !== undefined && first.type !== 'Map') {
    return aggregated(context, interview, first);
  }
  if (!element.collection) {
    return mapped(context, interview, element, undefined);
  }
  const source = element.actions.map(({ value }) => sourceOf(value)).find((path) => path !== undefined);
  const items = source === undefined ? [] : valueAt(context, interview, source);
  return (Array.isArray(items) ? items : []).map((item: unknown) => mapped(context, interview, element, item));
}

/** The collection that a reference goes through. */
function sourceOf(operand: Operand | undefined): Path | undefined {
  const text = operand?.kind === 'reference' ? operand.path.join('.') : operand?.kind === 'formula' ? operand.expression : '';
  const match = /([\w.$]+)\[\$EachItem\]/.exec(text);
  return match?.[1]?.split('.') as [string] | undefined;
}

function mapped(context: FlowContext, interview: Interview, element: TransformElement, item: unknown): unknown {
  const values = element.actions.map((action) => ({ action, value: mappedValue(context, interview, action, item) }));
  if (element.dataType === 'SObject') {
    const record = new SObjectRecord(objectNamed(context, element.object ?? ''));
    for (const { action, value } of values) {
      const field = record.description.fields.get(action.target?.toLowerCase() ?? '');
      if (field === undefined) {
        throw new FlowFault(
          `The object ${record.description.name} has no field ${action.target ?? ''}, to which ${element.name} maps a value.`,
        );
      }
      record.contents.set(field.name.toLowerCase(), fieldValue(context, field, value));
    }
    return record;
  }
  if (element.dataType === 'Apex') {
    return mappedInstance(element, values);
  }
  return values[0]?.value ?? null;
}

function mappedInstance(
  element: TransformElement,
  values: readonly { readonly action: TransformAction; readonly value: unknown }[],
): unknown {
  const info = findClass(element.apexClass ?? '');
  const instance = info && (newInstance(info) as Record<string, unknown> | undefined);
  if (info === undefined || instance === undefined) {
    throw new FlowFault(
      `The element ${element.name} makes a ${element.apexClass ?? ''}, which is no class with a constructor without parameters.`,
    );
  }
  for (const { action, value } of values) {
    const field = instanceFields(info).find(({ name }) => name.toLowerCase() === action.target?.toLowerCase());
    if (field !== undefined) instance[field.key] = toApex(value, field.type);
  }
  return instance;
}

function mappedValue(context: FlowContext, interview: Interview, { value }: TransformAction, item: unknown): unknown {
  if (value?.kind !== 'reference' && value?.kind !== 'formula') {
    return operandValue(context, interview, value);
  }
  const { values } = interview.frame;
  values.set(ITEM, item);
  try {
    if (value.kind === 'reference') {
      const text = value.path.join('.');
      const end = text.indexOf(EACH);
      const path =
        end < 0
          ? value.path
          : [
              ITEM,
              ...text
                .slice(end + EACH.length)
                .split('.')
                .filter(Boolean),
            ];
      return valueAt(context, interview, path as [string, ...string[]]);
    }
    const expression = value.expression.replaceAll(/\{!\s*[\w.$]+\[\$EachItem\]/g, `{!${ITEM}`);
    return operandValue(context, interview, { ...value, expression });
  } finally {
    values.delete(ITEM);
  }
}

/** The name under which the item being mapped is read. */
const ITEM = 'item_being_mapped';

function aggregated(context: FlowContext, interview: Interview, { type, value, inputs }: TransformAction): unknown {
  const input = (name: string): unknown =>
    operandValue(context, interview, inputs.find((candidate) => candidate.name.toLowerCase() === name)?.value);
  const path = sourceOf(value);
  const given = path === undefined ? operandValue(context, interview, value) : valueAt(context, interview, path);
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  if (type === 'Count') {
    return DecimalValue.of(items.length);
  }
  if (type === 'GetItemByIndex') {
    return items[toNumber((input('index') ?? null) as Value)?.toNumber() ?? 0] ?? null;
  }
  const field = String(input('aggregationfield') ?? '');
  return items.reduce<DecimalValue>((sum, item) => {
    const value = item instanceof SObjectRecord && field !== '' ? context.org.formulas.valueAt(item, field.split('.')) : (item as Value);
    return sum.add(toNumber(value) ?? DecimalValue.ZERO);
  }, DecimalValue.ZERO);
}
