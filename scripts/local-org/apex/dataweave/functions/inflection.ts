type Rule = readonly [pattern: RegExp, replacement: string];

const UNCOUNTABLE: ReadonlySet<string> = new Set('deer equipment fish information money moose news rice series sheep species'.split(' '));

const IRREGULAR: readonly (readonly [singular: string, plural: string])[] = [
  ['person', 'people'],
  ['man', 'men'],
  ['child', 'children'],
  ['sex', 'sexes'],
  ['move', 'moves'],
  ['die', 'dice'],
  ['tooth', 'teeth'],
  ['foot', 'feet'],
  ['goose', 'geese'],
];

const PLURALS: readonly Rule[] = [
  [/(quiz)$/i, '$1zes'],
  [/^(ox)$/i, '$1en'],
  [/([m|l])ouse$/i, '$1ice'],
  [/(matr|vert|ind)ix|ex$/i, '$1ices'],
  [/(x|ch|ss|sh)$/i, '$1es'],
  [/([^aeiouy]|qu)y$/i, '$1ies'],
  [/(hive)$/i, '$1s'],
  [/(?:([^f])fe|([lr])f)$/i, '$1$2ves'],
  [/sis$/i, 'ses'],
  [/([ti])um$/i, '$1a'],
  [/(buffal|tomat)o$/i, '$1oes'],
  [/(bu)s$/i, '$1ses'],
  [/(alias|status)$/i, '$1es'],
  [/(octop|vir)us$/i, '$1i'],
  [/(ax|test)is$/i, '$1es'],
  [/s$/i, 's'],
  [/$/, 's'],
];

const SINGULARS: readonly Rule[] = [
  [/(quiz)zes$/i, '$1'],
  [/(matr)ices$/i, '$1ix'],
  [/(vert|ind)ices$/i, '$1ex'],
  [/^(ox)en/i, '$1'],
  [/(alias|status)es$/i, '$1'],
  [/([octop|vir])i$/i, '$1us'],
  [/(cris|ax|test)es$/i, '$1is'],
  [/(shoe)s$/i, '$1'],
  [/(o)es$/i, '$1'],
  [/(bus)es$/i, '$1'],
  [/([m|l])ice$/i, '$1ouse'],
  [/(x|ch|ss|sh)es$/i, '$1'],
  [/(m)ovies$/i, '$1ovie'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/([lr])ves$/i, '$1f'],
  [/(tive)s$/i, '$1'],
  [/(hive)s$/i, '$1'],
  [/([^f])ves$/i, '$1fe'],
  [/((a)naly|(b)a|(d)iagno|(p)arenthe|(p)rogno|(s)ynop|(t)he)ses$/i, '$1sis'],
  [/([ti])a$/i, '$1um'],
  [/(n)ews$/i, '$1ews'],
  [/ss$/i, 'ss'],
  [/s$/i, ''],
];

/** The plural of an English word; a plural stays as it is. */
export function pluralize(word: string): string {
  return inflect(word, PLURALS, IRREGULAR, isPlural);
}

/** The singular of an English word; a singular stays as it is. */
export function singularize(word: string): string {
  const pairs = IRREGULAR.map(([singular, plural]) => [plural, singular] as const);
  return inflect(word, SINGULARS, pairs, () => false);
}

function isPlural(word: string): boolean {
  return /(?:xes|ches|sses|shes|ies)$/i.test(word) || IRREGULAR.some(([, plural]) => plural === word.toLowerCase());
}

function inflect(
  word: string,
  rules: readonly Rule[],
  irregular: readonly (readonly [from: string, to: string])[],
  isDone: (word: string) => boolean,
): string {
  const lower = word.toLowerCase();
  if (word === '' || UNCOUNTABLE.has(lower) || isDone(word)) {
    return word;
  }
  const pair = irregular.find(([from]) => lower.endsWith(from));
  if (pair) {
    const [from, to] = pair;
    const start = word.slice(0, word.length - from.length);
    return start + word[start.length] + to.slice(1);
  }
  const rule = rules.find(([pattern]) => pattern.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}
