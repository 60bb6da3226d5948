import type { ObjectDescription, Schema } from '../../data/schema/description.ts';
import type { Expression, SelectItem, SoqlQuery } from '../../data/soql/ast.ts';

/** A column of a query, as `columns=true` describes it: a field, a parent or a sub-query with its own columns, or a function. */
export interface QueryColumn {
  readonly aggregate: boolean;
  readonly columnName: string;
  readonly displayName: string;
  readonly joinColumns: readonly QueryColumn[];
}

/** The columns of a query in the order of its SELECT list, spelled as in the schema; fields of one parent stand together. */
export function columnsOf(query: SoqlQuery, schema: Schema, object = schema.object(query.from.text)): QueryColumn[] {
  let functions = 0;
  const names: Names = { schema, object, aliases: [query.fromAlias, query.from.text].map((alias) => alias?.toLowerCase()) };
  return merged(query.select.flatMap((item) => columnOf(item, names, () => `expr${functions++}`)));
}

/** By what the paths of a query are spelled. */
interface Names {
  readonly schema: Schema;
  readonly object: ObjectDescription | undefined;
  /** What may stand before a path for the object itself. */
  readonly aliases: readonly (string | undefined)[];
}

function columnOf(item: SelectItem, names: Names, nextName: () => string): QueryColumn[] {
  switch (item.kind) {
    case 'query': {
      const wanted = item.query.from.text.toLowerCase();
      const child = names.object?.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === wanted);
      const joinColumns = columnsOf(item.query, names.schema, child && names.schema.object(child.childObject));
      return [column(child?.relationshipName ?? item.query.from.text, { aggregate: true, joinColumns })];
    }
    case 'typeof':
      return [column(item.relationship.text)];
    case 'fields':
      return [column(`FIELDS(${item.group.toUpperCase()})`)];
    case 'expression':
      if (item.expression.kind === 'path') return [pathColumn(spelled(names, item.expression.parts))];
      return [{ ...column(item.alias ?? nextName(), { aggregate: true }), displayName: functionText(item.expression) }];
  }
}

function pathColumn([first = '', ...rest]: readonly string[]): QueryColumn {
  return rest.length === 0 ? column(first) : column(first, { joinColumns: [pathColumn(rest)] });
}

/** A path as the schema spells it; from a lookup to several objects on it stays as it was written. */
function spelled({ schema, object, aliases }: Names, parts: readonly string[]): readonly string[] {
  const [first = '', ...rest] = parts;
  if (rest.length > 0 && aliases.includes(first.toLowerCase())) return spelled({ schema, object, aliases: [] }, rest);
  if (rest.length === 0) return [object?.fields.get(first.toLowerCase())?.name ?? first];
  const lookup = [...(object?.fields.values() ?? [])].find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === first.toLowerCase(),
  );
  const [target, ...others] = lookup?.referenceTo ?? [];
  const parent = target === undefined || others.length > 0 ? undefined : schema.object(target);
  return [lookup?.relationshipName ?? first, ...spelled({ schema, object: parent, aliases: [] }, rest)];
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
