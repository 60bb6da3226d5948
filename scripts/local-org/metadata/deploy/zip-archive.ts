import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A zip archive that can't be read. */
export class BadZip extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BadZip';
  }
}

/** The files of an archive by their path, with slashes. */
export type ZipEntries = ReadonlyMap<string, Buffer>;

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const DIRECTORY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const UTF8_NAMES = 0x0800;
/** As the platform has it: a deployment may hold so many files, and so many bytes when unpacked. */
const MOST_FILES = 10_000;
const MOST_BYTES = 400 * 1024 * 1024;

/**
 * Reads a zip archive.
 * @throws BadZip when it is damaged, too large, or has a path that leads out of the archive.
 */
export function readZip(archive: Buffer): ZipEntries {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw new BadZip(`The archive holds ${count} files; at most ${MOST_FILES} can be deployed at once.`);
  const entries = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  let total = 0;
  try {
    for (let index = 0; index < count; index += 1) {
      if (archive.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw new BadZip('The directory of the archive is damaged.');
      const nameLength = archive.readUInt16LE(at + 28);
      const name = archive.toString('utf8', at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength);
      total += archive.readUInt32LE(at + 24);
      if (total > MOST_BYTES) throw new BadZip(`The archive unpacks to more than ${MOST_BYTES / 1024 / 1024} MB.`);
      if (!name.endsWith('/')) entries.set(safePath(name), contentAt(archive, at, name));
      at += DIRECTORY_SIZE + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
  } catch (cause) {
    if (cause instanceof BadZip) throw cause;
    throw new BadZip('The archive is damaged: it ends too early or its data is broken.', { cause });
  }
  return entries;
}

function endOfDirectory(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT);
  for (let at = archive.length - END_SIZE; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw new BadZip('This is no zip archive.');
}

function safePath(name: string): string {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..') || path.includes('\0')) {
    throw new BadZip(`The archive has the path ${name}, which leads out of it.`);
  }
  return path;
}

function contentAt(archive: Buffer, entry: number, name: string): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const packed = archive.readUInt32LE(entry + 20);
  const size = archive.readUInt32LE(entry + 24);
  const local = archive.readUInt32LE(entry + 42);
  if (archive.readUInt32LE(local) !== LOCAL_SIGNATURE) throw new BadZip(`The archive is damaged at ${name}.`);
  const start = local + LOCAL_SIZE + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + packed);
  if (method !== STORED && method !== DEFLATED) throw new BadZip(`${name} is packed in a way that is not supported (${method}).`);
  const content = method === STORED ? Buffer.from(data) : inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  if (content.length !== size || crc32(content) !== archive.readUInt32LE(entry + 16))
    throw new BadZip(`${name} is damaged in the archive.`);
  return content;
}

/** Packs files into a zip archive. */
export function writeZip(entries: ZipEntries): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([unsigned(LOCAL_SIGNATURE), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([unsigned(DIRECTORY_SIGNATURE), Buffer.from([20, 0]), common, tail, name]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, index, end]);
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
