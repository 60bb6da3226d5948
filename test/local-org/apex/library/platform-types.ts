import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A public member of a class of the platform, its types as the local org's declarations write them, in lower case. */
export interface PlatformMember {
  readonly name: string;
  readonly isStatic: boolean;
  readonly returnType: string;
  /** Absent for a field. */
  readonly parameters?: readonly string[];
}

const PACKAGE = 'com/nawforce/runforce/';

/** Reads the type jar that ships with the code analyzer: public members by lower-case class name (`system.string`). */
export function readPlatformTypes(jar: string): Map<string, PlatformMember[]> {
  const classes = new Map<string, PlatformMember[]>();
  for (const [name, content] of jarEntries(readFileSync(jar))) {
    if (name.startsWith(PACKAGE) && name.endsWith('.class')) {
      const { className, members } = new ClassReader(content()).read();
      classes.set(apexName(className), members);
    }
  }
  return classes;
}

function apexName(internal: string): string {
  return internal.replace(PACKAGE, '').replaceAll('/', '.').replaceAll('$', '').toLowerCase();
}

function* jarEntries(jar: Buffer): Generator<[string, () => Buffer]> {
  let end = jar.length - 22;
  while (jar.readUInt32LE(end) !== 0x06054b50) {
    end -= 1;
  }
  let at = jar.readUInt32LE(end + 16);
  for (let count = jar.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, nameLength] = [jar.readUInt16LE(at + 10), jar.readUInt32LE(at + 20), jar.readUInt16LE(at + 28)];
    const header = jar.readUInt32LE(at + 42);
    const start = header + 30 + jar.readUInt16LE(header + 26) + jar.readUInt16LE(header + 28);
    const data = jar.subarray(start, start + size);
    yield [jar.toString('utf8', at + 46, at + 46 + nameLength), () => (method === 8 ? inflateRawSync(data) : data)];
    at += 46 + nameLength + jar.readUInt16LE(at + 30) + jar.readUInt16LE(at + 32);
  }
}

/** Bytes of the constants of a class file by their tag; 1 (text) and 7 (class) are read apart. */
const CONSTANT_SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};
const PUBLIC = 1;
const STATIC = 8;

class ClassReader {
  private readonly bytes: Buffer;
  private position = 8;
  private readonly constants: (string | number)[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  read(): { className: string; members: PlatformMember[] } {
    this.readConstants();
    this.position += 2;
    const className = this.constants[this.constants[this.short()] as number] as string;
    this.position += 2;
    const interfaces = this.short();
    this.position += 2 * interfaces;
    return { className, members: [...this.readMembers(), ...this.readMembers()] };
  }

  private short(): number {
    this.position += 2;
    return this.bytes.readUInt16BE(this.position - 2);
  }

  private readConstants(): void {
    const count = this.short();
    for (let index = 1; index < count; index += 1) {
      const tag = this.bytes[this.position];
      this.position += 1;
      if (tag === 1) {
        const length = this.short();
        this.constants[index] = this.bytes.toString('utf8', this.position, this.position + length);
        this.position += length;
      } else if (tag === 7) {
        this.constants[index] = this.short();
      } else {
        this.position += CONSTANT_SIZES[tag];
        index += tag === 5 || tag === 6 ? 1 : 0;
      }
    }
  }

  private readMembers(): PlatformMember[] {
    const members: PlatformMember[] = [];
    for (let count = this.short(); count > 0; count -= 1) {
      const flags = this.short();
      const name = this.constants[this.short()] as string;
      const descriptor = this.constants[this.short()] as string;
      const signature = this.readSignature() ?? descriptor;
      if (flags & PUBLIC) {
        members.push({
          name: name.replace('$', '').toLowerCase(),
          isStatic: (flags & STATIC) !== 0,
          ...new SignatureReader(signature).read(),
        });
      }
    }
    return members;
  }

  private readSignature(): string | undefined {
    let signature: string | undefined;
    for (let count = this.short(); count > 0; count -= 1) {
      const attribute = this.constants[this.short()];
      const end = this.bytes.readUInt32BE(this.position) + this.position + 4;
      this.position += 4;
      signature = attribute === 'Signature' ? (this.constants[this.short()] as string) : signature;
      this.position = end;
    }
    return signature;
  }
}

class SignatureReader {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text.replace(/^<.*?>(?=\()/, '');
  }

  read(): { returnType: string; parameters?: string[] } {
    if (this.text[0] !== '(') {
      return { returnType: this.type() };
    }
    const parameters: string[] = [];
    this.position = 1;
    while (this.text[this.position] !== ')') {
      parameters.push(this.type());
    }
    this.position += 1;
    return { parameters, returnType: this.type() };
  }

  private type(): string {
    const kind = this.text[this.position];
    this.position += 1;
    if (kind === 'T') {
      return this.until(';');
    }
    if (kind === 'L') {
      return this.classType();
    }
    return { V: 'void', Z: 'boolean', '*': 'object', '+': '', '-': '', '[': '' }[kind] || this.type();
  }

  private classType(): string {
    let name = '';
    let args = '';
    for (let character = this.text[this.position]; character !== ';'; character = this.text[this.position]!) {
      this.position += 1;
      if (character === '<') {
        const types: string[] = [];
        while (this.text[this.position] !== '>') {
          types.push(this.type());
        }
        this.position += 1;
        args = `<${types.join(',')}>`;
      } else {
        name += character;
      }
    }
    this.position += 1;
    return `${canonical(name)}${args}`;
  }

  private until(end: string): string {
    const start = this.position;
    this.position = this.text.indexOf(end, start) + 1;
    return this.text.slice(start, this.position - 1).toLowerCase();
  }
}

function canonical(internal: string): string {
  const name = apexName(internal)
    .replace(/^java\.lang\./, '')
    .replace(/^(?:system|internal|sobjects)\./, '');
  return name === 'recordset' ? 'list' : name;
}
