import { callUiApi, deepFreeze } from 'host/client';

type FieldName = string | { readonly fieldApiName: string; readonly objectApiName: string };

interface FieldContent {
  readonly value: unknown;
  readonly displayValue: string | null;
}

interface RecordContent {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldContent>>;
}

interface RecordRequest {
  readonly recordId?: string;
  readonly fields?: FieldName | readonly FieldName[];
  readonly optionalFields?: FieldName | readonly FieldName[];
  readonly layoutTypes?: readonly string[];
}

type Provide = (provision: { data: unknown; error: unknown }) => void;

const wires = new Set<RecordWire>();

/** Wires one record with the fields that were asked for. */
class RecordWire {
  private readonly provide: Provide;
  private request: RecordRequest = {};

  constructor(provide: Provide) {
    this.provide = provide;
    provide({ data: undefined, error: undefined });
  }

  get recordId(): string | undefined {
    return this.request.recordId;
  }

  connect(): void {
    wires.add(this);
  }

  disconnect(): void {
    wires.delete(this);
  }

  update(request: RecordRequest): void {
    this.request = request;
    void this.load();
  }

  async load(): Promise<void> {
    const { recordId } = this.request;
    if (!recordId) return;
    try {
      this.provide({ data: deepFreeze(await readRecord(recordId, this.request)), error: undefined });
    } catch (error) {
      this.provide({ data: undefined, error });
    }
  }
}

export const getRecord = RecordWire;

function names(fields: RecordRequest['fields']): string {
  return ([] as readonly FieldName[])
    .concat(fields ?? [])
    .map((field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`))
    .join(',');
}

/** Reads a record once, without a wire. */
export function readRecord(recordId: string, request: Omit<RecordRequest, 'recordId'>): Promise<RecordContent> {
  const query = new URLSearchParams();
  if (names(request.fields)) query.set('fields', names(request.fields));
  if (names(request.optionalFields)) query.set('optionalFields', names(request.optionalFields));
  if (request.layoutTypes) query.set('layoutTypes', request.layoutTypes.join(','));
  return callUiApi('GET', `/records/${encodeURIComponent(recordId)}?${query.toString()}`);
}

/** The value of a field of a wired record, over relationships too. */
export function getFieldValue(record: RecordContent | undefined, field: FieldName): unknown {
  return fieldContent(record, field)?.value;
}

/** A field as text in the user's manner. */
export function getFieldDisplayValue(record: RecordContent | undefined, field: FieldName): string | null | undefined {
  return fieldContent(record, field)?.displayValue;
}

function fieldContent(record: RecordContent | undefined, field: FieldName): FieldContent | undefined {
  const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
  let holder: RecordContent | undefined = record;
  let content: FieldContent | undefined;
  for (const name of path) {
    content = holder?.fields[name];
    holder = content?.value as RecordContent | undefined;
  }
  return content;
}

/** Has every wire of the records read them again. */
export async function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void> {
  const changed = new Set(records.map((record) => record.recordId));
  await Promise.all([...wires].filter((wire) => changed.has(wire.recordId ?? '')).map((wire) => wire.load()));
}

export const getRecordNotifyChange = notifyRecordUpdateAvailable;

export function createRecord(input: { apiName: string; fields: Record<string, unknown> }): Promise<RecordContent> {
  return callUiApi('POST', '/records', input);
}

export async function updateRecord(input: { fields: Record<string, unknown> }): Promise<RecordContent> {
  const { Id, ...fields } = input.fields;
  const record = await callUiApi<RecordContent>('PATCH', `/records/${encodeURIComponent(String(Id))}`, { fields });
  await notifyRecordUpdateAvailable([{ recordId: record.id }]);
  return record;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await callUiApi('DELETE', `/records/${encodeURIComponent(recordId)}`);
}
