import type { TypeName } from '../types/type-name.ts';

/**
 * The syntax tree of Apex. Plain objects without behaviour or cycles, so that a parsed file can be kept as JSON:
 * parsing is by far the slowest part of a compilation.
 */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export interface TypeReference extends Position {
  readonly type: TypeName;
}

export interface Annotation extends Position {
  /** Lower case. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Modifiers {
  /** Lower-case words: `public`, `static`, `with sharing`, ... */
  readonly words: readonly string[];
  readonly annotations: readonly Annotation[];
}

export interface TypeDeclaration extends Position {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superclass?: TypeReference;
  readonly interfaces: readonly TypeReference[];
  readonly members: readonly Member[];
  readonly values: readonly string[];
}

export type Member = FieldDeclaration | PropertyDeclaration | MethodDeclaration | ConstructorDeclaration | Initializer | InnerType;

export interface FieldDeclaration extends Position {
  readonly kind: 'field';
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly name: string;
  readonly value?: Expression;
}

export interface Accessor extends Position {
  readonly modifiers: Modifiers;
  /** Absent for `get;`. */
  readonly body?: Block;
}

export interface PropertyDeclaration extends Position {
  readonly kind: 'property';
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly name: string;
  readonly getter?: Accessor;
  readonly setter?: Accessor;
}

export interface Parameter extends Position {
  readonly name: string;
  readonly type: TypeReference;
  readonly isFinal: boolean;
}

export interface MethodDeclaration extends Position {
  readonly kind: 'method';
  readonly modifiers: Modifiers;
  /** Absent for `void`. */
  readonly returnType?: TypeReference;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Block;
}

export interface ConstructorDeclaration extends Position {
  readonly kind: 'constructor';
  readonly modifiers: Modifiers;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

export interface Initializer extends Position {
  readonly kind: 'initializer';
  readonly isStatic: boolean;
  readonly body: Block;
}

export interface InnerType extends Position {
  readonly kind: 'inner';
  readonly declaration: TypeDeclaration;
}

export interface TriggerDeclaration extends Position {
  readonly kind: 'trigger';
  readonly name: string;
  readonly object: string;
  /** `before insert`, `after undelete`, ... */
  readonly events: readonly string[];
  readonly body: Block;
  /** Methods and the like declared in the trigger's body. */
  readonly members: readonly Member[];
}

export interface AnonymousBlock extends Position {
  readonly kind: 'anonymous';
  readonly body: Block;
  readonly members: readonly Member[];
}

export type SourceUnit = TypeDeclaration | TriggerDeclaration | AnonymousBlock;

export interface Block extends Position {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
  /** Line of the closing brace. */
  readonly endLine: number;
}

export interface Variable extends Position {
  readonly name: string;
  readonly value?: Expression;
}

export type Statement =
  Block | LocalVariables | If | Switch | For | ForEach | While | Try | Return | Throw | Jump | DataStatement | RunAs | ExpressionStatement;

export interface LocalVariables extends Position {
  readonly kind: 'local';
  readonly isFinal: boolean;
  readonly type: TypeReference;
  readonly variables: readonly Variable[];
}

export interface If extends Position {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Statement;
  readonly otherwise?: Statement;
}

export interface When extends Position {
  /** Values to compare with; `undefined` with `type` for `when Account a`, both absent for `when else`. */
  readonly values?: readonly Expression[];
  readonly type?: TypeReference;
  readonly variable?: string;
  readonly body: Block;
}

export interface Switch extends Position {
  readonly kind: 'switch';
  readonly subject: Expression;
  readonly whens: readonly When[];
}

export interface For extends Position {
  readonly kind: 'for';
  readonly declaration?: LocalVariables;
  readonly initial: readonly Expression[];
  readonly condition?: Expression;
  readonly update: readonly Expression[];
  readonly body?: Statement;
}

export interface ForEach extends Position {
  readonly kind: 'forEach';
  readonly type: TypeReference;
  readonly name: string;
  readonly source: Expression;
  readonly body?: Statement;
}

export interface While extends Position {
  readonly kind: 'while' | 'doWhile';
  readonly condition: Expression;
  readonly body?: Statement;
}

export interface Catch extends Position {
  readonly type: TypeReference;
  readonly name: string;
  readonly body: Block;
}

export interface Try extends Position {
  readonly kind: 'try';
  readonly body: Block;
  readonly catches: readonly Catch[];
  readonly finally?: Block;
}

export interface Return extends Position {
  readonly kind: 'return';
  readonly value?: Expression;
}

export interface Throw extends Position {
  readonly kind: 'throw';
  readonly value: Expression;
}

export interface Jump extends Position {
  readonly kind: 'break' | 'continue';
}

export interface DataStatement extends Position {
  readonly kind: 'data';
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
  readonly access?: 'user' | 'system';
  readonly records: Expression;
  /** The duplicates of a merge. */
  readonly second?: Expression;
  /** The external id of an upsert: `Key__c`. */
  readonly field?: string;
}

export interface RunAs extends Position {
  readonly kind: 'runAs';
  readonly arguments: readonly Expression[];
  readonly body: Block;
}

export interface ExpressionStatement extends Position {
  readonly kind: 'expression';
  readonly expression: Expression;
}

export type Expression =
  | Literal
  | NameExpression
  | This
  | MemberAccess
  | Call
  | ConstructorCall
  | New
  | NewCollection
  | Index
  | Unary
  | Binary
  | Assignment
  | Conditional
  | InstanceOf
  | Cast
  | ClassLiteral
  | Query
  | Search;

export interface Literal extends Position {
  readonly kind: 'literal';
  readonly type: 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';
  /** The value as text, unescaped for a string. */
  readonly value: string;
}

export interface NameExpression extends Position {
  readonly kind: 'name';
  readonly name: string;
}

export interface This extends Position {
  readonly kind: 'this' | 'super';
}

export interface MemberAccess extends Position {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: string;
  /** `?.` */
  readonly safe: boolean;
}

export interface Call extends Position {
  readonly kind: 'call';
  readonly target?: Expression;
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly safe: boolean;
}

export interface ConstructorCall extends Position {
  readonly kind: 'constructorCall';
  readonly which: 'this' | 'super';
  readonly arguments: readonly Expression[];
}

export interface New extends Position {
  readonly kind: 'new';
  readonly type: TypeReference;
  readonly arguments: readonly Expression[];
}

/** `new List<X>{...}`, `new X[]{...}`, `new X[3]`, `new Set<X>{...}`, `new Map<K, V>{k => v}`. */
export interface NewCollection extends Position {
  readonly kind: 'newCollection';
  readonly type: TypeReference;
  readonly size?: Expression;
  readonly elements: readonly Expression[];
  readonly pairs?: readonly (readonly [Expression, Expression])[];
}

export interface Index extends Position {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

export interface Unary extends Position {
  readonly kind: 'unary';
  readonly operator: '!' | '~' | '+' | '-' | '++' | '--';
  readonly postfix: boolean;
  readonly operand: Expression;
}

export interface Binary extends Position {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Assignment extends Position {
  readonly kind: 'assignment';
  /** `=`, `+=`, ... */
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}

export interface Conditional extends Position {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface InstanceOf extends Position {
  readonly kind: 'instanceOf';
  readonly value: Expression;
  readonly type: TypeReference;
}

export interface Cast extends Position {
  readonly kind: 'cast';
  readonly type: TypeReference;
  readonly value: Expression;
}

export interface ClassLiteral extends Position {
  readonly kind: 'classLiteral';
  /** Absent for `void.class`. */
  readonly type?: TypeReference;
}

export interface QueryBind {
  /** The name that stands for the expression in the text. */
  readonly name: string;
  readonly expression: Expression;
}

/** Inline SOQL; every bind expression in the text is replaced by a name. */
export interface Query extends Position {
  readonly kind: 'query';
  readonly text: string;
  readonly binds: readonly QueryBind[];
}

/** Inline SOSL, with names for binds as in a query. */
export interface Search extends Position {
  readonly kind: 'search';
  readonly text: string;
  readonly binds: readonly QueryBind[];
}
