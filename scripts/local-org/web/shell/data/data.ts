import { callUiApi } from 'host/client';

/** What the shell reads from the user interface API, with the shapes it relies on. */

export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly required: boolean;
  readonly htmlFormatted: boolean;
  readonly inlineHelpText: string | null;
  readonly length: number;
  readonly scale: number;
  readonly relationshipName: string | null;
  readonly referenceToInfos: readonly { readonly apiName: string }[];
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

export interface FieldContent {
  readonly value: unknown;
  readonly displayValue: string | null;
}

export interface RecordContent {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldContent>>;
}

export interface LayoutItem {
  readonly label: string;
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly required: boolean;
  readonly layoutComponents: readonly { readonly apiName: string }[];
}

export interface LayoutSection {
  readonly heading: string;
  readonly columns: number;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
}

export interface ListColumn {
  readonly fieldApiName: string;
  readonly label: string;
  readonly sortable: boolean;
}

export interface RelatedListInfo {
  readonly relatedListId: string;
  readonly label: string;
  readonly objectApiNames: readonly string[];
  readonly fieldApiName: string;
  readonly displayColumns: readonly ListColumn[];
}

export interface RecordCollection {
  readonly records: readonly RecordContent[];
  readonly nextPageToken: string | null;
}

export interface PicklistValues {
  readonly defaultValue: { readonly value: string } | null;
  readonly values: readonly { readonly label: string; readonly value: string }[];
}

const MASTER_RECORD_TYPE = '012000000000000AAA';
const kept = new Map<string, Promise<unknown>>();

/** Descriptions don't change while a page is open: each is read once. A failure isn't kept. */
function once<Data>(path: string): Promise<Data> {
  const known = kept.get(path) as Promise<Data> | undefined;
  if (known) return known;
  const answer = callUiApi<Data>('GET', path);
  kept.set(path, answer);
  answer.catch(() => kept.delete(path));
  return answer;
}

export function readObjectInfo(object: string): Promise<ObjectInfo> {
  return once(`/object-info/${object}`);
}

export async function readLayout(object: string): Promise<readonly LayoutSection[]> {
  return (await once<{ sections: readonly LayoutSection[] }>(`/layout/${object}?layoutType=Full`)).sections;
}

/** Asks at once for all that a record's page describes itself by, so that it is there when the parts of the page ask. */
export async function readDescriptions(object: string): Promise<void> {
  await Promise.allSettled([readObjectInfo(object), readLayout(object), readCompactFields(object), readRelatedLists(object)]);
}

/** The fields of the highlights panel. */
export async function readCompactFields(object: string): Promise<string[]> {
  const { sections } = await once<{ sections: readonly LayoutSection[] }>(`/layout/${object}?layoutType=Compact`);
  return sections.flatMap((section) =>
    section.layoutRows.flatMap((row) => row.layoutItems.flatMap((item) => item.layoutComponents.map(({ apiName }) => apiName))),
  );
}

export async function readPicklists(object: string): Promise<Readonly<Record<string, PicklistValues>>> {
  const path = `/object-info/${object}/picklist-values/${MASTER_RECORD_TYPE}`;
  return (await once<{ picklistFieldValues: Readonly<Record<string, PicklistValues>> }>(path)).picklistFieldValues;
}

export async function readRelatedLists(object: string): Promise<readonly RelatedListInfo[]> {
  return (await once<{ relatedLists: readonly RelatedListInfo[] }>(`/related-list-info/${object}`)).relatedLists;
}

export function readRelatedRecords(parentId: string, list: string, pageSize: number): Promise<RecordCollection> {
  return callUiApi('GET', `/related-list-records/${parentId}/${list}?pageSize=${pageSize}`);
}

/** The record with the fields of its layout and of its highlights. */
export function readWholeRecord(recordId: string): Promise<RecordContent> {
  return callUiApi('GET', `/records/${encodeURIComponent(recordId)}?layoutTypes=Full,Compact`);
}

export async function readListViews(object: string): Promise<readonly { readonly apiName: string; readonly label: string }[]> {
  return (await once<{ lists: readonly { apiName: string; label: string }[] }>(`/list-info/${object}`)).lists;
}

export async function readListColumns(object: string, view: string): Promise<readonly ListColumn[]> {
  return (await once<{ displayColumns: readonly ListColumn[] }>(`/list-info/${object}/${view}`)).displayColumns;
}

export function readList(object: string, view: string, query: Readonly<Record<string, string>>): Promise<RecordCollection> {
  return callUiApi('GET', `/list-records/${object}/${view}?${new URLSearchParams(query).toString()}`);
}

export async function searchLookup(object: string, field: string, target: string, text: string): Promise<readonly RecordContent[]> {
  const path = `/lookups/${object}/${field}/${target}?q=${encodeURIComponent(text)}`;
  return (await callUiApi<RecordCollection>('GET', path)).records;
}

/** The name of a record as its object has it. */
export function nameOf(record: RecordContent, info: ObjectInfo): string {
  const name = record.fields[info.nameFields[0] ?? 'Name']?.value;
  return typeof name === 'string' ? name : record.id;
}

/** The items of a section column by column, as they are read on a narrow screen. */
export function columnsOf(section: LayoutSection): LayoutItem[][] {
  return Array.from({ length: section.columns }, (_, column) =>
    section.layoutRows.map((row) => row.layoutItems[column]).filter((item) => item !== undefined),
  );
}

/** The plain text of a field's value; nothing for no value. */
export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A field's label; a lookup's without the word ID that describes its value. */
export function labelOf(label: string): string {
  return label.replace(/ ID$/, '');
}

interface Failure {
  readonly body?: { readonly message?: string; readonly output?: { readonly errors?: readonly { readonly message: string }[] } };
}

/** The sentence of a failed call that a person is to read. */
export function failureText(failure: unknown): string {
  const { body } = failure as Failure;
  const page = body?.output?.errors?.map((error) => error.message).join(' ');
  return page || body?.message || String(failure);
}

/** The messages that belong to single fields, by field. */
export function fieldFailures(failure: unknown): Record<string, string> {
  const output = (failure as { body?: { output?: { fieldErrors?: Record<string, readonly { message: string }[]> } } }).body?.output;
  return Object.fromEntries(
    Object.entries(output?.fieldErrors ?? {}).map(([field, errors]) => [field, errors.map((error) => error.message).join(' ')]),
  );
}
