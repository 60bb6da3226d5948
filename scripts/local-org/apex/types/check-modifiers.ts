import type { MethodDeclaration, Modifiers, Position } from '../parse/syntax.ts';
import type { DeclarationContext } from './declare.ts';
import { hasAnnotation } from './declare.ts';
import { isRecordType } from './conversion.ts';
import type { ApexType, TypeSymbol } from './symbols.ts';

/** Classes of this API version or an earlier one may mark methods that give their tests something with @IsTest; they aren't run. */
const LAST_WITH_TEST_HELPERS = 24;

/** Classes of this API version or an earlier one may hold tests without being test classes. */
const LAST_WITH_TESTS_ANYWHERE = 27;

/** The API version from which abstract and overriding methods must say their access. */
const EXPLICIT_ACCESS = 65;

const ACCESS_WORDS = ['private', 'protected', 'public', 'global'];

/** Checks modifiers and annotations of a class and of what is declared in it, its inner types apart. */
export function checkModifiers(context: DeclarationContext, symbol: TypeSymbol): void {
  const { declaration } = symbol;
  if (!declaration) {
    return;
  }
  checkWords(context, symbol, declaration.modifiers, declaration);
  if (!symbol.outer && !symbol.isTest && symbol.access === 'private') {
    report(context, symbol, declaration, `Top-level type must have public or global visibility: ${symbol.name}`);
  }
  for (const member of declaration.members) {
    if ('modifiers' in member) {
      checkWords(context, symbol, member.modifiers, member);
      if (member.modifiers.words.includes('global') && symbol.access !== 'global') {
        report(context, symbol, member, `Defining type must be global to have global members: ${symbol.name}`);
      }
    }
    if (member.kind === 'method') {
      checkMethod(context, symbol, member);
    }
  }
}

function report(context: DeclarationContext, symbol: TypeSymbol, at: Position, message: string): void {
  context.diagnostics.report(symbol.file as string, at, message);
}

function checkWords(context: DeclarationContext, symbol: TypeSymbol, { words }: Modifiers, at: Position): void {
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice !== undefined) {
    report(context, symbol, at, `Duplicate modifier: ${twice}`);
  }
  for (const exclusive of [ACCESS_WORDS, ['with sharing', 'without sharing', 'inherited sharing']]) {
    const found = words.filter((word) => exclusive.includes(word));
    if (new Set(found).size > 1) {
      report(context, symbol, at, `Only one of these modifiers is possible: ${found.join(', ')}`);
    }
  }
}

function checkMethod(context: DeclarationContext, symbol: TypeSymbol, declaration: MethodDeclaration): void {
  const { words } = declaration.modifiers;
  const hasAccess = ACCESS_WORDS.some((word) => words.includes(word));
  if (symbol.apiVersion >= EXPLICIT_ACCESS && (words.includes('abstract') || words.includes('override')) && !hasAccess) {
    report(
      context,
      symbol,
      declaration,
      `Method must have an explicit access modifier, being abstract or an override: ${declaration.name}`,
    );
  }
  if (
    hasAnnotation(declaration.modifiers, 'auraenabled') &&
    (!words.includes('static') || !(words.includes('public') || words.includes('global')))
  ) {
    report(context, symbol, declaration, `@AuraEnabled methods must be public or global, and static: ${declaration.name}`);
  }
  if (hasAnnotation(declaration.modifiers, 'future') && (!words.includes('static') || declaration.returnType)) {
    report(context, symbol, declaration, `@future methods must be static and return nothing: ${declaration.name}`);
  }
  if (hasAnnotation(declaration.modifiers, 'future')) {
    checkFutureParameters(context, symbol, declaration);
  }
  if (words.includes('webservice') && !words.includes('static')) {
    report(context, symbol, declaration, `webservice methods must be static: ${declaration.name}`);
  }
  if (words.includes('abstract') && declaration.body) {
    report(context, symbol, declaration, `Abstract methods cannot have a body: ${declaration.name}`);
  }
  if (words.includes('abstract') && !symbol.isAbstract) {
    report(context, symbol, declaration, `Abstract methods are only possible in an abstract class: ${declaration.name}`);
  }
  if (symbol.kind === 'class' && !declaration.body && !words.includes('abstract')) {
    report(context, symbol, declaration, `Method must have a body: ${declaration.name}`);
  }
  const isTestMethod =
    hasAnnotation(declaration.modifiers, 'istest') || words.includes('testmethod') || hasAnnotation(declaration.modifiers, 'testsetup');
  const isOldHelper = symbol.apiVersion <= LAST_WITH_TEST_HELPERS && words.includes('static') && declaration.returnType !== undefined;
  if (isTestMethod && !isOldHelper && (!words.includes('static') || declaration.returnType || declaration.parameters.length > 0)) {
    report(context, symbol, declaration, `Test methods must be static, return nothing and take no parameters: ${declaration.name}`);
  }
  if (isTestMethod && !symbol.isTest && symbol.apiVersion > LAST_WITH_TESTS_ANYWHERE) {
    report(context, symbol, declaration, 'Defining type for testMethod methods must be declared as IsTest');
  }
}

/** What runs later gets primitive values and collections of them. */
function checkFutureParameters(context: DeclarationContext, symbol: TypeSymbol, { name, parameters }: MethodDeclaration): void {
  const method = symbol.methods.get(name.toLowerCase())?.find((candidate) => candidate.parameters.length === parameters.length);
  const holds = (type: ApexType): boolean =>
    isRecordType(context.table, type) || type.symbol.origin === 'apex' || type.typeArguments.some((argument) => holds(argument));
  const wrong = method?.parameters.find(({ type }) => holds(type));
  if (wrong) {
    report(context, symbol, parameters[0] ?? { line: 1, column: 1 }, `Future methods do not support parameter type of ${wrong.type.name}`);
  }
}
