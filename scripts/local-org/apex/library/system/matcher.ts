import { raise } from '../../runtime/exception.ts';
import { refusingNull } from '../null-arguments.ts';
import type { LibraryClass } from '../declaration.ts';
import { javaReplace } from './regular-expression.ts';
import type { CompiledPattern } from './regular-expression.ts';

/** A `Matcher`: a pattern at work on a text, within a region whose ends are anchors. */
export class RegularExpressionMatcher {
  pattern: CompiledPattern;
  text: string;
  regionStart = 0;
  regionEnd: number;
  private found: RegExpExecArray | undefined;
  private nextStart = 0;

  constructor(pattern: CompiledPattern, text: string) {
    this.pattern = pattern;
    this.text = text;
    this.regionEnd = text.length;
  }

  matches(): boolean {
    return this.run('whole', 0);
  }

  lookingAt(): boolean {
    return this.run('start', 0);
  }

  find(): boolean {
    return this.nextStart <= this.regionEnd - this.regionStart && this.run('find', this.nextStart);
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) {
      raise('System.StringException', `Illegal start index: ${start}`);
    }
    this.reset(this.text);
    return this.run('find', start);
  }

  group(index: number): string | null {
    return this.checked(index)[index] ?? null;
  }

  start(index: number): number {
    return this.place(index, 0);
  }

  end(index: number): number {
    return this.place(index, 1);
  }

  groupCount(): number {
    // An alternative that always matches shows how many groups there are.
    return new RegExp(`${this.pattern.expression('find').source}|`, 'v').exec('')!.length - 1;
  }

  reset(text: string): this {
    this.text = text;
    return this.region(0, text.length);
  }

  region(start: number, end: number): this {
    if (start < 0 || end > this.text.length || start > end) {
      raise('System.StringException', 'Illegal region');
    }
    this.regionStart = start;
    this.regionEnd = end;
    this.found = undefined;
    this.nextStart = 0;
    return this;
  }

  get current(): RegExpExecArray {
    return this.found ?? raise('System.StringException', 'No match found');
  }

  private run(kind: 'find' | 'start' | 'whole', from: number): boolean {
    const expression = this.pattern.expression(kind);
    expression.lastIndex = from;
    this.found = expression.exec(this.text.slice(this.regionStart, this.regionEnd)) ?? undefined;
    if (this.found) {
      const end = this.found.index + this.found[0].length;
      this.nextStart = this.found[0] === '' ? end + 1 : end;
    }
    return this.found !== undefined;
  }

  private checked(index: number): RegExpExecArray {
    const match = this.current;
    if (index < 0 || index >= match.length) {
      raise('System.StringException', `No group ${index}`);
    }
    return match;
  }

  private place(index: number, side: 0 | 1): number {
    const indices = this.checked(index).indices?.[index];
    return indices ? indices[side] + this.regionStart : -1;
  }
}

type Self = RegularExpressionMatcher;

/** `System.Matcher`. */
export const matcherClass: LibraryClass = {
  name: 'System.Matcher',
  isInstance: (value) => value instanceof RegularExpressionMatcher,
  members: refusingNull({
    'static String quoteReplacement(String text)': (text: string) => text.replace(/[\\$]/g, '\\$&'),
    'Integer start()': (self: Self) => self.start(0),
    'Integer start(Integer group)': (self: Self, group: number) => self.start(group),
    'Integer end()': (self: Self) => self.end(0),
    'Integer end(Integer group)': (self: Self, group: number) => self.end(group),
    'Boolean find()': (self: Self) => self.find(),
    'Boolean find(Integer start)': (self: Self, start: number) => self.findFrom(start),
    'String group()': (self: Self) => self.group(0),
    'String group(Integer group)': (self: Self, group: number) => self.group(group),
    'Integer groupCount()': (self: Self) => self.groupCount(),
    'Boolean lookingAt()': (self: Self) => self.lookingAt(),
    'Boolean matches()': (self: Self) => self.matches(),
    'Pattern pattern()': (self: Self) => self.pattern,
    'Matcher region(Integer start, Integer end)': (self: Self, start: number, end: number) => self.region(start, end),
    'Integer regionEnd()': (self: Self) => self.regionEnd,
    'Integer regionStart()': (self: Self) => self.regionStart,
    'String replaceAll(String replacement)': (self: Self, replacement: string) => javaReplace(self.pattern, self.text, replacement, true),
    'String replaceFirst(String replacement)': (self: Self, replacement: string) =>
      javaReplace(self.pattern, self.text, replacement, false),
    'Matcher reset()': (self: Self) => self.reset(self.text),
    'Matcher reset(String text)': (self: Self, text: string) => self.reset(text),
    'Matcher usePattern(Pattern pattern)': (self: Self, pattern: CompiledPattern) => {
      self.pattern = pattern;
      return self;
    },
    'Boolean hitEnd()': (self: Self) => self.current.index + self.current[0].length === self.regionEnd - self.regionStart,
  }),
};
