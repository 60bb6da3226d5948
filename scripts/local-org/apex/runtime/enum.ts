/** A constant of an enum, of the library or written in Apex. There is one object for each, so `===` compares them. */
export class EnumConstant {
  /** Canonical name of the enum: `System.TriggerOperation` is `TriggerOperation`, `Outer.Color`. */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

const enums = new Map<string, readonly EnumConstant[]>();

/** Creates the constants of an enum, once: asking again with the same type and names gives the same objects. */
export function defineEnum(type: string, names: readonly string[]): readonly EnumConstant[] {
  const key = `${type.toLowerCase()}:${names.join(',')}`;
  let constants = enums.get(key);
  if (!constants) {
    constants = names.map((name, ordinal) => new EnumConstant(type, name, ordinal));
    enums.set(key, constants);
  }
  enums.set(type.toLowerCase(), constants);
  return constants;
}

/** The constants of an enum by its canonical name in any case. */
export function enumConstants(type: string): readonly EnumConstant[] | undefined {
  return enums.get(type.toLowerCase());
}
