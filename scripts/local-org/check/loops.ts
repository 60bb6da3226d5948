import { readFileSync } from 'node:fs';
import { ParseError } from '../apex/parse/parse-error.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { parseClass, parseTrigger } from '../apex/parse/parse.ts';
import type { Finding } from './finding.ts';

const QUERYING: ReadonlySet<string> = new Set(['query', 'querywithbinds', 'countquery', 'countquerywithbinds', 'getquerylocator']);
const WRITING: ReadonlySet<string> = new Set(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge', 'convertlead']);

interface Node {
  readonly kind?: string;
  readonly line?: number;
  readonly [member: string]: unknown;
}

/**
 * Queries, searches and DML inside loops: what works with ten records and runs into the governor limits with two hundred. Warnings, as
 * some loops are short by nature. Test classes are left alone, and so is writing the chunks of a query that a loop reads in lists.
 */
export function warnOfLoops(tree: SourceTree): Finding[] {
  const warnings: Finding[] = [];
  for (const { type, contentPath } of [...tree.ofType('ApexClass'), ...tree.ofType('ApexTrigger')]) {
    if (contentPath === undefined) continue;
    const text = readFileSync(contentPath, 'utf8');
    // Reading the syntax takes its time: most classes have no loop, or nothing in them that could matter.
    if (/@istest/i.test(text) || !/\b(for|while|do)\b/i.test(text) || !REACHES_DATA.test(text)) continue;
    const unit = syntaxOf(type, text);
    if (unit === undefined) continue;
    walk(unit, { queries: false, writes: false }, (line, what) => warnings.push({ path: contentPath, line, message: `${what} in a loop` }));
  }
  return warnings;
}

const REACHES_DATA = /\[\s*(select|find)\b|\b(insert|update|upsert|delete|undelete|merge)\b|\bdatabase\s*\./i;

/** Undefined for what the compiler refuses anyway. */
function syntaxOf(type: string, text: string): unknown {
  try {
    return type === 'ApexClass' ? parseClass(text) : parseTrigger(text);
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** Whether queries and writing are inside of a loop. */
interface Place {
  readonly queries: boolean;
  readonly writes: boolean;
}

const IN_LOOP: Place = { queries: true, writes: true };

function walk(value: unknown, place: Place, report: (line: number, what: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, place, report);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  const what = whatOf(node);
  if (what !== undefined && (what.startsWith('DML') ? place.writes : place.queries)) report(node.line ?? 1, what);
  for (const [member, child] of Object.entries(node)) walk(child, placeOf(node, member, place), report);
}

/** Where a member of a node runs: once, or in every round. */
function placeOf(node: Node, member: string, place: Place): Place {
  switch (node.kind) {
    case 'for':
      return member === 'declaration' || member === 'initial' ? place : IN_LOOP;
    case 'forEach':
      if (member !== 'body') return place;
      return isChunked(node) ? { queries: true, writes: place.writes } : IN_LOOP;
    case 'while':
    case 'doWhile':
      return IN_LOOP;
    default:
      return place;
  }
}

/** `for (List<Account> rows : [SELECT ...])` gets 200 rows at a time. */
function isChunked({ source, type }: Node): boolean {
  const element = (type as { type?: { name?: string } } | undefined)?.type?.name;
  return (source as Node).kind === 'query' && element?.toLowerCase() === 'list';
}

function whatOf(node: Node): string | undefined {
  switch (node.kind) {
    case 'query':
      return 'SOQL query';
    case 'search':
      return 'SOSL search';
    case 'data':
      return 'DML statement';
    case 'call':
      return whatOfCall(node);
    default:
      return undefined;
  }
}

function whatOfCall({ target, name }: Node): string | undefined {
  const receiver = target as Node | undefined;
  if (receiver?.kind !== 'name' || String(receiver['name']).toLowerCase() !== 'database') return undefined;
  const method = String(name).toLowerCase();
  if (QUERYING.has(method)) return 'SOQL query';
  return WRITING.has(method) ? 'DML statement' : undefined;
}
