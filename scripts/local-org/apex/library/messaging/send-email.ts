import type { DmlError } from '../../../data/transaction.ts';
import { prefixOf } from '../../../data/values/id.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { uncountedQuery } from '../running-user.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { statusCode } from '../system/exceptions.ts';
import type { EmailMessage } from './email-message.ts';
import { fillInTemplate, templateMembers } from './email-template.ts';
import { storeMessage } from './store-message.ts';

const USER_PREFIX = '005';

/** A `Messaging.SendEmailResult`. */
class SendEmailResult {
  readonly error: DmlError | undefined;

  constructor(error: DmlError | undefined) {
    this.error = error;
  }
}

function sendEmail(emails: ApexList | null, allOrNone: boolean | null = true): ApexList {
  const transaction = currentTransaction();
  transaction.limits.consume('emails', 1);
  const messages = (emails ?? raiseNull('Argument 1 cannot be null')).elements as EmailMessage[];
  const errors = messages.map(faultOf);
  const failed = errors.findIndex((error) => error !== undefined);
  if (allOrNone !== false && failed >= 0) {
    const { statusCode: code, message, fields } = errors[failed]!;
    raise(
      'System.EmailException',
      `SendEmail failed. First exception on row ${failed}; first error: ${code}, ${message}: [${fields.join(', ')}]`,
    );
  }
  messages.forEach((message, index) => {
    if (!errors[index]) {
      keep(message);
    }
  });
  return new ApexList(
    'Messaging.SendEmailResult',
    errors.map((error) => new SendEmailResult(error)),
  );
}

function faultOf(message: EmailMessage): DmlError | undefined {
  const target = message.text('TargetObjectId');
  if (
    message.list('ToAddresses').length + message.list('CcAddresses').length + message.list('BccAddresses').length === 0 &&
    target === null
  ) {
    return { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Add a recipient to send an email.', fields: [] };
  }
  if (target !== null && prefixOf(target) === USER_PREFIX && message.values.get('SaveAsActivity') !== false) {
    const fields = ['saveAsActivity', 'true'];
    return { statusCode: 'INVALID_SAVE_AS_ACTIVITY_FLAG', message: 'saveAsActivity must be false when sending mail to users.', fields };
  }
  if (message.text('TemplateId') !== null) {
    if (target === null) {
      return { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Missing targetObjectId with template', fields: [] };
    }
    fillInTemplate(message);
    return undefined;
  }
  if (message.text('PlainTextBody') === null && message.text('HtmlBody') === null) {
    const body = 'Email body is required.';
    return { statusCode: 'REQUIRED_FIELD_MISSING', message: body, fields: ['plainTextBody', 'htmlBody'] };
  }
  return undefined;
}

function keep(message: EmailMessage): void {
  const transaction = currentTransaction();
  const target = message.text('TargetObjectId');
  const own = target === null || message.values.get('TreatTargetObjectAsRecipient') === false ? [] : [addressOf(target)];
  const resolve = (name: string): string => [...(name === 'ToAddresses' ? own : []), ...message.list(name).map(addressOf)].join('; ');
  storeMessage(transaction, 'OutboxMail', {
    FromId: transaction.userId,
    ToAddresses: resolve('ToAddresses'),
    CcAddresses: resolve('CcAddresses'),
    BccAddresses: resolve('BccAddresses'),
    Subject: message.text('Subject'),
    TextBody: message.text('PlainTextBody'),
    HtmlBody: message.text('HtmlBody'),
    TargetObjectId: target,
    WhatId: message.text('WhatId'),
  });
}

/** The mail address of a user, contact or lead; a text that is no id is an address already. */
function addressOf(target: string): string {
  const transaction = currentTransaction();
  const object = target.includes('@') ? undefined : transaction.schema.objectOfPrefix(prefixOf(target));
  if (!object) {
    return target;
  }
  const [record] = uncountedQuery(transaction, `SELECT Email FROM ${object.name} WHERE Id = :target`, new Map([['target', target]]));
  return (record?.get('Email') as string | null | undefined) ?? raise('System.EmailException', `There is no mail address for ${target}`);
}

/** The static members of `System.Messaging`, and what they give. */
export const sendEmailClasses: readonly LibraryClass[] = [
  {
    name: 'System.Messaging',
    members: {
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': (emails: ApexList | null) => sendEmail(emails),
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNone)': sendEmail,
      ...templateMembers,
      'static void reserveSingleEmailCapacity(Integer count)': () => undefined,
    },
  },
  {
    name: 'Messaging.SendEmailResult',
    isInstance: (value) => value instanceof SendEmailResult,
    members: describeMembers({
      'List<Messaging.SendEmailError> getErrors': (self: SendEmailResult) =>
        new ApexList('Messaging.SendEmailError', self.error ? [self.error] : []),
      'Boolean isSuccess': (self: SendEmailResult) => self.error === undefined,
    }),
  },
  {
    name: 'Messaging.SendEmailError',
    members: {
      'List<String> getFields()': (self: DmlError) => new ApexList('String', [...self.fields]),
      ...describeMembers({
        'String getMessage': (self: DmlError) => self.message,
        'StatusCode getStatusCode': (self: DmlError) => statusCode(self.statusCode),
        'String getTargetObjectId': () => null,
      }),
    },
  },
];
