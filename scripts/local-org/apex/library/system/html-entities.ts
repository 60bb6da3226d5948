/** Named entities of Latin-1 in the order of their code points from U+00A0, and the ones beyond that texts contain. */
const LATIN_1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm ' +
  'raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde ' +
  'Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave ' +
  'eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

const OTHERS: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  dagger: '†',
  bull: '•',
  hellip: '…',
  permil: '‰',
  euro: '€',
  trade: '™',
  larr: '←',
  rarr: '→',
};

const byName = new Map<string, string>([
  ...LATIN_1.map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...Object.entries(OTHERS),
]);
const byCharacter = new Map(Array.from(byName, ([name, character]) => [character, name]));

/** Replaces the characters that HTML has names for. */
export function escapeEntities(text: string): string {
  return text.replace(/["&<>\u00a0-\uffff]/g, (character) => {
    const name = byCharacter.get(character);
    return name === undefined ? character : `&${name};`;
  });
}

/** Replaces entities, named or numbered, with their characters; unknown ones stay. */
export function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (entity, decimal: string, hexadecimal: string, name: string) => {
    if (name !== undefined) {
      return name === 'apos' ? "'" : (byName.get(name) ?? entity);
    }
    return String.fromCodePoint(decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal));
  });
}
