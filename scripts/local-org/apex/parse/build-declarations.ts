import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  ConstructorDeclarationContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  PropertyBlockContext,
  PropertyDeclarationContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import { buildExpression } from './build-expressions.ts';
import { buildBlock } from './build-statements.ts';
import { buildModifiers, buildTypeReference, positionOf } from './build-types.ts';
import type { Accessor, Member, Modifiers, Parameter, Position, PropertyDeclaration, TypeDeclaration } from './syntax.ts';

export function buildType(context: TypeDeclarationContext): TypeDeclaration {
  const modifiers = buildModifiers(context.modifier_list());
  const position = positionOf(context);
  const type = context.classDeclaration();
  if (type) {
    return buildClass(type, modifiers, position);
  }
  const contract = context.interfaceDeclaration();
  return contract ? buildInterface(contract, modifiers, position) : buildEnum(context.enumDeclaration(), modifiers, position);
}

function buildClass(context: ClassDeclarationContext, modifiers: Modifiers, position: Position): TypeDeclaration {
  const superclass = context.typeRef();
  return {
    kind: 'class',
    ...position,
    name: context.id().getText(),
    modifiers,
    ...(superclass ? { superclass: buildTypeReference(superclass) } : {}),
    interfaces: (context.typeList()?.typeRef_list() ?? []).map(buildTypeReference),
    members: context.classBody().classBodyDeclaration_list().flatMap(buildBodyDeclaration),
    values: [],
  };
}

function buildInterface(context: InterfaceDeclarationContext, modifiers: Modifiers, position: Position): TypeDeclaration {
  return {
    kind: 'interface',
    ...position,
    name: context.id().getText(),
    modifiers,
    interfaces: (context.typeList()?.typeRef_list() ?? []).map(buildTypeReference),
    members: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((method) => {
        const returned = method.typeRef();
        return {
          kind: 'method',
          ...positionOf(method),
          modifiers: buildModifiers(method.modifier_list()),
          ...(returned ? { returnType: buildTypeReference(returned) } : {}),
          name: method.id().getText(),
          parameters: buildParameters(method.formalParameters()),
        };
      }),
    values: [],
  };
}

function buildEnum(context: EnumDeclarationContext, modifiers: Modifiers, position: Position): TypeDeclaration {
  return {
    kind: 'enum',
    ...position,
    name: context.id().getText(),
    modifiers,
    interfaces: [],
    members: [],
    values: (context.enumConstants()?.id_list() ?? []).map((id) => id.getText()),
  };
}

function buildBodyDeclaration(context: ClassBodyDeclarationContext): Member[] {
  const position = positionOf(context);
  const block = context.block();
  if (block) {
    return [{ kind: 'initializer', ...position, isStatic: Boolean(context.STATIC()), body: buildBlock(block) }];
  }
  const member = context.memberDeclaration();
  return member ? buildMember(member, buildModifiers(context.modifier_list()), position) : [];
}

/** What a class, a trigger or an anonymous block declares; a field declaration may declare several. */
export function buildMember(
  context: Omit<MemberDeclarationContext, 'constructorDeclaration'> & Partial<Pick<MemberDeclarationContext, 'constructorDeclaration'>>,
  modifiers: Modifiers,
  position: Position,
): Member[] {
  const method = context.methodDeclaration();
  if (method) {
    return [buildMethod(method, modifiers, position)];
  }
  const field = context.fieldDeclaration();
  if (field) {
    return buildFields(field, modifiers);
  }
  const property = context.propertyDeclaration();
  if (property) {
    return [buildProperty(property, modifiers, position)];
  }
  const constructor = context.constructorDeclaration?.();
  if (constructor) {
    return [buildConstructor(constructor, modifiers, position)];
  }
  return [{ kind: 'inner', ...position, declaration: buildInner(context, modifiers, position) }];
}

function buildInner(context: Parameters<typeof buildMember>[0], modifiers: Modifiers, position: Position): TypeDeclaration {
  const type = context.classDeclaration();
  if (type) {
    return buildClass(type, modifiers, position);
  }
  const contract = context.interfaceDeclaration();
  return contract ? buildInterface(contract, modifiers, position) : buildEnum(context.enumDeclaration(), modifiers, position);
}

function buildMethod(context: MethodDeclarationContext, modifiers: Modifiers, position: Position): Member {
  const returned = context.typeRef();
  const body = context.block();
  return {
    kind: 'method',
    ...position,
    modifiers,
    ...(returned ? { returnType: buildTypeReference(returned) } : {}),
    name: context.id().getText(),
    parameters: buildParameters(context.formalParameters()),
    ...(body ? { body: buildBlock(body) } : {}),
  };
}

function buildConstructor(context: ConstructorDeclarationContext, modifiers: Modifiers, position: Position): Member {
  return {
    kind: 'constructor',
    ...position,
    modifiers,
    name: context.qualifiedName().getText(),
    parameters: buildParameters(context.formalParameters()),
    body: buildBlock(context.block()),
  };
}

function buildFields(context: FieldDeclarationContext, modifiers: Modifiers): Member[] {
  const type = buildTypeReference(context.typeRef());
  return context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((declarator) => {
      const value = declarator.expression();
      return {
        kind: 'field',
        ...positionOf(declarator),
        modifiers,
        type,
        name: declarator.id().getText(),
        ...(value ? { value: buildExpression(value) } : {}),
      };
    });
}

function buildProperty(context: PropertyDeclarationContext, modifiers: Modifiers, position: Position): PropertyDeclaration {
  let getter: Accessor | undefined;
  let setter: Accessor | undefined;
  for (const block of context.propertyBlock_list()) {
    if (block.getter()) {
      getter = buildAccessor(block);
    } else {
      setter = buildAccessor(block);
    }
  }
  return {
    kind: 'property',
    ...position,
    modifiers,
    type: buildTypeReference(context.typeRef()),
    name: context.id().getText(),
    ...(getter ? { getter } : {}),
    ...(setter ? { setter } : {}),
  };
}

function buildAccessor(context: PropertyBlockContext): Accessor {
  const body = (context.getter() ?? context.setter()).block();
  return { ...positionOf(context), modifiers: buildModifiers(context.modifier_list()), ...(body ? { body: buildBlock(body) } : {}) };
}

function buildParameters(context: FormalParametersContext): Parameter[] {
  return (context.formalParameterList()?.formalParameter_list() ?? []).map((parameter) => ({
    ...positionOf(parameter),
    name: parameter.id().getText(),
    type: buildTypeReference(parameter.typeRef()),
    isFinal: buildModifiers(parameter.modifier_list()).words.includes('final'),
  }));
}
