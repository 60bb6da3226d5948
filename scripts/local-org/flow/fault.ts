import type { DmlError } from '../data/transaction.ts';

/** Something went wrong in an element: the interview goes on along its fault path, or ends. */
export class FlowFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FlowFault';
  }
}

/** The words for rows that could not be written or read: `create`, `update`, `delete`, `look up`. */
export function recordsFault(
  action: string,
  { statusCode, message }: Pick<DmlError, 'statusCode' | 'message'>,
  cause?: unknown,
): FlowFault {
  return new FlowFault(
    `This error occurred when the flow tried to ${action} records: ${statusCode}: ${message}. You can look up ExceptionCode values in the SOAP API Developer Guide.`,
    { cause },
  );
}
