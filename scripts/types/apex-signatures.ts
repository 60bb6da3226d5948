import { parseClass } from '../local-org/apex/parse/parse.ts';
import type { Annotation, Member, Position, TypeDeclaration } from '../local-org/apex/parse/syntax.ts';
import type { TypeName } from '../local-org/apex/types/type-name.ts';

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

  const visit = (declaration: TypeDeclaration, outer: string, begin: Position): void => {
    const name = outer + declaration.name;
    const properties: AuraProperty[] = [];
    for (const member of declaration.members) {
      if (member.kind === 'inner') visit(member.declaration, `${name}.`, member);
      const annotation = auraEnabled(member);
      if (!annotation) continue;
      const comment = documentation(member);
      if (member.kind === 'field' || member.kind === 'property') {
        properties.push({ name: member.name, type: typeOf(member.type.type), nullable: /\bnull\b/i.test(comment), documentation: comment });
      }
      if (member.kind !== 'method') continue;
      methods.push({
        className: name,
        name: member.name,
        cacheable: annotation.parameters['cacheable']?.toLowerCase() === 'true',
        parameters: member.parameters.map((parameter) => ({ name: parameter.name, type: typeOf(parameter.type.type) })),
        ...(member.returnType ? { result: typeOf(member.returnType.type) } : {}),
        documentation: comment,
      });
    }
    if (properties.length > 0) classes.push({ name, properties, documentation: documentation(begin) });
  };

  try {
    const declaration = parseClass(source);
    visit(declaration, '', declaration);
  } catch (cause) {
    throw new Error(`${file} does not parse as Apex: ${(cause as Error).message}`, { cause });
  }
  return { methods, classes };
}

function auraEnabled(member: Member): Annotation | undefined {
  if (!('modifiers' in member)) return undefined;
  return member.modifiers.annotations.find(({ name }) => name === 'auraenabled');
}

function typeOf({ name, typeArguments }: TypeName): ApexTypeReference {
  return { name, arguments: typeArguments.map(typeOf) };
}

/** Finds the documentation comment of what is declared at a place: between them stand its modifiers and its type at most. */
function documentationReader(source: string): (place: Position) => string {
  const comments = [...source.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map((match) => ({
    end: match.index + match[0].length,
    text: match[1].replace(/^\s*\* ?/gm, '').trim(),
  }));
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return ({ line, column }) => {
    const offset = lineStarts[line - 1] + column - 1;
    const last = comments.findLast(({ end }) => end <= offset);
    return last !== undefined && /^[^;{}]*$/.test(source.slice(last.end, offset)) ? last.text : '';
  };
}
