import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type {
  AnonymousBlockMemberContext,
  ApexParser,
  ApexParserRuleContext,
  StatementContext,
  TriggerBlockMemberContext,
  TriggerCaseContext,
} from '@apexdevtools/apex-parser';
import { buildMember, buildType } from './build-declarations.ts';
import { buildStatement } from './build-statements.ts';
import { buildModifiers, positionOf } from './build-types.ts';
import { ParseError } from './parse-error.ts';
import { settleEarly } from './quick-prediction.ts';
import type { AnonymousBlock, Member, Statement, TriggerDeclaration, TypeDeclaration } from './syntax.ts';

/** Reads a class file. Throws `ParseError`. */
export function parseClass(source: string): TypeDeclaration {
  return buildType(parse(source, (parser) => parser.compilationUnit()).typeDeclaration());
}

/** Reads a trigger file. Throws `ParseError`. */
export function parseTrigger(source: string): TriggerDeclaration {
  const unit = parse(source, (parser) => parser.triggerUnit());
  const block = unit.triggerBlock();
  const { statements, members } = splitMembers(block.triggerBlockMember_list());
  return {
    kind: 'trigger',
    ...positionOf(unit),
    name: unit.id(0).getText(),
    object: unit.id(1).getText(),
    events: unit.triggerCase_list().map(eventOf),
    body: { kind: 'block', ...positionOf(block), statements, endLine: (block.stop ?? block.start).line },
    members,
  };
}

/** Reads a script for `executeAnonymous`. Throws `ParseError`. */
export function parseAnonymous(source: string): AnonymousBlock {
  const unit = parse(source, (parser) => parser.anonymousUnit());
  const { statements, members } = splitMembers(unit.anonymousBlock().anonymousBlockMember_list());
  return {
    kind: 'anonymous',
    line: 1,
    column: 1,
    body: { kind: 'block', line: 1, column: 1, statements, endLine: (unit.stop ?? unit.start).line },
    members,
  };
}

function eventOf(context: TriggerCaseContext): string {
  return (context.children ?? []).map((child) => child.getText().toLowerCase()).join(' ');
}

function splitMembers(contexts: readonly (TriggerBlockMemberContext | AnonymousBlockMemberContext)[]): {
  statements: Statement[];
  members: Member[];
} {
  const statements: Statement[] = [];
  const members: Member[] = [];
  for (const context of contexts) {
    const statement: StatementContext | null = context.statement();
    if (statement) {
      statements.push(buildStatement(statement));
      continue;
    }
    const declaration = 'triggerMemberDeclaration' in context ? context.triggerMemberDeclaration() : context.anonymousMemberDeclaration();
    const modifiers = buildModifiers(context.modifier_list());
    for (const member of buildMember(declaration, modifiers, positionOf(context))) {
      if (member.kind === 'field') {
        const { type, name, value, line, column } = member;
        const variable = { line, column, name, ...(value ? { value } : {}) };
        statements.push({ kind: 'local', line, column, isFinal: modifiers.words.includes('final'), type, variables: [variable] });
      } else {
        members.push(member);
      }
    }
  }
  return { statements, members };
}

class FirstError extends ApexErrorListener {
  error: ParseError | undefined;

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.error ??= new ParseError(line, column + 1, sentenceOf(message));
  }
}

/** The parser generator's words for a character that begins nothing, made a sentence. */
function sentenceOf(message: string): string {
  const [, character] = /^token recognition error at: '([\s\S]*)'$/.exec(message) ?? [];
  if (character === undefined) return message;
  return character.startsWith("\\'") || character.startsWith("'")
    ? 'This text has no closing quote: end it on the same line.'
    : `The character ${character} has no meaning here: remove it.`;
}

/** Parses with full prediction: the faster mode of the parser generator fails on a third of real classes and would be tried in vain. */
function parse<T extends ApexParserRuleContext>(source: string, rule: (parser: ApexParser) => T): T {
  const listener = new FirstError();
  const { parser } = ApexParserFactory.createLexerAndParser(source, listener);
  settleEarly(parser);
  const tree = rule(parser);
  if (listener.error) {
    throw listener.error;
  }
  return tree;
}
