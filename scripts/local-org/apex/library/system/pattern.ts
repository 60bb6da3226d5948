import { ApexList } from '../../runtime/collections/list.ts';
import { refusingNull } from '../null-arguments.ts';
import type { LibraryClass } from '../declaration.ts';
import { RegularExpressionMatcher } from './matcher.ts';
import { CompiledPattern, compilePattern, javaSplit } from './regular-expression.ts';

/** `System.Pattern`. */
export const patternClass: LibraryClass = {
  name: 'System.Pattern',
  isInstance: (value) => value instanceof CompiledPattern,
  members: refusingNull({
    'static Pattern compile(String expression)': compilePattern,
    'static Boolean matches(String expression, String text)': (expression: string, text: string) =>
      new RegularExpressionMatcher(compilePattern(expression), text).matches(),
    'static String quote(String text)': (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`,
    'Matcher matcher(String text)': (self: CompiledPattern, text: string) => new RegularExpressionMatcher(self, text),
    'String pattern()': (self: CompiledPattern) => self.source,
    'List<String> split(String text)': (self: CompiledPattern, text: string) => new ApexList('String', javaSplit(self, text, 0)),
    'List<String> split(String text, Integer limit)': (self: CompiledPattern, text: string, limit: number) =>
      new ApexList('String', javaSplit(self, text, limit)),
  }),
};
