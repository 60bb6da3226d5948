import type { Connection } from 'jsforce';

/** Records of one request, as a stand-in for an org got them. */
export interface RecordedRequest {
  readonly action: 'create' | 'update';
  readonly object: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A stand-in for an org: answers queries from a list, takes every record, and remembers what it was sent. */
export class RecordingConnection {
  readonly requests: RecordedRequest[] = [];
  readonly queries: string[] = [];
  readonly #answers: readonly (readonly [RegExp, readonly object[]])[];
  readonly #refuse: (object: string) => string | undefined;
  #lastId = 0;

  /**
   * @param answers what a query that matches gets; any other gets nothing.
   * @param refuse a reason to refuse the first record of a request for an object.
   */
  constructor(
    answers: readonly (readonly [RegExp, readonly object[]])[],
    refuse: (object: string) => string | undefined = () => undefined,
  ) {
    this.#answers = answers;
    this.#refuse = refuse;
  }

  /** This stand-in, as the functions under test take it. */
  asConnection(): Connection {
    return {
      identity: () => Promise.resolve({ user_id: '005000000000001AAA' }),
      query: (soql: string) => {
        this.queries.push(soql);
        return Promise.resolve({ records: this.#answers.find(([pattern]) => pattern.test(soql))?.[1] ?? [] });
      },
      sobject: (object: string) => ({
        describe: () => Promise.resolve({ fields: [] }),
        create: (rows: Record<string, unknown>[]) => this.#save('create', object, rows),
        update: (rows: Record<string, unknown>[]) => this.#save('update', object, rows),
      }),
    } as unknown as Connection;
  }

  #save(action: RecordedRequest['action'], object: string, rows: Record<string, unknown>[]): Promise<object[]> {
    this.requests.push({ action, object, rows });
    const reason = this.#refuse(object);
    return Promise.resolve(
      rows.map((_row, index) => {
        if (reason !== undefined) {
          const error =
            index === 0
              ? { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: reason }
              : { errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'Record rolled back because not all records were valid.' };
          return { success: false, errors: [error] };
        }
        this.#lastId += 1;
        return { success: true, id: `${object}-${this.#lastId}`, errors: [] };
      }),
    );
  }
}
