import { SObjectRecord } from '../../data/record.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { TimeValue } from '../../data/values/time.ts';
import { declaredName } from '../library/system/sobject.ts';
import { classInfoOf, instanceFields } from '../runtime/class-info.ts';

import { ApexList } from '../runtime/collections/list.ts';
import { ApexMap } from '../runtime/collections/map.ts';
import { ApexSet } from '../runtime/collections/set.ts';
import { EnumConstant } from '../runtime/enum.ts';
import { ApexException } from '../runtime/exception.ts';

/**
 * A result as Lightning hands it to a component: of a class only the members with `@AuraEnabled`, of a record the fields it holds,
 * and of both nothing that is null.
 */
export function toAuraJson(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value ?? null;
  }
  if (value instanceof ApexList || value instanceof ApexSet) {
    return Array.from(value.elements, toAuraJson);
  }
  if (value instanceof ApexMap) {
    return Object.fromEntries(Array.from(value.pairs(), ({ key, value: item }) => [String(toAuraJson(key)), toAuraJson(item)]));
  }
  if (value instanceof SObjectRecord) {
    return recordJson(value);
  }
  return scalarJson(value) ?? instanceJson(value);
}

function scalarJson(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (value instanceof DecimalValue) {
    return Number(value.toString());
  }
  if (value instanceof DoubleValue) {
    return value.value;
  }
  if (value instanceof DateValue) {
    return value.toString();
  }
  if (value instanceof DatetimeValue) {
    return new Date(value.milliseconds).toISOString();
  }
  if (value instanceof TimeValue) {
    return value.milliseconds;
  }
  if (value instanceof BlobValue) {
    return value.toBase64();
  }
  return value instanceof EnumConstant ? value.name : undefined;
}

function recordJson(record: SObjectRecord): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [key, content] of record.contents) {
    if (content !== null) {
      json[declaredName(record, key)] = Array.isArray(content) ? content.map(toAuraJson) : toAuraJson(content);
    }
  }
  return json;
}

function instanceJson(value: object): Record<string, unknown> {
  const info = classInfoOf(value);
  if (!info) {
    throw new ApexException(
      'System.UnsupportedOperationException',
      `A value of this type can't be returned to a component: ${value.constructor.name}`,
    );
  }
  const json: Record<string, unknown> = {};
  for (const field of instanceFields(info)) {
    const member = field.auraEnabled && field.readable ? (value as Record<string, unknown>)[field.key] : null;
    if (member !== null && member !== undefined) {
      json[field.name] = toAuraJson(member);
    }
  }
  return json;
}
