import type {
  AnnotationContext,
  ApexParserRuleContext,
  CreatedNameContext,
  ModifierContext,
  QualifiedNameContext,
  TypeListContext,
  TypeNameContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type { TypeName } from '../types/type-name.ts';
import type { Annotation, Modifiers, Position, TypeReference } from './syntax.ts';
import { unescapeString } from './build-literals.ts';

/** Where a piece of source begins. */
export function positionOf(context: ApexParserRuleContext): Position {
  return { line: context.start.line, column: context.start.column + 1 };
}

export function buildTypeReference(context: TypeRefContext): TypeReference {
  return { ...positionOf(context), type: buildTypeName(context) };
}

function buildTypeName(context: TypeRefContext): TypeName {
  const parts = context.typeName_list();
  let type = joinParts(parts.map((part) => partOf(part)));
  const dimensions = context.arraySubscripts()?.LBRACK_list().length ?? 0;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    type = { name: 'List', typeArguments: [type] };
  }
  return type;
}

interface Part {
  readonly name: string;
  readonly typeArguments: readonly TypeName[];
}

function joinParts(parts: readonly Part[]): TypeName {
  return { name: parts.map((part) => part.name).join('.'), typeArguments: parts.at(-1)?.typeArguments ?? [] };
}

function partOf(context: TypeNameContext): Part {
  const name = (context.LIST() ?? context.SET() ?? context.MAP() ?? context.id()).getText();
  return { name, typeArguments: typeListOf(context.typeArguments()?.typeList()) };
}

function typeListOf(context: TypeListContext | null | undefined): TypeName[] {
  return context ? context.typeRef_list().map(buildTypeName) : [];
}

/** The type named after `new`. */
export function buildCreatedType(context: CreatedNameContext): TypeName {
  return joinParts(
    context.idCreatedNamePair_list().map((pair) => ({ name: pair.anyId().getText(), typeArguments: typeListOf(pair.typeList()) })),
  );
}

export function buildQualifiedType(context: QualifiedNameContext): TypeReference {
  return { ...positionOf(context), type: { name: context.getText(), typeArguments: [] } };
}

export function buildModifiers(contexts: readonly ModifierContext[]): Modifiers {
  const words: string[] = [];
  const annotations: Annotation[] = [];
  for (const context of contexts) {
    const annotation = context.annotation();
    if (annotation) {
      annotations.push(buildAnnotation(annotation));
    } else {
      words.push((context.children ?? []).map((child) => child.getText().toLowerCase()).join(' '));
    }
  }
  return { words, annotations };
}

function buildAnnotation(context: AnnotationContext): Annotation {
  const parameters: Record<string, string> = {};
  const single = context.elementValue();
  if (single) {
    parameters['value'] = annotationValue(single.getText());
  }
  for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
    parameters[pair.id().getText().toLowerCase()] = annotationValue(pair.elementValue().getText());
  }
  return { ...positionOf(context), name: context.id().getText().toLowerCase(), parameters };
}

function annotationValue(text: string): string {
  return text.startsWith("'") ? unescapeString(text.slice(1, -1)) : text;
}
