import { ApexParser } from '@apexdevtools/apex-parser';

/** The part of the parser generator's machinery that decides which way a rule goes on. */
interface Predictor {
  adaptivePredict(input: Tokens, decision: number, context: RuleContext): number;
}

interface Tokens {
  /** The type of a token: the next one for 1, the one before for -1. */
  LA(offset: number): number;
}

interface RuleContext {
  readonly ruleIndex: number;
  readonly children: readonly unknown[] | null;
}

const DOTS: ReadonlySet<number> = new Set([ApexParser.DOT, ApexParser.QUESTIONDOT]);
const SIGNS: ReadonlySet<number> = new Set([ApexParser.ADD, ApexParser.SUB, ApexParser.INC, ApexParser.DEC]);
const NEGATIONS: ReadonlySet<number> = new Set([ApexParser.BANG, ApexParser.TILDE]);

/** No operator: an expression ends before them. */
const ENDS: ReadonlySet<number> = new Set([
  ApexParser.RPAREN,
  ApexParser.SEMI,
  ApexParser.COMMA,
  ApexParser.RBRACK,
  ApexParser.RBRACE,
  ApexParser.COLON,
]);
/** Alternatives of an optional part that is repeated. */
const STOP = 2;
/** Alternatives of the grammar's rule `expression`, by their place in it. */
const PRIMARY = 1;
const METHOD_CALL = 2;
const NEW_EXPRESSION = 3;
const SIGNED = 6;
const NEGATED = 7;

/**
 * Settles what one or two tokens can tell. The parser generator looks much further for these, into all that could ever follow, and
 * learns that anew in each process: without them a first compilation takes more than twice as long. The trees are the same.
 */
export function settleEarly(parser: ApexParser): void {
  const predictor = (parser as unknown as { readonly _interp: Predictor })._interp;
  const predict = predictor.adaptivePredict.bind(predictor);
  predictor.adaptivePredict = (input, decision, context) => settled(input, context) ?? predict(input, decision, context);
}

/** The number of the alternative, from 1, or undefined when it takes more than a look. */
function settled(input: Tokens, { ruleIndex, children }: RuleContext): number | undefined {
  const isBegun = children !== null && children.length > 0;
  if (ruleIndex === ApexParser.RULE_typeName && isBegun) {
    // `Map`, then its type arguments or none: a type is never compared with `<`.
    return input.LA(1) === ApexParser.LT ? 1 : 2;
  }
  if (ruleIndex !== ApexParser.RULE_expression) return undefined;
  if (isBegun && DOTS.has(input.LA(-1))) return memberAfterDot(input);
  if (isBegun) return ENDS.has(input.LA(1)) ? STOP : undefined;
  return beginning(input);
}

/** Behind a dot: a call or a name. */
function memberAfterDot(input: Tokens): number {
  return input.LA(2) === ApexParser.LPAREN ? 1 : 2;
}

/** How an expression begins; behind a parenthesis only the rest tells a cast from an expression in parentheses. */
function beginning(input: Tokens): number | undefined {
  const token = input.LA(1);
  if (token === ApexParser.LPAREN) return undefined;
  if (token === ApexParser.NEW) return NEW_EXPRESSION;
  if (SIGNS.has(token)) return SIGNED;
  if (NEGATIONS.has(token)) return NEGATED;
  return input.LA(2) === ApexParser.LPAREN ? METHOD_CALL : PRIMARY;
}
