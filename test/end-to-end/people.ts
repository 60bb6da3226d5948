import type { Connection } from 'jsforce';
import { connect } from '../../scripts/lib/connection.ts';

/** Where the local org under test listens. */
export const ORG_URL = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

/** The password of every demo user. */
export const PASSWORD = 'vouchsafe1';

/** The demo users, by the name before the @. */
export type Person = 'rep' | 'rep2' | 'owner' | 'owner2' | 'manager' | 'ops' | 'admin';

/** A demo user at the API's door. */
export class Caller {
  readonly person: Person;
  readonly rest: Connection;

  private constructor(person: Person, rest: Connection) {
    this.person = person;
    this.rest = rest;
  }

  static async login(person: Person): Promise<Caller> {
    return new Caller(person, await connect({ localUrl: ORG_URL, username: `${person}@vouchsafe.test`, password: PASSWORD }));
  }

  /** Calls an `@AuraEnabled` method as a component does. */
  async apex(method: string, parameters: Record<string, unknown>): Promise<ApexAnswer> {
    const [className, methodName] = method.split('.');
    const response = await fetch(`${ORG_URL}/services/local/apex/${className}/${methodName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.rest.accessToken}` },
      body: JSON.stringify(parameters),
    });
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** Calls an `@AuraEnabled` method that is expected to answer. */
  async answer<T>(method: string, parameters: Record<string, unknown>): Promise<T> {
    const { ok, body } = await this.apex(method, parameters);
    if (!ok) {
      throw new Error(`${method} refused ${this.person}: ${JSON.stringify(body)}`);
    }
    return body as T;
  }

  /** Calls an `@AuraEnabled` method that is expected to refuse, and gives the sentence a person would read. */
  async refusal(method: string, parameters: Record<string, unknown>): Promise<string> {
    const { ok, body } = await this.apex(method, parameters);
    if (ok) {
      throw new Error(`${method} let ${this.person} through: ${JSON.stringify(body)}`);
    }
    return (body as { message: string }).message;
  }

  /** The Id of this user. */
  async userId(): Promise<string> {
    return (await this.rest.identity()).user_id;
  }

  /** All rows of a query. */
  async query<Row extends object>(soql: string): Promise<Row[]> {
    const { records } = await this.rest.query<Row>(soql, { autoFetch: true, maxFetch: 50_000 });
    return records;
  }

  /** Creates a record and gives its Id. */
  async create(object: string, fields: Record<string, unknown>): Promise<string> {
    const result = await this.rest.sobject(object).create(fields);
    if (!result.success) throw new Error(JSON.stringify(result.errors));
    return result.id;
  }

  /** Changes fields of a record. */
  async update(object: string, id: string, fields: Record<string, unknown>): Promise<void> {
    const result = await this.rest.sobject(object).update({ Id: id, ...fields });
    if (!result.success) throw new Error(JSON.stringify(result.errors));
  }

  /** Deletes a record. */
  async remove(object: string, id: string): Promise<void> {
    const result = await this.rest.sobject(object).destroy(id);
    if (!result.success) throw new Error(JSON.stringify(result.errors));
  }
}

/** What an `@AuraEnabled` call came back with. */
export interface ApexAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
}

/** A day relative to today, ISO. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
