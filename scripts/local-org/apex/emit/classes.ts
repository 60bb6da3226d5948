import type {
  Block,
  ConstructorDeclaration,
  Expression,
  FieldDeclaration,
  Initializer,
  Member,
  MethodDeclaration,
  PropertyDeclaration,
} from '../parse/syntax.ts';
import { parameterTypes } from '../types/hierarchy.ts';
import { promisesOf } from '../types/promises.ts';
import type { ConstructorSymbol, FieldSymbol, TypeSymbol } from '../types/symbols.ts';
import { declareParameters, emitFunctionBody, newBody } from './bodies.ts';
import type { FileContext } from './bodies.ts';
import { CompileError } from './body-context.ts';
import type { BodyContext } from './body-context.ts';
import { chooseCandidate, convertArguments } from './calls.ts';
import { constructorsOf, hasInitialisers, isExceptionClass } from './creation.ts';
import { compileExpression } from './expressions.ts';
import { staticsOf } from './names.ts';
import { compileAll } from './operators.ts';
import { emitLine, emitStatements } from './statements.ts';
import { containsKind, nullableAssignments } from './syntax-search.ts';
import { convert } from './typed.ts';

/** Writes a class and, after it, its inner classes. */
export function emitClass(file: FileContext, symbol: TypeSymbol): void {
  const { module } = file;
  const parent = symbol.superclass?.symbol;
  const parentName = parent?.origin === 'apex' ? JSON.stringify(parent.name) : 'null';
  const base =
    parentName !== 'null'
      ? ' extends $super'
      : isExceptionClass(file.program.table.of(symbol))
        ? ` extends ${module.helper('BaseException')}`
        : '';
  module.line(`// ${symbol.name}`);
  module.open(
    `definitions[${JSON.stringify(symbol.name)}] = { superclass: ${parentName}, define: ($super) => class ${symbol.identifier}${base} {`,
  );
  if (symbol.kind === 'class') {
    emitMembers(file, symbol);
  }
  module.close('} };');
  for (const inner of symbol.inner.values()) {
    emitClass(file, inner);
  }
}

/** How a stack trace names a piece of code. */
function placeOf(symbol: TypeSymbol, member: string): string {
  const trigger = /^(.*)\$trigger$/.exec(symbol.name)?.[1];
  return trigger === undefined ? `Class.${symbol.name}.${member}` : `Trigger.${trigger}.${member}`;
}

/** The inside of a class: static fields, fields, methods, properties, constructors. */
function emitMembers(file: FileContext, symbol: TypeSymbol): void {
  const members = symbol.declaration?.members ?? [];
  if (isExceptionClass(file.program.table.of(symbol))) {
    file.module.line(`constructor(typeName = ${JSON.stringify(symbol.name)}) { super(typeName); }`);
  }
  emitStatics(file, symbol, members);
  emitInstanceFields(file, symbol, members);
  for (const member of members) {
    if (member.kind === 'method') {
      emitMethod(file, symbol, member);
    } else if (member.kind === 'property') {
      emitProperty(file, symbol, member);
    }
  }
  emitKeptPromises(file, symbol);
  emitConstructors(file, symbol, members);
}

function isStatic(member: { readonly modifiers: { readonly words: readonly string[] } }): boolean {
  return member.modifiers.words.includes('static');
}

type Stored = FieldDeclaration | PropertyDeclaration;

function isStored(member: Member): member is Stored {
  return member.kind === 'field' || member.kind === 'property';
}

function fieldOf(symbol: TypeSymbol, member: Stored): FieldSymbol | undefined {
  const field = symbol.fields.get(member.name.toLowerCase());
  return field?.owner === symbol ? field : undefined;
}

function emitStatics(file: FileContext, symbol: TypeSymbol, members: readonly Member[]): void {
  const { module } = file;
  module.line('static $statics = null;');
  const stored = members.filter((member): member is Stored => isStored(member) && isStatic(member));
  module.open('static $defaults() { return {');
  for (const member of stored) {
    const field = fieldOf(symbol, member);
    if (field && member.kind === 'property' && field.computed) {
      emitAccessors(file, symbol, member, field);
      module.line(`${field.key}$value: null,`);
    } else if (field) {
      module.line(`${field.key}: null,`);
    }
  }
  module.close('}; }');
  const initialising = members.filter(
    (member) => (member.kind === 'field' && isStatic(member) && member.value) || (member.kind === 'initializer' && member.isStatic),
  );
  if (initialising.length > 0) {
    emitInitialisers(file, symbol, initialising as (FieldDeclaration | Initializer)[], 'static');
  }
}

function emitInstanceFields(file: FileContext, symbol: TypeSymbol, members: readonly Member[]): void {
  const { module } = file;
  for (const member of members) {
    if (isStored(member) && !isStatic(member)) {
      const field = fieldOf(symbol, member);
      if (field) {
        module.line(`${field.key}${member.kind === 'property' && field.computed ? '$value' : ''} = null;`);
      }
    }
  }
  const initialising = members.filter(
    (member) => (member.kind === 'field' && !isStatic(member) && member.value) || (member.kind === 'initializer' && !member.isStatic),
  );
  if (initialising.length > 0) {
    emitInitialisers(file, symbol, initialising as (FieldDeclaration | Initializer)[], 'instance');
  }
}

/** Field values and initialiser blocks, in the order in which they are written. */
function emitInitialisers(
  file: FileContext,
  symbol: TypeSymbol,
  members: readonly (FieldDeclaration | Initializer)[],
  kind: 'static' | 'instance',
): void {
  const { module, program } = file;
  const isStaticKind = kind === 'static';
  module.enter(placeOf(symbol, isStaticKind ? '<clinit>' : '<init>'));
  module.open(isStaticKind ? 'static $initialise() {' : '$initialise() {');
  if (!isStaticKind && symbol.superclass && hasInitialisers(symbol.superclass.symbol)) {
    module.line('super.$initialise();');
  }
  const mark = module.mark();
  const context = newBody(file, { owner: symbol, isStatic: isStaticKind, returnType: program.table.voidType, initialises: kind });
  context.nullableLocals = nullableAssignments(members);
  for (const member of members) {
    if (member.kind === 'initializer') {
      module.open('{');
      context.inScope(() => emitStatements(context, member.body.statements));
      module.close();
    } else {
      emitFieldValue(context, symbol, member, member.value as Expression);
    }
  }
  if (!isStaticKind) {
    module.line('return this;');
  }
  const temporaries = context.temporaryDeclaration();
  if (temporaries !== '') {
    module.insertAt(mark, temporaries);
  }
  module.close();
}

function emitFieldValue(context: BodyContext, symbol: TypeSymbol, member: FieldDeclaration, expression: Expression): void {
  const field = fieldOf(symbol, member);
  if (!field) {
    return;
  }
  try {
    const value = convert(context, compileExpression(context, expression), field.type, member);
    const target = field.isStatic ? staticsOf(context, symbol) : 'this';
    emitLine(context, `${target}.${field.key} = ${value};`, member);
  } catch (error) {
    context.report(error, member);
  }
}

function hasStaticBlock(symbol: TypeSymbol): boolean {
  return (symbol.declaration?.members ?? []).some((member) => member.kind === 'initializer' && member.isStatic);
}

function emitMethod(file: FileContext, symbol: TypeSymbol, declaration: MethodDeclaration): void {
  const { module } = file;
  const method = symbol.methods.get(declaration.name.toLowerCase())?.find((candidate) => candidate.declaration === declaration);
  if (!method || !declaration.body) {
    return;
  }
  module.enter(placeOf(symbol, method.name));
  const context = newBody(file, { owner: symbol, isStatic: method.isStatic, returnType: method.returnType });
  const parameters = declareParameters(context, method.parameters, declaration.body);
  module.open(`${method.isStatic ? 'static ' : ''}${method.key}(${parameters.join(', ')}) {`, declaration.line);
  emitFunctionBody(context, declaration.body, () => {
    if (method.isStatic && hasStaticBlock(symbol)) {
      module.line(`${staticsOf(context, symbol)};`);
    }
  });
  module.close();
}

/** What an interface promises under another name than that of the method which keeps it, or on instances where that is static. */
function emitKeptPromises(file: FileContext, symbol: TypeSymbol): void {
  const written = new Set<string>();
  for (const { promised, keptBy } of symbol.isAbstract ? [] : promisesOf(file.program.table, symbol)) {
    const { key, name, owner } = promised.member;
    if (owner.origin === 'library' || !keptBy || written.has(key)) {
      continue;
    }
    if (keptBy === 'object') {
      file.module.line(`${key}(...values) { return ${file.module.helper('callSuper')}(this, ${JSON.stringify(name)}, ...values); }`);
    } else if (keptBy.member.isStatic || keptBy.member.key !== key) {
      file.module.line(`${key}(...values) { return this${keptBy.member.isStatic ? '.constructor' : ''}.${keptBy.member.key}(...values); }`);
    } else {
      continue;
    }
    written.add(key);
  }
}

function emitProperty(file: FileContext, symbol: TypeSymbol, declaration: PropertyDeclaration): void {
  const field = fieldOf(symbol, declaration);
  if (field && field.computed && !field.isStatic) {
    emitAccessors(file, symbol, declaration, field);
  }
}

/** A getter and a setter; the one that has no code reads or writes the stored value. */
function emitAccessors(file: FileContext, symbol: TypeSymbol, declaration: PropertyDeclaration, field: FieldSymbol): void {
  const { module, program } = file;
  const separator = field.isStatic ? ',' : '';
  module.enter(placeOf(symbol, field.name));
  emitAccessor(
    file,
    symbol,
    field,
    declaration.getter?.body,
    'get',
    () => [`get ${field.key}() {`, `return this.${field.key}$value;`],
    separator,
  );
  emitAccessor(
    file,
    symbol,
    field,
    declaration.setter?.body,
    'set',
    () => [`set ${field.key}(value) {`, `this.${field.key}$value = value;`],
    separator,
  );
  void program;
}

function emitAccessor(
  file: FileContext,
  symbol: TypeSymbol,
  field: FieldSymbol,
  body: Block | undefined,
  kind: 'get' | 'set',
  lines: () => readonly [string, string],
  separator: string,
): void {
  const { module, program } = file;
  const [head, automatic] = lines();
  module.open(head, body?.line);
  if (body) {
    const context = newBody(file, {
      owner: symbol,
      isStatic: field.isStatic,
      returnType: kind === 'get' ? field.type : program.table.voidType,
    });
    context.accessorOf = field;
    if (kind === 'set') {
      context.declare(body, 'value', field.type);
    }
    emitFunctionBody(context, body);
  } else {
    module.line(automatic);
  }
  module.close(`}${separator}`);
}

function emitConstructors(file: FileContext, symbol: TypeSymbol, members: readonly Member[]): void {
  const declared = members.filter((member): member is ConstructorDeclaration => member.kind === 'constructor');
  if (declared.length === 0) {
    emitDefaultConstructor(file, symbol);
  }
  for (const [index, declaration] of declared.entries()) {
    const constructor = symbol.constructors[index];
    if (constructor) {
      emitConstructor(file, symbol, declaration, constructor);
    }
  }
}

function emitDefaultConstructor(file: FileContext, symbol: TypeSymbol): void {
  const [constructor] = symbol.constructors;
  const position = symbol.declaration as { line: number; column: number };
  if (!constructor || isExceptionClass(file.program.table.of(symbol))) {
    return;
  }
  const block: Block = { kind: 'block', ...position, statements: [], endLine: position.line };
  emitConstructor(
    file,
    symbol,
    { kind: 'constructor', ...position, modifiers: { words: [], annotations: [] }, name: symbol.name, parameters: [], body: block },
    constructor,
  );
}

function emitConstructor(file: FileContext, symbol: TypeSymbol, declaration: ConstructorDeclaration, constructor: ConstructorSymbol): void {
  const { module, program } = file;
  module.enter(placeOf(symbol, '<init>'));
  const context = newBody(file, { owner: symbol, isStatic: false, returnType: program.table.voidType, initialises: 'instance' });
  context.returnsThis = true;
  const parameters = declareParameters(context, constructor.parameters, declaration.body);
  module.open(`${constructor.key}(${parameters.join(', ')}) {`, declaration.line);
  const [first] = declaration.body.statements;
  const delegation = first?.kind === 'expression' && first.expression.kind === 'constructorCall' ? first.expression : undefined;
  const body = delegation ? { ...declaration.body, statements: declaration.body.statements.slice(1) } : declaration.body;
  emitFunctionBody(context, containsKind(declaration.body, new Set(['constructorCall'])) && !delegation ? declaration.body : body, () => {
    if (hasStaticBlock(symbol)) {
      module.line(`${staticsOf(context, symbol)};`);
    }
    try {
      emitDelegation(context, symbol, delegation);
    } catch (error) {
      context.report(error, declaration);
    }
  });
  module.close();
}

/** `this(...)`, `super(...)`, or the implicit `super()`. */
function emitDelegation(
  context: BodyContext,
  symbol: TypeSymbol,
  call: Extract<Expression, { kind: 'constructorCall' }> | undefined,
): void {
  const isThis = call?.which === 'this';
  const type = isThis ? context.table.of(symbol) : symbol.superclass;
  if (!type || (type.symbol.origin === 'library' && !isExceptionClass(type))) {
    if (call) {
      throw new CompileError(call, 'super(): the class extends nothing');
    }
    return;
  }
  const args = compileAll(context, call?.arguments ?? []);
  const at = call ?? (symbol.declaration as { line: number; column: number });
  const candidates = constructorsOf(context, type).map((member) => ({ member, through: type }));
  const found = chooseCandidate(
    context,
    candidates,
    args,
    at,
    `Constructor not defined: [${type.name}].<Constructor>(${args.map((arg) => arg.type.name).join(', ')})`,
  );
  const values = convertArguments(context, args, parameterTypes(context.table, found), call?.arguments ?? [], at);
  if (found.member.owner.origin === 'library') {
    const parameters = found.member.parameters.map((parameter) => parameter.type.name).join(',');
    context.module.line(`${context.module.helper('setException')}(this, ${[JSON.stringify(parameters), ...values].join(', ')});`, at.line);
  } else {
    context.module.line(`this.${found.member.key}(${values.join(', ')});`, at.line);
  }
}
