import type { SObjectRecord, Value } from '../../../data/record.ts';
import type { FieldDescription, ObjectDescription } from '../../../data/schema/description.ts';
import { DatetimeValue } from '../../../data/values/datetime.ts';
import { DecimalValue } from '../../../data/values/decimal.ts';
import { toId18 } from '../../../data/values/id.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { invoke } from '../../runtime/invoke.ts';
import { bagOf } from '../property-class.ts';
import type { PropertyBag } from '../property-class.ts';
import { uncountedQuery } from '../running-user.ts';
import { DEPLOY_STATUSES, DeployCallbackContext } from './results.ts';

/** Why a record can't be deployed, in words for its `DeployMessage`. */
class Refusal extends Error {}

/**
 * Deploys records of custom metadata types, all or none, and tells the callback; in a transaction of its own.
 *
 * @param jobId of the `AsyncApexJob` that the deployment is.
 */
export function deployAndTell(jobId: string, callback: object | null, items: readonly PropertyBag[]): void {
  const messages = deploy(items);
  if (callback) {
    invoke(callback, 'handleResult', [resultOf(jobId, items.length, messages), new DeployCallbackContext(jobId)]);
  }
}

/** One message for each item; when one fails nothing is written. */
function deploy(items: readonly PropertyBag[]): PropertyBag[] {
  const transaction = currentTransaction();
  const before = transaction.savepoint();
  const messages = items.map(deployItem);
  if (messages.some((message) => message.values.get('success') === false)) {
    transaction.rollback(before);
  }
  transaction.release(before);
  return messages;
}

function deployItem(item: PropertyBag): PropertyBag {
  const fullName = (item.values.get('fullName') as string | null | undefined) ?? '';
  const base = { componentType: 'CustomMetadata', fullName, fileName: `customMetadata/${fullName}.md`, deleted: false };
  try {
    const created = write(item, fullName);
    return bagOf('Metadata.DeployMessage', { ...base, changed: true, created, success: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problemType = defineEnum('Metadata.DeployProblemType', ['Error', 'Info', 'Warning'])[0];
    return bagOf('Metadata.DeployMessage', {
      ...base,
      changed: false,
      created: false,
      success: false,
      problem: error.message,
      problemType,
    });
  }
}

/** Whether the record is new. */
function write(item: PropertyBag, fullName: string): boolean {
  const [type, developerName] = addressOf(fullName);
  const label = (item.values.get('label') as string | null | undefined) ?? developerName;
  const contents: Record<string, Value> = { MasterLabel: label, Label: label };
  for (const entry of ((item.values.get('values') as ApexList | null)?.elements ?? []) as PropertyBag[]) {
    const name = String(entry.values.get('field'));
    const field = type.fields.get(name.toLowerCase());
    if (!field) throw new Refusal(`In field: ${name} - no CustomField named ${type.name}.${name} found`);
    contents[field.name] = fitted(field, entry.values.get('value') ?? null);
  }
  const transaction = currentTransaction();
  const present = recordOf(type, developerName);
  if (present) {
    transaction.updateSystemRow(present.id as string, contents);
  } else {
    const names = { DeveloperName: developerName, QualifiedApiName: developerName, Language: 'en_US' };
    transaction.insertSystemRow(type.name, { ...names, ...contents });
  }
  return present === undefined;
}

/** The type and the record that a full name stands for: `Rate.Night` or `Rate__mdt.Night`. */
export function addressOf(fullName: string): [type: ObjectDescription, developerName: string] {
  const [typeName = '', developerName = ''] = fullName.split('.');
  const type = currentTransaction().schema.object(typeName.endsWith('__mdt') ? typeName : `${typeName}__mdt`);
  if (type?.kind !== 'customMetadata' || developerName === '') {
    throw new Refusal(`${fullName} is no record of a custom metadata type: write Type.Record.`);
  }
  return [type, developerName];
}

/** The record of that name, with all its fields. */
export function recordOf(type: ObjectDescription, developerName: string): SObjectRecord | undefined {
  const fields = [...type.fields.values()].map(({ name }) => name).join(', ');
  return uncountedQuery(
    currentTransaction(),
    `SELECT ${fields} FROM ${type.name} WHERE DeveloperName = :name`,
    new Map([['name', developerName]]),
  )[0];
}

function fitted(field: FieldDescription, value: unknown): Value {
  const target = field.referenceTo.find((name) => name.endsWith('__mdt'));
  const parent = target === undefined ? undefined : currentTransaction().schema.object(target);
  if (value === null || !parent) {
    return value === null ? null : (asStored(field, value) ?? refuse(field, value));
  }
  return recordOf(parent, String(value))?.id ?? refuse(field, value);
}

function refuse(field: FieldDescription, value: unknown): never {
  throw new Refusal(`In field: ${field.name} - the value ${String(value)} doesn't fit`);
}

function asStored(field: FieldDescription, value: unknown): Value | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'double':
    case 'currency':
    case 'percent':
      return DecimalValue.tryParse(String(value));
    case 'date':
    case 'datetime':
      return typeof value === 'object' ? (value as Value) : undefined;
    default:
      return String(value);
  }
}

function resultOf(jobId: string, total: number, messages: readonly PropertyBag[]): PropertyBag {
  const transaction = currentTransaction();
  const isGood = (message: PropertyBag): boolean => message.values.get('success') === true;
  const failures = messages.filter((message) => !isGood(message));
  const list = (some: readonly PropertyBag[]): ApexList => new ApexList('Metadata.DeployMessage', [...some]);
  const now = new DatetimeValue(transaction.now());
  const status = failures.length === 0 ? 'Succeeded' : 'Failed';
  return bagOf('Metadata.DeployResult', {
    id: deploymentId(jobId),
    done: true,
    success: failures.length === 0,
    status: defineEnum('Metadata.DeployStatus', DEPLOY_STATUSES).find(({ name }) => name === status),
    checkOnly: false,
    ignoreWarnings: false,
    rollbackOnError: true,
    createdBy: transaction.userId,
    createdDate: now,
    startDate: now,
    completedDate: now,
    lastModifiedDate: now,
    numberComponentsTotal: total,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: total - failures.length,
    messages: list(messages),
    details: bagOf('Metadata.DeployDetails', { componentSuccesses: list(messages.filter(isGood)), componentFailures: list(failures) }),
  });
}

/** The id of the deployment that a job is. */
export function deploymentId(jobId: string): string {
  return toId18(`0Af${jobId.slice(3, 15)}`) as string;
}
