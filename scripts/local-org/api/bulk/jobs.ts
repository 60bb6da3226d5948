import { randomBytes } from 'node:crypto';

export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete';
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** A job that writes many records from a CSV file. */
export interface IngestJob {
  readonly kind: 'ingest';
  readonly id: string;
  readonly userId: string;
  readonly version: string;
  readonly createdAt: Date;
  readonly object: string;
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | null;
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  state: JobState;
  errorMessage: string | null;
  data: string;
  header: readonly string[];
  /** Cells of rows that were saved, or refused, with the columns that the results put before them. */
  readonly successful: (readonly unknown[])[];
  readonly failed: (readonly unknown[])[];
  unprocessed: readonly (readonly string[])[];
}

/** A job that reads many records into a CSV file. */
export interface QueryJob {
  readonly kind: 'query';
  readonly id: string;
  readonly userId: string;
  readonly version: string;
  readonly createdAt: Date;
  readonly operation: 'query' | 'queryAll';
  readonly columnDelimiter: string;
  readonly object: string;
  readonly query: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const MOST_JOBS = 100;

/** The jobs of this run of the server, each for its user; the oldest give way. What they have written stays, of course. */
export class BulkJobs {
  readonly #jobs = new Map<string, IngestJob | QueryJob>();

  newId(): string {
    return `750${randomBytes(8).toString('hex').slice(0, 15)}`;
  }

  add(job: IngestJob | QueryJob): void {
    const oldest = this.#jobs.size >= MOST_JOBS ? this.#jobs.keys().next().value : undefined;
    if (oldest !== undefined) this.#jobs.delete(oldest);
    this.#jobs.set(job.id, job);
  }

  find<Kind extends 'ingest' | 'query'>(kind: Kind, userId: string, id: string): Extract<IngestJob | QueryJob, { kind: Kind }> | undefined {
    const job = this.#jobs.get(id);
    return job?.kind === kind && job.userId === userId ? (job as Extract<IngestJob | QueryJob, { kind: Kind }>) : undefined;
  }

  remove(id: string): void {
    this.#jobs.delete(id);
  }
}
