import type {
  Annotation,
  ConstructorDeclaration,
  FieldDeclaration,
  Member,
  MethodDeclaration,
  Modifiers,
  Parameter,
  Position,
  PropertyDeclaration,
  TypeDeclaration,
  TypeReference,
} from '../parse/syntax.ts';
import type { AccessModifier, AnnotationInfo, SharingDeclaration } from '../runtime/class-info.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { MemberNames } from './member-names.ts';
import type { ApexType, FieldSymbol, ParameterSymbol, TypeSymbol } from './symbols.ts';
import { formatTypeName } from './type-name.ts';
import type { TypeTable } from './type-table.ts';

/** What declaring a program needs. */
export interface DeclarationContext {
  readonly table: TypeTable;
  readonly diagnostics: Diagnostics;
  readonly names: MemberNames;
}

const ACCESS_WORDS: readonly AccessModifier[] = ['private', 'protected', 'public', 'global'];

/** The symbol of a class, interface or enum, with its inner types, as yet without supertypes and members. */
export function declareType(declaration: TypeDeclaration, file: string, apiVersion: number, outer?: TypeSymbol): TypeSymbol {
  const { words } = declaration.modifiers;
  const name = outer ? `${outer.name}.${declaration.name}` : declaration.name;
  const symbol: TypeSymbol = {
    name,
    kind: declaration.kind,
    origin: 'apex',
    typeParameters: [],
    superclass: undefined,
    interfaces: [],
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    inner: new Map(),
    ...(outer ? { outer } : {}),
    values: declaration.values,
    access: accessOf(declaration.modifiers, 'private'),
    isAbstract: words.includes('abstract') || declaration.kind === 'interface',
    isVirtual: words.includes('virtual') || words.includes('abstract') || declaration.kind === 'interface',
    isTest: hasAnnotation(declaration.modifiers, 'istest') || (outer?.isTest ?? false),
    testVisible: hasAnnotation(declaration.modifiers, 'testvisible'),
    sharing: sharingOf(words),
    annotations: annotationsOf(declaration.modifiers),
    declaration,
    file,
    apiVersion,
    identifier: name.replaceAll('.', '$'),
    broken: false,
  };
  for (const member of declaration.members) {
    if (member.kind === 'inner') {
      symbol.inner.set(member.declaration.name.toLowerCase(), declareType(member.declaration, file, apiVersion, symbol));
    }
  }
  return symbol;
}

function sharingOf(words: readonly string[]): SharingDeclaration {
  const word = words.find((candidate) => candidate.endsWith(' sharing'));
  return word === undefined ? 'none' : (word.slice(0, -' sharing'.length) as SharingDeclaration);
}

export function accessOf(modifiers: Modifiers, fallback: AccessModifier): AccessModifier {
  if (modifiers.words.includes('webservice')) {
    return 'global';
  }
  return ACCESS_WORDS.find((word) => modifiers.words.includes(word)) ?? fallback;
}

export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
  return modifiers.annotations.some((annotation) => annotation.name === name);
}

/** What `@InvocableVariable` says of a field that flows may fill or read. */
function invocableVariable(modifiers: Modifiers): Partial<Pick<FieldSymbol, 'invocable'>> {
  const annotation = modifiers.annotations.find(({ name }) => name === 'invocablevariable');
  return annotation ? { invocable: annotation.parameters } : {};
}

export function annotationsOf(modifiers: Modifiers): AnnotationInfo[] {
  const testMethod = modifiers.words.includes('testmethod') ? [{ name: 'istest', parameters: {} }] : [];
  return [...modifiers.annotations.map(({ name, parameters }: Annotation) => ({ name, parameters })), ...testMethod];
}

/** The type behind a reference; reports it when there is none. */
export function resolveReference(context: DeclarationContext, scope: TypeSymbol, reference: TypeReference): ApexType | undefined {
  const type = context.table.resolve(reference.type, scope.outer && scope.declaration?.superclass === reference ? scope.outer : scope);
  const hidden = type && context.table.hiddenFrom(scope, type);
  if (!type) {
    context.diagnostics.report(scope.file as string, reference, `Invalid type: ${formatTypeName(reference.type)}`);
    scope.broken = true;
  } else if (hidden) {
    context.diagnostics.report(scope.file as string, reference, `Type is not visible: ${hidden.name}`);
  }
  return type;
}

/** Reads the members of a class and of its inner types into their symbols. */
export function fillMembers(context: DeclarationContext, symbol: TypeSymbol): void {
  for (const member of symbol.declaration?.members ?? []) {
    fillMember(context, symbol, member);
  }
  if (symbol.kind === 'class' && symbol.constructors.length === 0) {
    addDefaultConstructor(context, symbol);
  }
  for (const inner of symbol.inner.values()) {
    fillMembers(context, inner);
  }
}

function fillMember(context: DeclarationContext, symbol: TypeSymbol, member: Member): void {
  switch (member.kind) {
    case 'field':
      addField(context, symbol, member);
      break;
    case 'property':
      addProperty(context, symbol, member);
      break;
    case 'method':
      addMethod(context, symbol, member);
      break;
    case 'constructor':
      addConstructor(context, symbol, member);
      break;
    default:
  }
}

function addField(context: DeclarationContext, owner: TypeSymbol, declaration: FieldDeclaration): void {
  const type = resolveReference(context, owner, declaration.type);
  if (type && isNewName(context, owner, declaration)) {
    const access = accessOf(declaration.modifiers, 'private');
    owner.fields.set(declaration.name.toLowerCase(), {
      name: declaration.name,
      owner,
      isStatic: declaration.modifiers.words.includes('static'),
      access,
      getterAccess: access,
      setterAccess: access,
      testVisible: hasAnnotation(declaration.modifiers, 'testvisible'),
      key: fieldKey(context, owner, declaration.name),
      type,
      isFinal: declaration.modifiers.words.includes('final'),
      isTransient: declaration.modifiers.words.includes('transient'),
      isProperty: false,
      readable: true,
      writable: true,
      computed: false,
      auraEnabled: hasAnnotation(declaration.modifiers, 'auraenabled'),
      ...invocableVariable(declaration.modifiers),
    });
  }
}

function addProperty(context: DeclarationContext, owner: TypeSymbol, declaration: PropertyDeclaration): void {
  const type = resolveReference(context, owner, declaration.type);
  if (type && isNewName(context, owner, declaration)) {
    const access = accessOf(declaration.modifiers, 'private');
    owner.fields.set(declaration.name.toLowerCase(), {
      name: declaration.name,
      owner,
      isStatic: declaration.modifiers.words.includes('static'),
      access,
      getterAccess: declaration.getter ? accessOf(declaration.getter.modifiers, access) : access,
      setterAccess: declaration.setter ? accessOf(declaration.setter.modifiers, access) : access,
      testVisible: hasAnnotation(declaration.modifiers, 'testvisible'),
      key: fieldKey(context, owner, declaration.name),
      type,
      isFinal: false,
      isTransient: declaration.modifiers.words.includes('transient'),
      isProperty: true,
      readable: declaration.getter !== undefined,
      writable: declaration.setter !== undefined,
      computed: Boolean(declaration.getter?.body ?? declaration.setter?.body),
      auraEnabled: hasAnnotation(declaration.modifiers, 'auraenabled'),
      ...invocableVariable(declaration.modifiers),
    });
  }
}

function isNewName(context: DeclarationContext, owner: TypeSymbol, declaration: Position & { readonly name: string }): boolean {
  if (owner.fields.has(declaration.name.toLowerCase())) {
    context.diagnostics.report(owner.file as string, declaration, `Duplicate field: ${declaration.name}`);
    return false;
  }
  return true;
}

/** A private field may have the name of a private one further up; it gets a name of its own. */
function fieldKey(context: DeclarationContext, owner: TypeSymbol, name: string): string {
  const key = context.names.field(name);
  for (let level = owner.superclass?.symbol; level; level = level.superclass?.symbol) {
    if (
      level.declaration?.members.some(
        (member) => (member.kind === 'field' || member.kind === 'property') && member.name.toLowerCase() === name.toLowerCase(),
      )
    ) {
      return `${key}$${owner.identifier}`;
    }
  }
  return key;
}

function addMethod(context: DeclarationContext, owner: TypeSymbol, declaration: MethodDeclaration): void {
  const parameters = resolveParameters(context, owner, declaration.parameters);
  const returnType = declaration.returnType ? resolveReference(context, owner, declaration.returnType) : context.table.voidType;
  if (!parameters || !returnType) {
    return;
  }
  const { words } = declaration.modifiers;
  const name = declaration.name.toLowerCase();
  const methods = owner.methods.get(name) ?? [];
  const types = parameters.map((parameter) => parameter.type);
  if (methods.some((other) => takesTheSame(other.parameters, parameters))) {
    context.diagnostics.report(owner.file as string, declaration, `Method already defined: ${declaration.name}`);
    return;
  }
  const isInterface = owner.kind === 'interface';
  const access = isInterface ? 'public' : accessOf(declaration.modifiers, 'private');
  const isVirtual = isInterface || words.includes('virtual') || words.includes('abstract') || words.includes('override');
  const isPrivate = access === 'private' && !isVirtual && !words.includes('static') && (owner.isVirtual || owner.superclass !== undefined);
  owner.methods.set(name, [
    ...methods,
    {
      name: declaration.name,
      owner,
      declaration,
      isStatic: words.includes('static'),
      access,
      testVisible: hasAnnotation(declaration.modifiers, 'testvisible'),
      key: context.names.method(declaration.name, types) + (isPrivate ? `$${owner.identifier}` : ''),
      parameters,
      returnType,
      isAbstract: isInterface || words.includes('abstract'),
      isVirtual,
      isOverride: words.includes('override'),
      annotations: annotationsOf(declaration.modifiers),
    },
  ]);
}

function addConstructor(context: DeclarationContext, owner: TypeSymbol, declaration: ConstructorDeclaration): void {
  if (declaration.name.toLowerCase() !== owner.declaration?.name.toLowerCase()) {
    context.diagnostics.report(owner.file as string, declaration, `Invalid constructor name: ${declaration.name}`);
    return;
  }
  const parameters = resolveParameters(context, owner, declaration.parameters);
  if (parameters && owner.constructors.some((other) => takesTheSame(other.parameters, parameters))) {
    context.diagnostics.report(owner.file as string, declaration, `Constructor already defined: ${declaration.name}`);
  } else if (parameters) {
    owner.constructors.push({
      owner,
      key: context.names.constructorOf(
        owner.identifier,
        parameters.map((parameter) => parameter.type),
      ),
      parameters,
      access: accessOf(declaration.modifiers, 'private'),
      testVisible: hasAnnotation(declaration.modifiers, 'testvisible'),
    });
  }
}

function takesTheSame(left: readonly ParameterSymbol[], right: readonly ParameterSymbol[]): boolean {
  return left.length === right.length && left.every((parameter, index) => parameter.type === right[index].type);
}

function addDefaultConstructor(context: DeclarationContext, owner: TypeSymbol): void {
  owner.constructors.push({
    owner,
    key: context.names.constructorOf(owner.identifier, []),
    parameters: [],
    access: 'public',
    testVisible: false,
  });
}

function resolveParameters(
  context: DeclarationContext,
  owner: TypeSymbol,
  parameters: readonly Parameter[],
): ParameterSymbol[] | undefined {
  const resolved: ParameterSymbol[] = [];
  for (const parameter of parameters) {
    const type = resolveReference(context, owner, parameter.type);
    if (type) {
      resolved.push({ name: parameter.name, type });
    }
  }
  return resolved.length === parameters.length ? resolved : undefined;
}
