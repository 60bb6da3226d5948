import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { defineEnum } from '../../runtime/enum.ts';
import { ApexException, apexFrames, apexStackTrace, raise } from '../../runtime/exception.ts';
import type { DmlExceptionRow } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { sobjectFieldToken, sobjectTypeToken } from '../schema/tokens.ts';
import { STATUS_CODES } from './status-codes.ts';

/** The names of the library's exceptions, without `System.`. */
const NAMES = [
  'AssertException',
  'AsyncException',
  'BigObjectException',
  'CalloutException',
  'DataWeaveScriptException',
  'DmlException',
  'DuplicateMessageException',
  'EmailException',
  'ExternalObjectException',
  'FatalCursorException',
  'FinalException',
  'FlowException',
  'HandledException',
  'IllegalArgumentException',
  'InvalidHeaderException',
  'JSONException',
  'LicenseException',
  'LimitException',
  'ListException',
  'MathException',
  'NoAccessException',
  'NoDataFoundException',
  'NoSuchElementException',
  'NullPointerException',
  'ProcedureException',
  'QueryException',
  'RequiredFeatureMissingException',
  'SObjectException',
  'SearchException',
  'SecurityException',
  'SerializationException',
  'StringException',
  'TransientCursorException',
  'TypeException',
  'UnexpectedException',
  'UnsupportedOperationException',
  'VisualforceException',
  'XmlException',
] as const;

/** The names of all the library's exceptions, without `System.`. */
export const EXCEPTION_NAMES: ReadonlySet<string> = new Set([...NAMES, 'AuraHandledException', 'InvalidParameterValueException']);

type Self = ApexException;

function row(self: Self, index: number): DmlExceptionRow {
  return self.rows[index] ?? raise('System.ListException', `List index out of bounds: ${index}`);
}

/** `System.Exception`, the base of every exception in Apex. */
export const exceptionClass: LibraryClass = {
  name: 'System.Exception',
  virtual: true,
  isInstance: (value) => value instanceof ApexException,
  members: {
    'Exception getCause()': (self: Self) => self.cause,
    'Integer getLineNumber()': (self: Self) => apexFrames(self)[0]?.line ?? 0,
    'String getMessage()': (self: Self) => self.apexMessage,
    'String getStackTraceString()': apexStackTrace,
    'String getTypeName()': (self: Self) => self.typeName,
    'void initCause(Exception cause)': (self: Self, cause: ApexException | null) => {
      self.cause = cause;
    },
    'void setMessage(String message)': (self: Self, message: string | null) => self.setText(message),
    'String toString()': (self: Self) => self.toString(),
    'List<String> getDmlFieldNames(Integer index)': (self: Self, index: number) => new ApexList('String', [...row(self, index).fields]),
    'List<Schema.SObjectField> getDmlFields(Integer index)': (self: Self, index: number) => {
      const { objectName, fields } = row(self, index);
      const names = fields.filter((name) => sobjectTypeToken(objectName).field(name));
      return new ApexList(
        'Schema.SObjectField',
        names.map((name) => sobjectFieldToken(objectName, name)),
      );
    },
    'String getDmlId(Integer index)': (self: Self, index: number) => row(self, index).id,
    'Integer getDmlIndex(Integer index)': (self: Self, index: number) => row(self, index).index,
    'String getDmlMessage(Integer index)': (self: Self, index: number) => row(self, index).message,
    'String getDmlStatusCode(Integer index)': (self: Self, index: number) => row(self, index).statusCode,
    'StatusCode getDmlType(Integer index)': (self: Self, index: number) => statusCode(row(self, index).statusCode),
    'Integer getNumDml()': (self: Self) => self.rows.length,
  },
};

/** The constant of `System.StatusCode` by its name. */
export function statusCode(name: string): unknown {
  return defineEnum('StatusCode', STATUS_CODES).find((constant) => constant.name === name) ?? null;
}

function exceptionOf(name: string): LibraryClass {
  const typeName = `System.${name}`;
  return {
    name: typeName,
    extends: 'System.Exception',
    isInstance: (value) => value instanceof ApexException && value.typeName === typeName,
    members: {
      'new()': () => new ApexException(typeName),
      'new(Exception cause)': (cause: ApexException | null) => new ApexException(typeName, null, cause),
      'new(String message)': (message: string | null) => new ApexException(typeName, message),
      'new(String message, Exception cause)': (message: string | null, cause: ApexException | null) =>
        new ApexException(typeName, message, cause),
    },
  };
}

/** `System.AuraHandledException`: its text reaches the browser, but `getMessage` tells it only after `setMessage`. */
const auraHandledException: LibraryClass = {
  name: 'System.AuraHandledException',
  extends: 'System.Exception',
  isInstance: (value) => value instanceof ApexException && value.typeName === 'System.AuraHandledException',
  members: {
    'new(String message)': (message: string | null) => {
      const exception = new ApexException('System.AuraHandledException');
      exception.clientText = message;
      return exception;
    },
  },
};

/** `System.QueryException`, which also tells what could not be read. */
const queryException: LibraryClass = {
  ...exceptionOf('QueryException'),
  members: {
    ...exceptionOf('QueryException').members,
    'Map<String, Set<String>> getInaccessibleFields()': (self: Self) => {
      const byObject = new ApexMap('String', 'Set<String>');
      for (const [object, fields] of self.inaccessibleFields ?? []) {
        byObject.put(object, new ApexSet('String', fields));
      }
      return byObject;
    },
  },
};

/** `System.InvalidParameterValueException`, which names the parameter too. */
const invalidParameterException: LibraryClass = {
  ...exceptionOf('InvalidParameterValueException'),
  members: {
    'new(String parameter, String message)': (_parameter: string | null, message: string | null) =>
      new ApexException('System.InvalidParameterValueException', message),
  },
};

/** `System.StatusCode`. */
export const statusCodeEnum: LibraryClass = { name: 'System.StatusCode', kind: 'enum', values: STATUS_CODES, members: {} };

/** The library's own exceptions. */
export const exceptionClasses: readonly LibraryClass[] = [
  auraHandledException,
  queryException,
  invalidParameterException,
  ...NAMES.filter((name) => name !== 'QueryException').map(exceptionOf),
];
