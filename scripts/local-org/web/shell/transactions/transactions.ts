import { LightningElement } from 'lwc';
import { callLocal } from 'host/client';
import { failureText } from 'shell/data';
import { application, momentText } from 'shell/facts';

interface Statement {
  readonly kind: string;
  readonly text: string;
  readonly rows: number;
  readonly milliseconds: number;
  readonly depth: number;
}

interface Transaction {
  readonly number: number;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly userId: string;
  readonly origin: string;
  readonly error?: string;
  readonly statements: readonly Statement[];
  readonly limits: readonly { readonly name: string; readonly used: number; readonly allowed: number }[];
  readonly debugLog: readonly string[];
}

interface Entry extends Transaction {
  readonly startedText: string;
  readonly duration: string;
  readonly userName: string;
  readonly summary: string;
  readonly lines: readonly {
    readonly key: number;
    readonly style: string;
    readonly kind: string;
    readonly text: string;
    readonly cost: string;
  }[];
  readonly bars: readonly { readonly name: string; readonly text: string; readonly used: number; readonly allowed: number }[];
  readonly debugText: string;
}

/** The words of a limit's name: `dmlRows` is `dml rows`. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What the last requests and jobs asked, wrote, and used of the governor limits. */
export default class Transactions extends LightningElement {
  entries: Entry[] | undefined;
  failure: string | undefined;

  override connectedCallback(): void {
    document.title = `Last transactions | ${application.label}`;
    void this.load();
  }

  get isLoading(): boolean {
    return !this.entries && !this.failure;
  }

  get isEmpty(): boolean {
    return this.entries?.length === 0;
  }

  async load(): Promise<void> {
    try {
      const [transactions, users] = await Promise.all([
        callLocal<Transaction[]>('GET', '/transactions'),
        callLocal<{ id: string; name: string }[]>('GET', '/users'),
      ]);
      const names = new Map(users.map((user) => [user.id, user.name]));
      this.entries = transactions.map((transaction) => this.entryOf(transaction, names));
      this.failure = undefined;
    } catch (failure) {
      this.failure = failureText(failure);
    }
  }

  private entryOf(transaction: Transaction, names: ReadonlyMap<string, string>): Entry {
    const used = (name: string): number => transaction.limits.find((limit) => limit.name === name)?.used ?? 0;
    return {
      ...transaction,
      startedText: momentText(transaction.startedAt),
      duration: `${transaction.milliseconds.toFixed(0)} ms`,
      userName: names.get(transaction.userId) ?? transaction.userId,
      summary: `${used('queries')} queries, ${used('dmlStatements')} DML`,
      lines: transaction.statements.map((statement, key) => ({
        key,
        style: `padding-inline-start: ${statement.depth}rem`,
        kind: statement.kind,
        text: statement.text,
        cost: `${statement.rows} rows, ${statement.milliseconds.toFixed(1)} ms`,
      })),
      bars: transaction.limits.map((limit) => ({ ...limit, name: wordsOf(limit.name), text: `${limit.used} of ${limit.allowed}` })),
      debugText: transaction.debugLog.join('\n'),
    };
  }
}
