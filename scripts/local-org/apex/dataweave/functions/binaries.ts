import { createHash, createHmac } from 'node:crypto';
import { DataWeaveError } from '../values/failure.ts';
import type { FunctionModule } from './declaration.ts';

const bytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);
const hex = (content: Uint8Array): string => Buffer.from(content).toString('hex');

/** `SHA-1`, `HmacSHA256` and the like in the words of Node. */
function algorithmOf(name: string): string {
  return name.toLowerCase().replace(/^hmac/, '').replace(/^sha-/, 'sha');
}

function hash(content: Uint8Array, algorithm: string): Buffer {
  try {
    return createHash(algorithmOf(algorithm)).update(content).digest();
  } catch (cause) {
    throw new DataWeaveError(`${algorithm} MessageDigest not available`, 'ExecutionException', { cause });
  }
}

function hmac(secret: Uint8Array, content: Uint8Array, algorithm: string): Buffer {
  try {
    return createHmac(algorithmOf(algorithm), secret).update(content).digest();
  } catch (cause) {
    throw new DataWeaveError(`Algorithm ${algorithm} not available`, 'ExecutionException', { cause });
  }
}

function linesOf(content: Uint8Array, charset: string): string[] {
  const lines = new TextDecoder(charset).decode(content).split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The module `dw::core::Binaries`. */
export const binaries: FunctionModule = {
  name: 'dw::core::Binaries',
  functions: {
    'concatWith(source: Binary, added: Binary)': (source: Uint8Array, added: Uint8Array) => bytes(Buffer.concat([source, added])),
    'concatWith(source: Binary, added: Null)': (source: Uint8Array) => source,
    'concatWith(source: Null, added: Binary)': (_source: null, added: Uint8Array) => added,
    'fromBase64(text: String)': (text: string) => bytes(Buffer.from(text, 'base64')),
    'toBase64(content: Binary)': (content: Uint8Array) => Buffer.from(content).toString('base64'),
    'fromHex(text: String)': (text: string) => bytes(Buffer.from(text, 'hex')),
    'toHex(content: Binary)': (content: Uint8Array) => hex(content).toUpperCase(),
    'readLinesWith(content: Binary, charset: String)': linesOf,
    'writeLinesWith(lines: Array, charset: String)': (lines: readonly unknown[]) =>
      bytes(Buffer.from(lines.map((line) => `${String(line)}\n`).join(''))),
  },
};

/** The module `dw::Crypto`. */
export const crypto: FunctionModule = {
  name: 'dw::Crypto',
  functions: {
    'hashWith(content: Binary, algorithm?: String)': (content: Uint8Array, algorithm: string = 'SHA-1') => bytes(hash(content, algorithm)),
    'HMACBinary(secret: Binary, content: Binary, algorithm?: String)': (
      secret: Uint8Array,
      content: Uint8Array,
      algorithm: string = 'HmacSHA1',
    ) => bytes(hmac(secret, content, algorithm)),
    'HMACWith(secret: Binary, content: Binary, algorithm?: String)': (
      secret: Uint8Array,
      content: Uint8Array,
      algorithm: string = 'HmacSHA1',
    ) => hex(hmac(secret, content, algorithm)),
    'MD5(content: Binary)': (content: Uint8Array) => hex(hash(content, 'md5')),
    'SHA1(content: Binary)': (content: Uint8Array) => hex(hash(content, 'sha1')),
  },
};
