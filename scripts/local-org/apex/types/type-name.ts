/**
 * The name of a type with its type arguments, as written in a declaration: `List<Account>`, `Map<Id, List<String>>`,
 * `Database.SaveResult`. Canonical form has no spaces, no `System.` prefix, and `List<X>` for `X[]`.
 */
export interface TypeName {
  /** Without type arguments: `Map`, `Database.SaveResult`, `Outer.Inner`. */
  readonly name: string;
  readonly typeArguments: readonly TypeName[];
}

const cache = new Map<string, TypeName>();

/** Reads a type name. Throws when the text is not one. */
export function parseTypeName(text: string): TypeName {
  const known = cache.get(text);
  if (known) {
    return known;
  }
  const reader = new TypeNameReader(text);
  const typeName = reader.readType();
  reader.expectEnd();
  cache.set(text, typeName);
  return typeName;
}

/** The canonical text of a type name: `Map<Id,List<String>>`. */
export function formatTypeName(typeName: TypeName): string {
  return typeName.typeArguments.length === 0 ? typeName.name : `${typeName.name}<${typeName.typeArguments.map(formatTypeName).join(',')}>`;
}

/** The type of the elements of a `List<X>` or `Set<X>`, or of the values of a `Map<K,X>`; `Object` when the name has no arguments. */
export function elementTypeName(text: string): string {
  const { typeArguments } = parseTypeName(text);
  const last = typeArguments.at(-1);
  return last ? formatTypeName(last) : 'Object';
}

class TypeNameReader {
  private position = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  readType(): TypeName {
    let name = this.readWord();
    while (this.accept('.')) {
      name += `.${this.readWord()}`;
    }
    name = name.replace(/^System\./i, '');
    const typeArguments: TypeName[] = [];
    if (this.accept('<')) {
      do {
        typeArguments.push(this.readType());
      } while (this.accept(','));
      this.expect('>');
    }
    let type: TypeName = { name, typeArguments };
    while (this.accept('[')) {
      this.expect(']');
      type = { name: 'List', typeArguments: [type] };
    }
    return type;
  }

  expectEnd(): void {
    this.skipSpace();
    if (this.position < this.text.length) {
      throw this.failure();
    }
  }

  private readWord(): string {
    this.skipSpace();
    const match = /^[A-Za-z_]\w*/.exec(this.text.slice(this.position));
    if (!match) {
      throw this.failure();
    }
    this.position += match[0].length;
    return match[0];
  }

  private accept(character: string): boolean {
    this.skipSpace();
    if (this.text[this.position] !== character) {
      return false;
    }
    this.position += 1;
    return true;
  }

  private expect(character: string): void {
    if (!this.accept(character)) {
      throw this.failure();
    }
  }

  private skipSpace(): void {
    while (this.text[this.position] === ' ') {
      this.position += 1;
    }
  }

  private failure(): Error {
    return new Error(`"${this.text}" is not the name of an Apex type.`);
  }
}
