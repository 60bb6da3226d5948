/**
 * A SOQL query as its text says it: names are kept in the case they were written in and nothing is looked up yet.
 * Every node carries `at`, the offset in the text of its first character, so that an error can point at it.
 */

/** A query, or a sub-query in a SELECT list or an IN condition. */
export interface SoqlQuery {
  readonly at: number;
  readonly select: readonly SelectItem[];
  /** The object, or in a sub-query of a SELECT list the child relationship. */
  readonly from: Name;
  readonly fromAlias?: string;
  /** USING SCOPE, in the case it was written in. */
  readonly scope?: Name;
  readonly where?: Condition;
  readonly access?: 'user' | 'system' | 'securityEnforced';
  readonly groupBy?: GroupBy;
  readonly having?: Condition;
  readonly orderBy: readonly OrderItem[];
  readonly limit?: NumberLiteral | Bind;
  readonly offset?: NumberLiteral | Bind;
  readonly lock?: 'update' | 'view' | 'reference';
  readonly allRows: boolean;
}

export interface Name {
  readonly at: number;
  readonly text: string;
}

export type SelectItem = SelectedExpression | SelectedQuery | SelectedTypeof | SelectedFieldGroup;

export interface SelectedExpression {
  readonly kind: 'expression';
  readonly at: number;
  readonly expression: Expression;
  readonly alias?: string;
}

export interface SelectedQuery {
  readonly kind: 'query';
  readonly at: number;
  readonly query: SoqlQuery;
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END`. */
export interface SelectedTypeof {
  readonly kind: 'typeof';
  readonly at: number;
  readonly relationship: Name;
  readonly branches: readonly { readonly object: Name; readonly fields: readonly Path[] }[];
  readonly otherwise: readonly Path[];
}

/** `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`. */
export interface SelectedFieldGroup {
  readonly kind: 'fields';
  readonly at: number;
  readonly group: 'all' | 'standard' | 'custom';
}

export type Expression = Path | Call;

/** A field, by way of its parents: `Account.Owner.Name`. */
export interface Path {
  readonly kind: 'path';
  readonly at: number;
  readonly parts: readonly string[];
}

/** A function over fields: `COUNT(Id)`, `toLabel(Status__c)`; `COUNT()` has no arguments. */
export interface Call {
  readonly kind: 'call';
  readonly at: number;
  readonly name: string;
  readonly args: readonly Expression[];
  /** Of DISTANCE: the place that the field is far from. */
  readonly place?: Place;
}

/** `GEOLOCATION(37.775, -122.418)` and the unit of the distance to it. */
export interface Place {
  readonly latitude: NumberLiteral | Bind;
  readonly longitude: NumberLiteral | Bind;
  readonly unit: 'mi' | 'km';
}

export type Condition = Logical | Negation | Comparison | Membership;

export interface Logical {
  readonly kind: 'and' | 'or';
  readonly at: number;
  readonly conditions: readonly Condition[];
}

export interface Negation {
  readonly kind: 'not';
  readonly at: number;
  readonly condition: Condition;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export interface Comparison {
  readonly kind: 'comparison';
  readonly at: number;
  readonly left: Expression;
  readonly operator: ComparisonOperator;
  readonly right: Literal | Bind;
}

export interface Membership {
  readonly kind: 'membership';
  readonly at: number;
  readonly left: Expression;
  readonly operator: 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';
  readonly right: Bind | SoqlQuery | readonly (Literal | Bind)[];
}

export type Literal = StringLiteral | NumberLiteral | BooleanLiteral | NullLiteral | DateLiteral | DatetimeLiteral | NamedDateLiteral;

export interface StringLiteral {
  readonly kind: 'string';
  readonly at: number;
  /** With its escapes resolved, except that `\%` and `\_` stay as they are: LIKE tells them from wildcards. */
  readonly value: string;
}

export interface NumberLiteral {
  readonly kind: 'number';
  readonly at: number;
  readonly text: string;
}

export interface BooleanLiteral {
  readonly kind: 'boolean';
  readonly at: number;
  readonly value: boolean;
}

export interface NullLiteral {
  readonly kind: 'null';
  readonly at: number;
}

/** `2026-11-21`. */
export interface DateLiteral {
  readonly kind: 'date';
  readonly at: number;
  readonly text: string;
}

/** `2026-11-21T08:00:00Z`. */
export interface DatetimeLiteral {
  readonly kind: 'datetime';
  readonly at: number;
  readonly text: string;
}

/** `TODAY`, `LAST_N_DAYS:30`. */
export interface NamedDateLiteral {
  readonly kind: 'namedDate';
  readonly at: number;
  /** Upper case. */
  readonly name: string;
  readonly count?: number;
}

/** `:name` or `:expression`, an Apex expression whose value comes with the query. */
export interface Bind {
  readonly kind: 'bind';
  readonly at: number;
  /** The Apex expression as it was written, without the colon. */
  readonly text: string;
  /** The offset of the first character after the colon and any white space. */
  readonly textAt: number;
  /**
   * The key under which the value is handed over: the lower-case text of a name or of a path (`ids`, `this.deal.id`);
   * `#<offset>` for any other expression.
   */
  readonly name: string;
}

export interface GroupBy {
  readonly kind: 'plain' | 'rollup' | 'cube';
  readonly items: readonly Expression[];
}

export interface OrderItem {
  readonly at: number;
  readonly expression: Expression;
  readonly descending: boolean;
  /** The platform's default is first when ascending and last when descending. */
  readonly nulls?: 'first' | 'last';
}
