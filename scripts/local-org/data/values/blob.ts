/** An Apex `Blob`: bytes. Immutable; the bytes must not be changed by who holds them. */
export class BlobValue {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The UTF-8 bytes of a text. */
  static of(text: string): BlobValue {
    return new BlobValue(Buffer.from(text, 'utf8'));
  }

  /** Reads base 64, the form in which the API carries bytes. */
  static parse(base64: string): BlobValue {
    return new BlobValue(Buffer.from(base64, 'base64'));
  }

  /** In bytes. */
  get size(): number {
    return this.bytes.length;
  }

  toBase64(): string {
    return Buffer.from(this.bytes).toString('base64');
  }

  compare(other: BlobValue): number {
    return Buffer.compare(this.bytes, other.bytes);
  }

  equals(other: BlobValue): boolean {
    return this.compare(other) === 0;
  }

  /** The bytes read as UTF-8; for the wire use `toBase64`. */
  toString(): string {
    return Buffer.from(this.bytes).toString('utf8');
  }
}
