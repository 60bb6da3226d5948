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

interface Way {
  readonly leadingOperationType: 'Index' | 'TableScan';
  readonly fields: readonly string[];
  readonly cardinality: number;
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
  readonly relativeCost: number;
  readonly notes: readonly { readonly description: string; readonly fields: readonly string[] }[];
}

interface Line {
  readonly key: number;
  readonly style: string;
  readonly kind: string;
  readonly text: string;
  readonly cost: string;
  readonly way?: string;
}

interface Entry extends Transaction {
  readonly startedText: string;
  readonly duration: string;
  readonly userName: string;
  readonly summary: string;
  readonly lines: readonly Line[];
  readonly bars: readonly { readonly name: string; readonly text: string; readonly used: number; readonly allowed: number }[];
  readonly debugText: string;
}

/** The words of a limit's name: `dmlRows` is `dml rows`. */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** How the platform would go about a query, in one line. */
function wayText({ leadingOperationType, fields, cardinality, sobjectCardinality, sobjectType, relativeCost, notes }: Way): string {
  const rows = `${cardinality} of ${sobjectCardinality} rows of ${sobjectType}`;
  if (leadingOperationType === 'Index')
    return `Index on ${fields.join(', ')}: ${rows}, ${Math.round(relativeCost * 100)} % of what is selective`;
  const reasons = notes.map((note) => `${note.fields.join(', ')}: ${note.description}`);
  return [`Scan: ${rows}`, ...reasons].join('. ');
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

  /** What an index would do for the queries of a transaction is worked out when somebody looks at it. */
  async showWays(event: Event): Promise<void> {
    const details = event.currentTarget as HTMLDetailsElement;
    const number = Number(details.dataset.number);
    if (!details.open || this.entries?.find((entry) => entry.number === number)?.lines.some((line) => line.way)) return;
    try {
      const found = await callLocal<{ statement: number; way?: Way }[]>('GET', `/transactions/${number}/queries`);
      const ways = new Map(found.flatMap(({ statement, way }) => (way ? [[statement, wayText(way)] as const] : [])));
      this.entries = this.entries?.map((entry) => {
        if (entry.number !== number) return entry;
        return { ...entry, lines: entry.lines.map((line) => ({ ...line, way: ways.get(line.key) })) };
      });
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
