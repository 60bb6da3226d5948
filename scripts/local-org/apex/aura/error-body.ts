import type { AuraErrorBody } from '../engine-types.ts';
import { ApexException, apexStackTrace, asApexException } from '../runtime/exception.ts';

/**
 * The body that a component finds in `error.body` when an `@AuraEnabled` method throws. Undefined for an error that is none of Apex's:
 * a defect of the local org.
 */
export function auraErrorBody(error: unknown): AuraErrorBody | undefined {
  const exception = asApexException(error);
  if (!(exception instanceof ApexException)) {
    return undefined;
  }
  if (exception.typeName === 'System.AuraHandledException') {
    return { message: exception.clientMessage };
  }
  return {
    message: exception.apexMessage,
    stackTrace: apexStackTrace(exception),
    exceptionType: exception.typeName,
    isUserDefinedException: !exception.typeName.startsWith('System.'),
  };
}
