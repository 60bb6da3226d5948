/** A public field of a Java class: its name, whether it is static, and its type as the class file writes it. */
export interface ClassField {
  readonly name: string;
  readonly isStatic: boolean;
  readonly descriptor: string;
}

const PUBLIC = 0x0001;
const STATIC = 0x0008;

/** Bytes after the tag of each kind of constant; text (1) and class references are read apart. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
};
const TEXT = 1;

/** Reads the public fields of a compiled Java class (JVM specification, chapter 4). */
export function classFields(bytes: Buffer): ClassField[] {
  let at = 8;
  const read16 = (): number => {
    at += 2;
    return bytes.readUInt16BE(at - 2);
  };
  const skipAttributes = (): void => {
    for (let count = read16(); count > 0; count--) {
      at += 2;
      at += 4 + bytes.readUInt32BE(at);
    }
  };
  const constants = read16();
  const textAt = new Int32Array(constants);
  const textOf = (index: number): string =>
    bytes.toString('latin1', textAt[index] + 2, textAt[index] + 2 + bytes.readUInt16BE(textAt[index]));
  for (let index = 1; index < constants; index++) {
    const tag = bytes[at++];
    if (tag === TEXT) {
      textAt[index] = at;
      at += 2 + bytes.readUInt16BE(at);
    } else {
      at += CONSTANT_SIZES[tag];
      if (tag === 5 || tag === 6) index++;
    }
  }
  at += 6;
  const interfaces = read16();
  at += 2 * interfaces;
  const fields: ClassField[] = [];
  for (let count = read16(); count > 0; count--) {
    const flags = read16();
    const name = textOf(read16());
    const descriptor = textOf(read16());
    skipAttributes();
    if ((flags & PUBLIC) !== 0) fields.push({ name, isStatic: (flags & STATIC) !== 0, descriptor });
  }
  return fields;
}
