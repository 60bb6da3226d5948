import { SetUpError } from '../../metadata/set-up-error.ts';
import type { DmlContext } from '../dml/dml-context.ts';
import type { SObjectRecord, Value } from '../record.ts';
import type { FieldDescription, ObjectDescription } from '../schema/description.ts';
import { literalValue } from '../store/filter-condition.ts';
import type { WorkflowAction } from './actions.ts';
import type { Judged } from './criteria.ts';

/** What a field update writes where. */
export interface FieldChange {
  /** The record itself, or the parent that the update names. */
  readonly target: SObjectRecord;
  readonly field: FieldDescription;
  readonly value: Value;
  /** Whether workflow rules are to be asked again when the value changes. */
  readonly reevaluates: boolean;
}

/** What looks up the record that a field update names, by kind of record: the object, and the field it is named by. */
const LOOKED_UP: Readonly<Record<string, readonly [objectName: string, fieldName: string]>> = {
  User: ['User', 'Username'],
  Queue: ['Group', 'DeveloperName'],
  RecordType: ['RecordType', 'DeveloperName'],
};

/**
 * Works out a field update for a record.
 * @returns undefined when it concerns a parent that the record does not have.
 * @throws SetUpError for a field that is not there or a kind of update that is not supported.
 */
export function fieldChange(context: DmlContext, { xml, name }: WorkflowAction, judged: Judged): FieldChange | undefined {
  const target = targetOf(context, xml.textOf('targetObject'), judged.record);
  if (target === undefined) {
    return undefined;
  }
  const fieldName = xml.textOf('field') ?? '';
  const field = target.description.fields.get(fieldName.toLowerCase());
  if (field === undefined) {
    throw new SetUpError(`The field update ${name} names ${target.description.name}.${fieldName}, which does not exist; mend it.`);
  }
  const text = (element: string): string => xml.textOf(element) ?? '';
  const value = (): Value => {
    switch (xml.textOf('operation')) {
      case 'Formula':
        return context.formulas.valueOf(text('formula'), name, judged.record, judged.old, judged.isNew);
      case 'Literal':
        return literalValue(field.type, text('literalValue'));
      case 'LookupValue':
        return lookedUp(context, text('lookupValueType'), text('lookupValue'), name);
      case 'Null':
        return null;
      case 'NextValue':
        return neighbour(field, target, 1);
      case 'PreviousValue':
        return neighbour(field, target, -1);
      default:
        throw new SetUpError(`The field update ${name} has the operation ${text('operation')}, which the local org does not support.`);
    }
  };
  return { target, field, value: value(), reevaluates: xml.flag('reevaluateOnChange') };
}

function targetOf(context: DmlContext, lookupName: string | undefined, record: SObjectRecord): SObjectRecord | undefined {
  const lookup = lookupName === undefined ? undefined : record.description.fields.get(lookupName.toLowerCase());
  if (lookup?.type !== 'reference') {
    return record;
  }
  const id = record.contents.get(lookup.name.toLowerCase());
  const parent = context.schema.object(lookup.referenceTo[0] ?? '') as ObjectDescription;
  return typeof id === 'string' ? context.records.loadOne(parent, id) : undefined;
}

function lookedUp(context: DmlContext, kind: string, key: string, name: string): Value {
  const [objectName, fieldName] = LOOKED_UP[kind] ?? ['', ''];
  const object = context.schema.object(objectName);
  const field = object?.fields.get(fieldName.toLowerCase());
  const [found] = object === undefined || field === undefined ? [] : context.records.findBy(object, field, [key]);
  if (found === undefined) {
    throw new SetUpError(`The field update ${name} names the ${kind} ${key}, which does not exist; mend it.`);
  }
  return found.id;
}

/** The value before or after the present one in the picklist; the present one at either end. */
function neighbour(field: FieldDescription, record: SObjectRecord, step: 1 | -1): Value {
  const present = (record.contents.get(field.name.toLowerCase()) ?? null) as Value;
  const values = field.picklistValues.filter(({ active }) => active).map(({ value }) => value);
  return values[values.indexOf(String(present)) + step] ?? present;
}
