import type { Connection, Field } from 'jsforce';
import { naturalNameOf } from './importable.ts';
import { queryByValues } from './query-by-values.ts';
import { recordIdIn } from './record-id.ts';
import { quoted, RowProblem } from './values.ts';

/** A record that a cell may mean. */
interface Candidate {
  readonly id: string;
  /** The account of a contact. */
  readonly account: string | null;
}

/** What cells may name of one object. */
interface Target {
  readonly keyPrefix: string;
  readonly byId: ReadonlySet<string>;
  /** By what people call them, in small letters. */
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
}

/** The longest text that can name a record. */
const longestName = 255;

/** Finds the records that cells name, by Id or by what people call them: a few queries for all rows. */
export class Lookups {
  readonly #targets = new Map<string, Target>();

  /**
   * Asks the org for all that the cells name.
   *
   * @param wanted the texts in the columns of each lookup field.
   */
  async load(connection: Connection, wanted: ReadonlyMap<Field, readonly string[]>): Promise<void> {
    const texts = new Map<string, string[]>();
    for (const [field, named] of wanted) {
      const object = targetOf(field);
      texts.set(object, [...(texts.get(object) ?? []), ...named.filter((text) => text.length <= longestName)]);
    }
    for (const [object, named] of texts) {
      this.#targets.set(object, await readTarget(connection, object, [...new Set(named)]));
    }
  }

  /**
   * The record that a cell names.
   *
   * @param account the account that the row gives, which tells apart people who share a mail address.
   * @throws RowProblem when there is none, or more than one.
   */
  idFor(field: Field, text: string, account?: string): string {
    const object = targetOf(field);
    const target = this.#targets.get(object);
    const id = target && recordIdIn(text, target.keyPrefix);
    if (id !== undefined && target?.byId.has(id)) {
      return id;
    }
    const { words } = naturalNameOf(object);
    const all = target?.byName.get(text.toLowerCase()) ?? [];
    const there = all.filter((candidate) => account !== undefined && candidate.account === account);
    const candidates = there.length > 0 ? there : all;
    const [found] = candidates;
    if (!found) {
      throw new RowProblem(`${field.label} is ${quoted(text)}: you can see no ${object} with that ${words} or Id.`);
    }
    if (candidates.length > 1) {
      const further = object === 'Contact' && account === undefined ? 'add the account, or ' : '';
      throw new RowProblem(`${field.label} is ${quoted(text)}, and ${candidates.length} have that ${words}: ${further}give the Id.`);
    }
    return found.id;
  }
}

/** Owners are users here: queues are not named in spreadsheets. */
function targetOf(field: Field): string {
  const targets = field.referenceTo ?? [];
  return targets.includes('User') ? 'User' : (targets[0] ?? '');
}

async function readTarget(connection: Connection, object: string, texts: readonly string[]): Promise<Target> {
  const { field } = naturalNameOf(object);
  const keyPrefix = (await connection.describe(object)).keyPrefix ?? '';
  const selected = object === 'Contact' ? `Id, ${field}, AccountId` : `Id, ${field}`;
  const named = await queryByValues<Record<string, string | null>>(connection, selected, object, field, texts);
  const byName = new Map<string, Candidate[]>();
  for (const record of named) {
    const name = (record[field] ?? '').toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), { id: record.Id ?? '', account: record.AccountId ?? null }]);
  }
  const ids = texts.flatMap((text) => recordIdIn(text, keyPrefix) ?? []);
  const known = await queryByValues<{ Id: string }>(connection, 'Id', object, 'Id', [...new Set(ids)]);
  return { keyPrefix, byId: new Set(known.map(({ Id }) => Id)), byName };
}
