import { conversionBetween } from './conversion.ts';
import { OBJECT_METHODS, parameterTypes, sameParameters, substitute, supertypesOf } from './hierarchy.ts';
import type { Found } from './hierarchy.ts';
import { chooseOverload } from './overloads.ts';
import type { ApexType, MethodSymbol, TypeSymbol } from './symbols.ts';
import type { TypeTable } from './type-table.ts';

/** A method without a body that a class has from above, and what stands for it: a method with one, every object's own, or nothing. */
export interface PromisedMethod {
  readonly promised: Found<MethodSymbol>;
  readonly keptBy: Found<MethodSymbol> | 'object' | undefined;
}

/** What a class owes to the interfaces it implements and the abstract classes it extends. */
export function promisesOf(table: TypeTable, symbol: TypeSymbol): PromisedMethod[] {
  const type = table.of(symbol);
  const levels = [type, ...allSupertypes(table, type)];
  return levels.flatMap((through) =>
    [...through.symbol.methods.values()]
      .flat()
      .filter((member) => member.isAbstract && !member.isStatic)
      .map((member) => ({ promised: { member, through }, keptBy: keeperOf(table, levels, { member, through }) })),
  );
}

/** A type's supertypes, theirs, and so on; one that is reached in two ways comes twice. */
export function allSupertypes(table: TypeTable, type: ApexType): ApexType[] {
  return supertypesOf(table, type).flatMap((parent) => [parent, ...allSupertypes(table, parent)]);
}

/**
 * Interfaces of the library are matched by name and number of parameters: their own generic types are looser than those of Apex code. As on
 * the platform, a static method will do (`public static void execute(QueueableContext context)`); so will `toString` of every object, and
 * for a method of an interface one that can be called with what the interface promises to take: `isIn(Iterable<Object>)` for
 * `isIn(List<Object>)`.
 */
function keeperOf(table: TypeTable, levels: readonly ApexType[], promised: Found<MethodSymbol>): PromisedMethod['keptBy'] {
  const { member } = promised;
  const name = member.name.toLowerCase();
  const candidates = levels.flatMap((through) =>
    (through.symbol.methods.get(name) ?? [])
      .filter((candidate) => !candidate.isAbstract && candidate.parameters.length === member.parameters.length)
      .filter((candidate) => member.owner.origin === 'library' || returnsAsPromised(table, candidate, through, promised))
      .map((candidate) => ({ member: candidate, through })),
  );
  if (member.owner.origin === 'library') {
    return candidates[0];
  }
  const exact = candidates.find((candidate) => sameParameters(table, candidate, promised));
  if (exact || member.owner.kind !== 'interface') {
    return exact;
  }
  return wider(table, candidates, promised) ?? (isOfEveryObject(member) ? 'object' : undefined);
}

/** The same result, or for an interface one that fits it. */
function returnsAsPromised(table: TypeTable, candidate: MethodSymbol, through: ApexType, promised: Found<MethodSymbol>): boolean {
  const given = substitute(table, candidate.returnType, through);
  const wanted = substitute(table, promised.member.returnType, promised.through);
  return given === wanted || conversionBetween(table, given, wanted)?.convert === 'none';
}

function isOfEveryObject({ name, parameters }: MethodSymbol): boolean {
  return OBJECT_METHODS.get(name.toLowerCase()) === parameters.length;
}

function wider(
  table: TypeTable,
  candidates: readonly Found<MethodSymbol>[],
  promised: Found<MethodSymbol>,
): Found<MethodSymbol> | undefined {
  const given = parameterTypes(table, promised);
  const fitting = candidates
    .map((found) => ({ found, types: parameterTypes(table, found) }))
    .filter(({ types }) => types.every((type, index) => conversionBetween(table, given[index], type)?.convert === 'none'));
  const choice = chooseOverload(table, fitting, given);
  return 'chosen' in choice ? choice.chosen.found : undefined;
}
