import type { ObjectDescription } from '../../data/schema/description.ts';
import { readableField } from './context.ts';
import type { UiApiContext } from './context.ts';
import { nameFieldOf } from './record-query.ts';

/** Columns that metadata names by a word of its own, and the fields they are. */
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  'OWNER.ALIAS': 'OwnerId',
  'OWNER.FIRST_NAME': 'OwnerId',
  'OWNER.LAST_NAME': 'OwnerId',
  CREATED_DATE: 'CreatedDate',
  'CREATEDBY_USER.ALIAS': 'CreatedById',
  LAST_UPDATE: 'LastModifiedDate',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedById',
  'CORE.USERS.ALIAS': 'OwnerId',
  'CORE.USERS.FULL_NAME': 'OwnerId',
  'ACCOUNT.NAME': 'AccountId',
  'OPPORTUNITY.NAME': 'Name',
  'OPPORTUNITY.STAGE_NAME': 'StageName',
  'OPPORTUNITY.AMOUNT': 'Amount',
  'OPPORTUNITY.CLOSE_DATE': 'CloseDate',
};

/** What lists of standard objects show when nothing says otherwise. */
const STANDARD_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Industry', 'BillingCountry', 'NumberOfEmployees', 'OwnerId'],
  Contact: ['Name', 'AccountId', 'Title', 'Email', 'Phone'],
  Opportunity: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'OwnerId'],
  OpportunityLineItem: ['Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice'],
  OpportunityContactRole: ['ContactId', 'Role', 'IsPrimary'],
  Case: ['CaseNumber', 'Subject', 'Status', 'Priority', 'OwnerId'],
  Lead: ['Name', 'Company', 'Status', 'OwnerId'],
  Task: ['Subject', 'Status', 'ActivityDate', 'OwnerId'],
};

/**
 * The field behind a column's name in metadata, such as `NAME`, `Status__c` or `OWNER.ALIAS`.
 * @throws Error that names the file when the local org does not know the column.
 */
export function fieldOfColumn(object: ObjectDescription, column: string, path: string): string {
  const word = COLUMN_WORDS[column.toUpperCase()];
  const name = word === 'Name' ? nameFieldOf(object) : (word ?? column);
  const field = object.fields.get(name.toLowerCase()) ?? object.fields.get(name.replaceAll('_', '').toLowerCase());
  if (!field) throw new Error(`${path}: the local org does not know the column ${column} of ${object.name}.`);
  return field.name;
}

/** The fields of a list's columns, less those that the user may not read. */
export function listColumns(context: UiApiContext, objectName: string, columns: readonly string[], path: string): string[] {
  const object = context.org.schema.object(objectName);
  if (!object) throw new Error(`${path}: there is no object ${objectName}.`);
  return columns.map((column) => fieldOfColumn(object, column, path)).filter((name) => readableField(context, object, name));
}

/** The columns of a list that no metadata describes. */
export function standardColumns(context: UiApiContext, object: ObjectDescription): string[] {
  const custom = [...object.fields.values()].filter((field) => field.custom && !field.longText).map((field) => field.name);
  const names = STANDARD_COLUMNS[object.name] ?? [nameFieldOf(object), ...custom.slice(0, 4)];
  return names.filter((name) => readableField(context, object, name));
}
