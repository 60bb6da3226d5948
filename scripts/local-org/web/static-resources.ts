import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyReply } from 'fastify';
import type { SourceTree } from '../metadata/source-tree.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** Sends a static resource: `Name`, or `Name/path/inside` of one that is a folder. */
export function staticResource(tree: SourceTree, address: string, reply: FastifyReply): FastifyReply {
  const [name = '', ...inside] = address.split('/');
  const resource = tree.find('StaticResource', name);
  const root = resource?.contentPath;
  const file = root && path.join(root, ...inside);
  const isInside = file && (file === root || file.startsWith(root + path.sep));
  if (!isInside || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return reply.code(404).send([{ errorCode: 'NOT_FOUND', message: `There is no static resource ${address}.` }]);
  }
  const contentType = inside.length === 0 ? resource.xml.textOf('contentType') : CONTENT_TYPES[path.extname(file)];
  return reply.type(contentType ?? 'application/octet-stream').send(createReadStream(file));
}
