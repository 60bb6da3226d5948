import type { Expression, SelectItem, SoqlQuery } from '../../data/soql/ast.ts';

/** A column of a query, as `columns=true` describes it: a field, a parent or a sub-query with its own columns, or a function. */
export interface QueryColumn {
  readonly aggregate: boolean;
  readonly columnName: string;
  readonly displayName: string;
  readonly joinColumns: readonly QueryColumn[];
}

/** The columns of a query in the order of its SELECT list; fields of one parent stand together. */
export function columnsOf(query: SoqlQuery): QueryColumn[] {
  let functions = 0;
  return merged(query.select.flatMap((item) => columnOf(item, () => `expr${functions++}`)));
}

function columnOf(item: SelectItem, nextName: () => string): QueryColumn[] {
  switch (item.kind) {
    case 'query':
      return [column(item.query.from.text, { aggregate: true, joinColumns: columnsOf(item.query) })];
    case 'typeof':
      return [column(item.relationship.text)];
    case 'fields':
      return [column(`FIELDS(${item.group.toUpperCase()})`)];
    case 'expression':
      if (item.expression.kind === 'path') return [pathColumn(item.expression.parts)];
      return [{ ...column(item.alias ?? nextName(), { aggregate: true }), displayName: functionText(item.expression) }];
  }
}

function pathColumn([first = '', ...rest]: readonly string[]): QueryColumn {
  return rest.length === 0 ? column(first) : column(first, { joinColumns: [pathColumn(rest)] });
}

function column(name: string, more: Partial<QueryColumn> = {}): QueryColumn {
  return { aggregate: false, columnName: name, displayName: name, joinColumns: [], ...more };
}

function merged(columns: readonly QueryColumn[]): QueryColumn[] {
  const byName = new Map<string, QueryColumn>();
  for (const one of columns) {
    const known = byName.get(one.columnName);
    byName.set(one.columnName, known ? { ...known, joinColumns: merged([...known.joinColumns, ...one.joinColumns]) } : one);
  }
  return [...byName.values()];
}

function functionText(expression: Expression): string {
  if (expression.kind === 'path') return expression.parts.join('.');
  return `${expression.name}(${expression.args.map(functionText).join(', ')})`;
}
