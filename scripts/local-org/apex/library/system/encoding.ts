import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  randomInt,
  randomUUID,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { BlobValue } from '../../../data/values/blob.ts';
import { CONTENT_KEY } from '../../runtime/collections/key.ts';
import { raise } from '../../runtime/exception.ts';
import { hashOf } from '../../runtime/hash.ts';
import { valuesAreSame } from '../../runtime/equality.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import { refusingNull } from '../null-arguments.ts';

const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  'sha-512': 'sha512',
  sha256: 'sha256',
  sha512: 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512',
};
const MACS: Readonly<Record<string, string>> = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512' };
const SIGNATURES: Readonly<Record<string, string>> = {
  rsa: 'RSA-SHA1',
  'rsa-sha1': 'RSA-SHA1',
  'rsa-sha256': 'RSA-SHA256',
  'rsa-sha384': 'RSA-SHA384',
  'rsa-sha512': 'RSA-SHA512',
  'ecdsa-sha256': 'sha256',
  'ecdsa-sha384': 'sha384',
  'ecdsa-sha512': 'sha512',
};
const VECTOR_SIZE = 16;

function algorithm(names: Readonly<Record<string, string>>, name: string): string {
  return names[name.toLowerCase()] ?? raise('System.NoSuchElementException', `Invalid algorithm name: ${name}`);
}

function digest(name: string, data: BlobValue): BlobValue {
  return new BlobValue(createHash(algorithm(DIGESTS, name)).update(data.bytes).digest());
}

function mac(name: string, data: BlobValue, key: BlobValue): BlobValue {
  return new BlobValue(createHmac(algorithm(MACS, name), key.bytes).update(data.bytes).digest());
}

function keyFrom(read: () => KeyObject): KeyObject {
  try {
    return read();
  } catch {
    return raise('System.InvalidParameterValueException', 'Invalid key');
  }
}

function cipherName(name: string, key: BlobValue): string {
  const bits = /^AES(128|192|256)$/i.exec(name)?.[1];
  if (bits === undefined) {
    raise('System.InvalidParameterValueException', `Invalid algorithm ${name}. Must be AES128, AES192, or AES256.`);
  }
  if (key.size * 8 !== Number(bits)) {
    raise('System.InvalidParameterValueException', `Invalid private key. Must be ${Number(bits) / 8} bytes.`);
  }
  return `aes-${bits}-cbc`;
}

function encrypt(name: string, key: BlobValue, vector: Uint8Array, data: BlobValue): Uint8Array {
  const cipher = createCipheriv(cipherName(name, key), key.bytes, vector);
  return Buffer.concat([cipher.update(data.bytes), cipher.final()]);
}

function decrypt(name: string, key: BlobValue, vector: Uint8Array, data: Uint8Array): BlobValue {
  const decipher = createDecipheriv(cipherName(name, key), key.bytes, vector);
  try {
    return new BlobValue(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch {
    return raise('System.SecurityException', 'Given final block not properly padded');
  }
}

/** `System.EncodingUtil`. */
export const encodingUtilClass: LibraryClass = {
  name: 'System.EncodingUtil',
  members: refusingNull({
    'static Blob base64Decode(String text)': (text: string) => BlobValue.parse(text),
    'static String base64Encode(Blob data)': (data: BlobValue) => data.toBase64(),
    'static Blob convertFromHex(String text)': (text: string) =>
      /^([0-9a-fA-F]{2})*$/.test(text)
        ? new BlobValue(Buffer.from(text, 'hex'))
        : raise('System.InvalidParameterValueException', 'Invalid hex string'),
    'static String convertToHex(Blob data)': (data: BlobValue) => Buffer.from(data.bytes).toString('hex'),
    'static String urlDecode(String text, String charset)': (text: string) => decodeURIComponent(text.replaceAll('+', ' ')),
    'static String urlEncode(String text, String charset)': (text: string) =>
      encodeURIComponent(text)
        .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%20', '+'),
  }),
};

/** `System.Crypto`. */
export const cryptoClass: LibraryClass = {
  name: 'System.Crypto',
  members: refusingNull({
    'static Blob decrypt(String algorithm, Blob key, Blob vector, Blob data)': (
      name: string,
      key: BlobValue,
      vector: BlobValue,
      data: BlobValue,
    ) => decrypt(name, key, vector.bytes, data.bytes),
    'static Blob decryptWithManagedIV(String algorithm, Blob key, Blob data)': (name: string, key: BlobValue, data: BlobValue) =>
      decrypt(name, key, data.bytes.subarray(0, VECTOR_SIZE), data.bytes.subarray(VECTOR_SIZE)),
    'static Blob encrypt(String algorithm, Blob key, Blob vector, Blob data)': (
      name: string,
      key: BlobValue,
      vector: BlobValue,
      data: BlobValue,
    ) => new BlobValue(encrypt(name, key, vector.bytes, data)),
    'static Blob encryptWithManagedIV(String algorithm, Blob key, Blob data)': (name: string, key: BlobValue, data: BlobValue) => {
      const vector = randomBytes(VECTOR_SIZE);
      return new BlobValue(Buffer.concat([vector, encrypt(name, key, vector, data)]));
    },
    'static Blob generateAesKey(Integer bits)': (bits: number) => new BlobValue(randomBytes(bits / 8)),
    'static Blob generateDigest(String algorithm, Blob data)': digest,
    'static Blob generateMac(String algorithm, Blob data, Blob key)': mac,
    'static Integer getRandomInteger()': () => randomInt(-(2 ** 31), 2 ** 31),
    'static Long getRandomLong()': () => randomBytes(8).readBigInt64LE(),
    'static Blob sign(String algorithm, Blob data, Blob key)': (name: string, data: BlobValue, key: BlobValue) => {
      const privateKey = keyFrom(() => createPrivateKey({ key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8' }));
      return new BlobValue(sign(algorithm(SIGNATURES, name), data.bytes, privateKey));
    },
    'static Boolean verify(String algorithm, Blob data, Blob signature, Blob key)': (
      name: string,
      data: BlobValue,
      signature: BlobValue,
      key: BlobValue,
    ) => {
      const publicKey = keyFrom(() => createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' }));
      return verify(algorithm(SIGNATURES, name), data.bytes, publicKey, signature.bytes);
    },
    'static Boolean verifyHmac(String algorithm, Blob data, Blob key, Blob mac)': (
      name: string,
      data: BlobValue,
      key: BlobValue,
      given: BlobValue,
    ) => {
      const expected = mac(name, data, key);
      return expected.size === given.size && timingSafeEqual(expected.bytes, given.bytes);
    },
  }),
};

/** A `System.UUID`. */
export class UuidValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  [CONTENT_KEY](): string {
    return `\u0000uuid ${this.text}`;
  }

  [PRINTED](): string {
    return this.text;
  }
}

/** `System.UUID`. */
export const uuidClass: LibraryClass = {
  name: 'System.UUID',
  isInstance: (value) => value instanceof UuidValue,
  members: {
    'static UUID randomUUID()': () => new UuidValue(randomUUID()),
    'static UUID fromString(String text)': (text: string | null) =>
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '')
        ? new UuidValue((text as string).toLowerCase())
        : raise('System.IllegalArgumentException', `Invalid UUID string: ${text}`),
    'Boolean equals(Object other)': valuesAreSame,
    'Integer hashCode()': hashOf,
    'String toString()': (self: UuidValue) => self.text,
  },
};
