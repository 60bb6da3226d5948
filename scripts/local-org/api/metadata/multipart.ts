import { ApiError } from '../errors.ts';

const END_OF_HEADERS = '\r\n\r\n';

/** The parts of a multipart request by name. Throws `ApiError` when it is none. */
export function multipartFiles(contentType: string, body: unknown): ReadonlyMap<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || !Buffer.isBuffer(body)) {
    throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', 'The request must be of the type multipart/form-data with a boundary');
  }
  const files = new Map<string, Buffer>();
  const delimiter = `--${mark}`;
  let at = body.indexOf(delimiter);
  while (at >= 0) {
    const next = body.indexOf(delimiter, at + delimiter.length);
    if (next < 0) break;
    const part = body.subarray(at + delimiter.length + 2, next - 2);
    const headersEnd = part.indexOf(END_OF_HEADERS);
    const name = /name="([^"]*)"/i.exec(part.toString('latin1', 0, Math.max(headersEnd, 0)))?.[1];
    if (name !== undefined) files.set(name, part.subarray(headersEnd + END_OF_HEADERS.length));
    at = next;
  }
  return files;
}
