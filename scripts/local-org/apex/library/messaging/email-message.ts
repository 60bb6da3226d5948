import type { BlobValue } from '../../../data/values/blob.ts';
import type { ApexList } from '../../runtime/collections/list.ts';
import type { LibraryClass } from '../declaration.ts';
import { accessors } from '../properties.ts';

/** A `Messaging.SingleEmailMessage` in the making. */
export class EmailMessage {
  /** By property name as declared. */
  readonly values = new Map<string, unknown>([
    ['SaveAsActivity', true],
    ['BccSender', false],
    ['UseSignature', true],
    ['TreatTargetObjectAsRecipient', true],
    ['TreatBodiesAsTemplate', false],
  ]);

  text(name: string): string | null {
    return (this.values.get(name) ?? null) as string | null;
  }

  list(name: string): string[] {
    return ((this.values.get(name) as ApexList | null | undefined)?.elements ?? []) as string[];
  }
}

/** A `Messaging.EmailFileAttachment`. */
export class EmailAttachment {
  readonly values = new Map<string, unknown>();

  get body(): BlobValue | null {
    return (this.values.get('Body') ?? null) as BlobValue | null;
  }
}

const EMAIL: Readonly<Record<string, string>> = {
  BccSender: 'Boolean',
  EmailPriority: 'String',
  ReplyTo: 'String',
  SaveAsActivity: 'Boolean',
  SenderDisplayName: 'String',
  Subject: 'String',
  UseSignature: 'Boolean',
};

const SINGLE_EMAIL: Readonly<Record<string, string>> = {
  BccAddresses: 'List<String>',
  CcAddresses: 'List<String>',
  Charset: 'String',
  EntityAttachments: 'List<String>',
  FileAttachments: 'List<Messaging.EmailFileAttachment>',
  HtmlBody: 'String',
  InReplyTo: 'String',
  OptOutPolicy: 'String',
  OrgWideEmailAddressId: 'Id',
  PlainTextBody: 'String',
  References: 'String',
  TargetObjectId: 'Id',
  TemplateId: 'Id',
  ToAddresses: 'List<String>',
  TreatBodiesAsTemplate: 'Boolean',
  TreatTargetObjectAsRecipient: 'Boolean',
  WhatId: 'Id',
};

const ATTACHMENT: Readonly<Record<string, string>> = { Body: 'Blob', ContentType: 'String', FileName: 'String', Inline: 'Boolean' };

/** Mails as Apex writes them. */
export const emailMessageClasses: readonly LibraryClass[] = [
  { name: 'Messaging.Email', isInstance: (value) => value instanceof EmailMessage, members: accessors(EMAIL) },
  {
    name: 'Messaging.SingleEmailMessage',
    extends: 'Messaging.Email',
    isInstance: (value) => value instanceof EmailMessage,
    members: { 'new()': () => new EmailMessage(), ...accessors(SINGLE_EMAIL) },
  },
  {
    name: 'Messaging.EmailFileAttachment',
    isInstance: (value) => value instanceof EmailAttachment,
    members: { 'new()': () => new EmailAttachment(), ...accessors(ATTACHMENT) },
  },
];
