import { conversionBetween } from './conversion.ts';
import type { ApexType } from './symbols.ts';
import type { TypeTable } from './type-table.ts';

/** The outcome of choosing among overloads by the static types of the arguments. */
export type Choice<T> = { readonly chosen: T } | { readonly ambiguous: readonly T[] } | { readonly none: true };

interface Candidate {
  readonly types: readonly ApexType[];
}

/**
 * Chooses as the platform does: of the candidates that take the arguments, the one whose every parameter is at least as near as that of
 * all the others; failing that, the one whose parameters are nearest taken together.
 */
export function chooseOverload<T extends Candidate>(table: TypeTable, candidates: readonly T[], args: readonly ApexType[]): Choice<T> {
  const fitting: { candidate: T; distances: number[] }[] = [];
  for (const candidate of candidates) {
    const distances = distancesTo(table, candidate.types, args);
    if (distances) {
      fitting.push({ candidate, distances });
    }
  }
  if (fitting.length === 0) {
    return { none: true };
  }
  const dominant = fitting.filter(({ distances }) =>
    fitting.every((other) => distances.every((distance, index) => distance <= other.distances[index])),
  );
  const pool = dominant.length > 0 ? dominant : nearest(fitting);
  const specific = pool.length > 1 ? mostSpecific(table, pool) : pool;
  const [only] = specific;
  return specific.length === 1 && only ? { chosen: only.candidate } : { ambiguous: specific.map(({ candidate }) => candidate) };
}

function distancesTo(table: TypeTable, types: readonly ApexType[], args: readonly ApexType[]): number[] | undefined {
  if (types.length !== args.length) {
    return undefined;
  }
  const distances: number[] = [];
  for (const [index, argument] of args.entries()) {
    const conversion = conversionBetween(table, argument, types[index]);
    if (!conversion) {
      return undefined;
    }
    distances.push(conversion.distance);
  }
  return distances;
}

function nearest<F extends { distances: readonly number[] }>(fitting: readonly F[]): F[] {
  const total = ({ distances }: F): number => distances.reduce((sum, distance) => sum + distance, 0);
  const best = Math.min(...fitting.map(total));
  return fitting.filter((candidate) => total(candidate) === best);
}

/** Among equals (a null argument fits anything): the one whose parameters convert to those of the others. */
function mostSpecific<F extends { candidate: Candidate }>(table: TypeTable, pool: readonly F[]): readonly F[] {
  const winner = pool.find((one) =>
    pool.every(
      (other) =>
        one === other ||
        one.candidate.types.every((type, index) => conversionBetween(table, type, other.candidate.types[index]) !== undefined),
    ),
  );
  return winner ? [winner] : pool;
}
