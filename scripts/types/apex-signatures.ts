import { ApexParserFactory } from '@apexdevtools/apex-parser';
import type {
  AnnotationContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  FormalParameterContext,
  ModifierContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';

/** A type of Apex as written, with its arguments: `Map<String, List<Decimal>>`. */
export interface ApexTypeReference {
  /** Dotted for inner types and namespaces. */
  readonly name: string;
  readonly arguments: readonly ApexTypeReference[];
}

/** A method that a Lightning web component may call. */
export interface AuraMethod {
  readonly className: string;
  readonly name: string;
  readonly cacheable: boolean;
  readonly parameters: readonly { readonly name: string; readonly type: ApexTypeReference }[];
  /** Absent for `void`. */
  readonly result?: ApexTypeReference;
  readonly documentation: string;
}

/** A property that travels to a Lightning web component. */
export interface AuraProperty {
  readonly name: string;
  readonly type: ApexTypeReference;
  /** True when the documentation says that the value may be null. */
  readonly nullable: boolean;
  readonly documentation: string;
}

/** A class whose instances travel to or from a Lightning web component. */
export interface AuraClass {
  /** Dotted for an inner class. */
  readonly name: string;
  readonly properties: readonly AuraProperty[];
  readonly documentation: string;
}

/** What one Apex source file offers to Lightning web components. */
export interface AuraSurface {
  readonly methods: readonly AuraMethod[];
  readonly classes: readonly AuraClass[];
}

/**
 * Reads the `@AuraEnabled` methods and properties of an Apex class, inner classes included.
 * @throws Error that names the file when the source does not parse.
 */
export function readAuraSurface(source: string, file: string): AuraSurface {
  const methods: AuraMethod[] = [];
  const classes: AuraClass[] = [];
  const documentation = documentationReader(source);

  const visit = (declaration: ClassDeclarationContext, outer: string, start: number): void => {
    const name = outer + declaration.id().getText();
    const properties: AuraProperty[] = [];
    for (const member of declaration.classBody().classBodyDeclaration_list()) {
      const body = member.memberDeclaration();
      if (!body) continue;
      if (body.classDeclaration()) visit(body.classDeclaration(), `${name}.`, member.start.start);
      const annotation = auraEnabled(member.modifier_list());
      if (!annotation) continue;
      const comment = documentation(member.start.start);
      properties.push(...propertiesOf(member, comment));
      const method = body.methodDeclaration();
      if (!method) continue;
      const result = method.typeRef();
      methods.push({
        className: name,
        name: method.id().getText(),
        cacheable: isCacheable(annotation),
        parameters: (method.formalParameters().formalParameterList()?.formalParameter_list() ?? []).map(
          (parameter: FormalParameterContext) => ({
            name: parameter.id().getText(),
            type: typeOf(parameter.typeRef()),
          }),
        ),
        ...(result ? { result: typeOf(result) } : {}),
        documentation: comment,
      });
    }
    if (properties.length > 0) classes.push({ name, properties, documentation: documentation(start) });
  };

  try {
    const unit = ApexParserFactory.createParser(source, true).compilationUnit();
    const declaration = unit.typeDeclaration().classDeclaration();
    if (declaration) visit(declaration, '', unit.typeDeclaration().start.start);
  } catch (cause) {
    throw new Error(`${file} does not parse as Apex: ${(cause as Error).message}`, { cause });
  }
  return { methods, classes };
}

function propertiesOf(member: ClassBodyDeclarationContext, documentation: string): AuraProperty[] {
  const body = member.memberDeclaration();
  const property = body.propertyDeclaration();
  const field = body.fieldDeclaration();
  const names = property
    ? [property.id().getText()]
    : (field?.variableDeclarators().variableDeclarator_list() ?? []).map((declarator) => declarator.id().getText());
  const type = property?.typeRef() ?? field?.typeRef();
  if (!type) return [];
  return names.map((name) => ({ name, type: typeOf(type), nullable: /\bnull\b/i.test(documentation), documentation }));
}

function auraEnabled(modifiers: readonly ModifierContext[]): AnnotationContext | undefined {
  return modifiers
    .map((modifier) => modifier.annotation())
    .find((annotation) => annotation?.id()?.getText().toLowerCase() === 'auraenabled');
}

function isCacheable(annotation: AnnotationContext): boolean {
  return /cacheable=true/i.test(annotation.getText());
}

function typeOf(reference: TypeRefContext): ApexTypeReference {
  const names = reference.typeName_list();
  const last = names[names.length - 1];
  const list = last.typeArguments()?.typeList().typeRef_list() ?? [];
  const name = names.map((part) => (part.LIST() ?? part.SET() ?? part.MAP() ?? part.id()).getText()).join('.');
  const type = { name, arguments: list.map(typeOf) };
  return reference.arraySubscripts()?.LBRACK_list().length ? { name: 'List', arguments: [type] } : type;
}

/** Finds the documentation comment that ends right before an offset of the source. */
function documentationReader(source: string): (offset: number) => string {
  const comments = [...source.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map((match) => ({
    end: match.index + match[0].length,
    text: match[1].replace(/^\s*\* ?/gm, '').trim(),
  }));
  return (offset) => comments.find((comment) => comment.end <= offset && source.slice(comment.end, offset).trim() === '')?.text ?? '';
}
