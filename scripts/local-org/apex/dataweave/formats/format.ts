/** Properties of a reader or writer by name: `indent`, `separator`, ... */
export type FormatOptions = Readonly<Record<string, unknown>>;

/** How values are read from text and written as text. */
export interface Format {
  /** Properties that its reader knows. */
  readonly readerOptions: readonly string[];
  readonly writerOptions: readonly string[];
  /** @throws DataWeaveError when the text is not of the format. */
  read(text: string, options: FormatOptions): unknown;
  /** @throws DataWeaveError when the value cannot be written in the format. */
  write(value: unknown, options: FormatOptions): string;
}

/** Properties that change how an engine works, and nothing of the result. */
export const STREAMING_OPTIONS: readonly string[] = ['streaming', 'bufferSize', 'deferred', 'encoding', 'indexedReader', 'optimizeFor'];

export function flag(options: FormatOptions, name: string, whenAbsent: boolean): boolean {
  const value = options[name];
  return value === undefined ? whenAbsent : value === true || value === 'true';
}

export function textOption(options: FormatOptions, name: string, whenAbsent: string): string {
  const value = options[name];
  return typeof value === 'string' ? value : whenAbsent;
}

/** Whether nulls are left out of arrays or objects: the property `skipNullOn`. */
export function skipsNull(options: FormatOptions, where: 'arrays' | 'objects'): boolean {
  const value = options['skipNullOn'];
  return value === where || value === 'everywhere';
}
