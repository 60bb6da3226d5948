/** The syntax tree of a DataWeave script. Every node knows where it stands in the text. */

export interface Place {
  /** Offset of the first character. */
  readonly from: number;
  /** Offset behind the last character. */
  readonly to: number;
}

export interface Script {
  readonly directives: readonly Directive[];
  readonly body: Expression;
}

export type Directive = Variable | FunctionDefinition | TypeDefinition | NamespaceDefinition | Import | Input | Output;

export interface Variable extends Place {
  readonly kind: 'variable';
  readonly name: string;
  readonly type: TypeNode | undefined;
  readonly value: Expression;
}

/** `fun` in the header; several of one name are overloads. */
export interface FunctionDefinition extends Place {
  readonly kind: 'function';
  readonly name: string;
  readonly lambda: Lambda;
}

export interface TypeDefinition extends Place {
  readonly kind: 'type';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly type: TypeNode;
}

export interface NamespaceDefinition extends Place {
  readonly kind: 'namespace';
  readonly name: string;
  readonly uri: string;
}

/** `import * from dw::core::Strings`, `import a as b from m`, `import dw::core::Strings as S`. */
export interface Import extends Place {
  readonly kind: 'import';
  readonly module: string;
  /** What is imported by name; `*` for everything; absent when only the module's own name is. */
  readonly elements: readonly { readonly name: string; readonly as: string }[] | '*' | undefined;
  readonly as: string | undefined;
}

export interface Input extends Place {
  readonly kind: 'input';
  readonly name: string;
  readonly format: string | undefined;
  readonly options: readonly Option[];
}

export interface Output extends Place {
  readonly kind: 'output';
  readonly format: string;
  readonly options: readonly Option[];
}

/** A reader's or writer's property. */
export interface Option extends Place {
  readonly name: string;
  readonly value: string | number | boolean | null;
}

export type Expression =
  | Constant
  | Interpolation
  | NameReference
  | ArrayLiteral
  | ObjectLiteral
  | Conditional
  | Lambda
  | Call
  | Unary
  | Binary
  | Cast
  | TypeTest
  | Selection
  | Match
  | Update
  | Scoped;

/** A literal: null, true, text, a number, a date, a regular expression. The value is one of the language. */
export interface Constant extends Place {
  readonly kind: 'constant';
  readonly value: unknown;
}

/** Text with expressions in it. */
export interface Interpolation extends Place {
  readonly kind: 'interpolation';
  readonly parts: readonly (string | Expression)[];
}

/** `name`, `$`, `Strings::capitalize`. */
export interface NameReference extends Place {
  readonly kind: 'name';
  readonly name: string;
}

export interface ArrayLiteral extends Place {
  readonly kind: 'array';
  readonly items: readonly { readonly value: Expression; readonly condition: Expression | undefined }[];
  /** `[head ~ tail]`. */
  readonly tail: Expression | undefined;
}

export interface ObjectLiteral extends Place {
  readonly kind: 'object';
  readonly entries: readonly (Entry | Spread)[];
}

/** `name @(attribute: value): value`; the key may be an expression. */
export interface Entry extends Place {
  readonly kind: 'entry';
  readonly key: KeyNode;
  readonly value: Expression;
}

/** `(expression)`, `(key: value) if condition`. */
export interface Spread extends Place {
  readonly kind: 'spread';
  readonly value: Expression;
  readonly condition: Expression | undefined;
}

export interface KeyNode extends Place {
  readonly namespace: string | undefined;
  readonly name: string | Expression;
  readonly attributes: readonly (Entry | Spread)[] | undefined;
}

export interface Conditional extends Place {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Parameter {
  readonly name: string;
  readonly type: TypeNode | undefined;
  readonly whenAbsent: Expression | undefined;
}

export interface Lambda extends Place {
  readonly kind: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly typeParameters: readonly string[];
  readonly body: Expression;
  /** Made of an expression with `$`. */
  readonly implicit: boolean;
}

/** `f(a, b)`, or `a f b` when infix. */
export interface Call extends Place {
  readonly kind: 'call';
  readonly callee: Expression;
  args: Expression[];
  readonly infix: boolean;
}

export interface Unary extends Place {
  readonly kind: 'unary';
  readonly operator: '-' | 'not';
  readonly operand: Expression;
}

export type BinaryOperator = 'or' | 'and' | '==' | '!=' | '~=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '<<' | '>>' | '*' | '/' | 'default';

export interface Binary extends Place {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `value as Type {format: "..."}`. */
export interface Cast extends Place {
  readonly kind: 'cast';
  readonly value: Expression;
  readonly type: TypeNode;
}

export interface TypeTest extends Place {
  readonly kind: 'is';
  readonly value: Expression;
  readonly type: TypeNode;
}

export type Selector =
  | { readonly kind: 'value' | 'values' | 'pair' | 'attribute' | 'attributes' | 'metadata'; readonly name: KeyNode }
  | { readonly kind: 'allAttributes' | 'namespace' | 'descendants' }
  | { readonly kind: 'index' | 'dynamicValues' | 'dynamicAttribute' | 'dynamicPair' | 'filter'; readonly argument: Expression };

export interface Selection extends Place {
  readonly kind: 'selection';
  readonly value: Expression;
  readonly selector: Selector;
  /** `?`: is it there; `!`: it must be. */
  readonly presence: 'test' | 'assert' | undefined;
}

export interface Match extends Place {
  readonly kind: 'match';
  readonly value: Expression;
  readonly cases: readonly { readonly pattern: Pattern; readonly body: Expression }[];
}

export type Pattern =
  | { readonly kind: 'literal'; readonly name: string | undefined; readonly value: Expression }
  | { readonly kind: 'type'; readonly name: string | undefined; readonly type: TypeNode }
  | { readonly kind: 'regex'; readonly name: string | undefined; readonly value: Expression }
  | { readonly kind: 'condition'; readonly name: string; readonly condition: Expression }
  | { readonly kind: 'emptyArray' | 'emptyObject' }
  | { readonly kind: 'headTail'; readonly head: string; readonly tail: string }
  | { readonly kind: 'keyValueTail'; readonly key: string; readonly value: string; readonly tail: string }
  | { readonly kind: 'else'; readonly name: string | undefined };

export interface Update extends Place {
  readonly kind: 'update';
  readonly value: Expression;
  readonly cases: readonly UpdateCase[];
}

export interface UpdateCase {
  readonly name: string | undefined;
  readonly indexName: string | undefined;
  readonly path: readonly Selector[];
  /** `!`: made when it is not there. */
  readonly upsert: boolean;
  readonly condition: Expression | undefined;
  readonly body: Expression;
}

/** `do { ... --- ... }` and `using (...) ...`. */
export interface Scoped extends Place {
  readonly kind: 'do';
  readonly directives: readonly Directive[];
  readonly body: Expression;
}

export type TypeNode = NamedType | UnionType | ObjectType | FunctionType | LiteralType;

/** `{format: "..."}` behind a type. */
export type SchemaNode = readonly { readonly name: string; readonly value: Expression; readonly condition: Expression | undefined }[];

export interface NamedType extends Place {
  readonly kind: 'named';
  readonly name: string;
  readonly typeArguments: readonly TypeNode[];
  readonly schema: SchemaNode;
}

export interface UnionType extends Place {
  readonly kind: 'union' | 'intersection';
  readonly types: readonly TypeNode[];
  readonly schema: SchemaNode;
}

export interface ObjectType extends Place {
  readonly kind: 'object';
  readonly fields: readonly {
    readonly name: string | undefined;
    readonly optional: boolean;
    readonly repeated: boolean;
    readonly type: TypeNode;
  }[];
  /** `{| |}`: no other fields. */
  readonly closed: boolean;
  readonly schema: SchemaNode;
}

export interface FunctionType extends Place {
  readonly kind: 'function';
  readonly parameters: readonly TypeNode[];
  readonly schema: SchemaNode;
}

export interface LiteralType extends Place {
  readonly kind: 'literal';
  readonly value: unknown;
  readonly schema: SchemaNode;
}
