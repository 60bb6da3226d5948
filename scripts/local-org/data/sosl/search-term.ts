/**
 * What a FIND clause looks for. Text is split into words at everything but letters and digits, on both sides; words are compared without
 * regard to case.
 */
export type SearchTerm =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchTerm[] }
  | { readonly kind: 'except'; readonly term: SearchTerm; readonly without: SearchTerm };

/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/**
 * Reads what to find: words and "phrases" (words in this order, one after another) with AND, OR, AND NOT and parentheses; words side by
 * side must all be there. `*` stands for any characters, `?` for one, in the middle or at the end of a word; a backslash makes a
 * character lose its meaning. AND NOT binds closest, then AND, then OR. Undefined when there is no word in it.
 */
export function parseSearchTerm(text: string): SearchTerm | undefined {
  const tokens = tokensOf(text);
  let position = 0;
  const isOperator = (name: string): boolean => tokens[position]?.kind === 'operator' && tokens[position]?.text === name;
  const take = (name: string): boolean => {
    const found = isOperator(name);
    if (found) position += 1;
    return found;
  };
  const anyOf = (): SearchTerm | undefined => {
    const terms = [allOf()];
    while (take('or')) terms.push(allOf());
    return joined('or', terms);
  };
  const allOf = (): SearchTerm | undefined => {
    const terms: (SearchTerm | undefined)[] = [];
    while (position < tokens.length && !isOperator('or') && !isOperator(')')) {
      if (take('and')) continue;
      terms.push(one());
    }
    return joined('and', terms);
  };
  const one = (): SearchTerm | undefined => {
    let term = operand();
    while (isOperator('and') && tokens[position + 1]?.kind === 'operator' && tokens[position + 1]?.text === 'not') {
      position += 2;
      const without = operand();
      if (term && without) term = { kind: 'except', term, without };
    }
    return term;
  };
  const operand = (): SearchTerm | undefined => {
    if (take('(')) {
      const inner = anyOf();
      take(')');
      return inner;
    }
    const token = tokens[position];
    position += 1;
    return token === undefined || token.words.length === 0 ? undefined : { kind: 'words', words: token.words };
  };
  const terms: (SearchTerm | undefined)[] = [];
  while (position < tokens.length) {
    terms.push(anyOf());
    take(')');
  }
  return joined('and', terms);
}

interface SearchToken {
  readonly kind: 'operator' | 'words';
  readonly text: string;
  readonly words: readonly string[];
}

const PIECE = /"((?:\\[\s\S]|[^"\\])*)"?|[()]|(?:\\[\s\S]|[^\s()"\\])+|\\/g;
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', 'not', '(', ')']);

function tokensOf(text: string): SearchToken[] {
  return [...text.matchAll(PIECE)].map(([piece, phrase]) => {
    const lower = piece.toLowerCase();
    if (OPERATORS.has(lower)) return { kind: 'operator', text: lower, words: [] };
    return { kind: 'words', text: piece, words: patternsOf(phrase ?? piece) };
  });
}

/** Words that may hold `*` and `?`; an escaped character is one like any other, and one that begins a word means nothing. */
function patternsOf(text: string): string[] {
  const plain = text.toLowerCase().replace(/\\([\s\S])/g, (_, character: string) => (/[*?\\]/.test(character) ? ' ' : character));
  return (plain.match(/[\p{L}\p{N}\p{M}*?]+/gu) ?? []).map((word) => word.replace(/^[*?]+/, '')).filter((word) => word !== '');
}

function joined(kind: 'and' | 'or', terms: readonly (SearchTerm | undefined)[]): SearchTerm | undefined {
  const present = terms.filter((term) => term !== undefined);
  return present.length <= 1 ? present[0] : { kind, terms: present };
}

/** How many letters and digits a term has, wildcards aside: the platform asks for two. */
export function lengthOf(term: SearchTerm): number {
  switch (term.kind) {
    case 'words':
      return term.words.join('').replace(/[*?]/g, '').length;
    case 'except':
      return lengthOf(term.term);
    default:
      return Math.max(...term.terms.map(lengthOf));
  }
}

/** Whether a record's fields, each as its words, have what the term looks for; different words may stand in different fields. */
export function matches(term: SearchTerm, fields: readonly (readonly string[])[]): boolean {
  switch (term.kind) {
    case 'words':
      return fields.some((words) => hasPhrase(words, term.words.map(wordTest)));
    case 'and':
      return term.terms.every((part) => matches(part, fields));
    case 'or':
      return term.terms.some((part) => matches(part, fields));
    case 'except':
      return matches(term.term, fields) && !matches(term.without, fields);
  }
}

function hasPhrase(words: readonly string[], tests: readonly ((word: string) => boolean)[]): boolean {
  for (let start = 0; start + tests.length <= words.length; start += 1) {
    if (tests.every((test, index) => test(words[start + index]))) return true;
  }
  return false;
}

const tests = new Map<string, (word: string) => boolean>();
const MOST_TESTS = 1000;

function wordTest(pattern: string): (word: string) => boolean {
  const known = tests.get(pattern);
  if (known) return known;
  const expression = /[*?]/.test(pattern) && new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
  const test = expression ? (word: string) => expression.test(word) : (word: string) => word === pattern;
  if (tests.size >= MOST_TESTS) tests.clear();
  tests.set(pattern, test);
  return test;
}

/** A stretch of plain Latin letters that every match must contain, for each word that must be there: to look at fewer records. */
export function neededLetters(term: SearchTerm): string[] {
  switch (term.kind) {
    case 'words':
      return term.words.flatMap((word) => longest(word.match(/[a-z0-9]+/g) ?? []));
    case 'and':
      return term.terms.flatMap(neededLetters);
    case 'except':
      return neededLetters(term.term);
    case 'or':
      return [];
  }
}

function longest(texts: readonly string[]): string[] {
  const found = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return found === '' ? [] : [found];
}
