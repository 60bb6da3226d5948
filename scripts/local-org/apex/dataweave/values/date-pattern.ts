import { DataWeaveError } from './failure.ts';

/** A piece of a pattern of `java.time.format.DateTimeFormatter`: a field, or text as it stands. */
export type Piece =
  { readonly letter: string; readonly width: number } | { readonly text: string } | { readonly optional: readonly Piece[] };

const FIELDS = 'uyMLdDEecaHhKkmsSnANVzOXxZQqGw';

/** The fields and texts of a pattern. @throws DataWeaveError for a letter that means nothing. */
export function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  const nested: Piece[][] = [pieces];
  for (const [token, quoted, letter] of pattern.matchAll(/''|'((?:[^']|'')*)'|([a-zA-Z])\2*|[\s\S]/g)) {
    const into = nested.at(-1) as Piece[];
    if (letter !== undefined) {
      if (!FIELDS.includes(letter)) {
        throw new DataWeaveError(`Unknown pattern letter: ${letter}`);
      }
      into.push({ letter, width: token.length });
    } else if (token === '[') {
      const optional: Piece[] = [];
      into.push({ optional });
      nested.push(optional);
    } else if (token === ']') {
      nested.pop();
    } else {
      into.push({ text: quoted === undefined ? token.replace("''", "'") : quoted.replaceAll("''", "'") });
    }
  }
  return pieces;
}
