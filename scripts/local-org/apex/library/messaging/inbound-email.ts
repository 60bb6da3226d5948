import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';
import { propertyClass } from '../property-class.ts';

const EMAIL = 'Messaging.InboundEmail';

/** Mails that an Apex email service is given: made by its tests; the local org receives none. */
export const inboundEmailClasses: readonly LibraryClass[] = [
  propertyClass(EMAIL, {
    binaryAttachments: `List<${EMAIL}.BinaryAttachment>`,
    ccAddresses: 'List<String>',
    fromAddress: 'String',
    fromName: 'String',
    headers: `List<${EMAIL}.Header>`,
    htmlBody: 'String',
    htmlBodyIsTruncated: 'Boolean',
    inReplyTo: 'String',
    messageId: 'String',
    plainTextBody: 'String',
    plainTextBodyIsTruncated: 'Boolean',
    references: 'List<String>',
    replyTo: 'String',
    subject: 'String',
    textAttachments: `List<${EMAIL}.TextAttachment>`,
    toAddresses: 'List<String>',
  }),
  propertyClass(`${EMAIL}.Header`, { name: 'String', value: 'String' }),
  propertyClass(`${EMAIL}.BinaryAttachment`, {
    body: 'Blob',
    fileName: 'String',
    headers: `List<${EMAIL}.Header>`,
    mimeTypeSubType: 'String',
  }),
  propertyClass(`${EMAIL}.TextAttachment`, {
    body: 'String',
    bodyIsTruncated: 'Boolean',
    charset: 'String',
    fileName: 'String',
    headers: `List<${EMAIL}.Header>`,
    mimeTypeSubType: 'String',
  }),
  propertyClass('Messaging.InboundEmailResult', { message: 'String', success: 'Boolean' }),
  propertyClass('Messaging.InboundEnvelope', { fromAddress: 'String', toAddress: 'String' }),
  {
    name: 'Messaging.InboundEmailHandler',
    kind: 'interface',
    members: { [`Messaging.InboundEmailResult handleInboundEmail(${EMAIL} email, Messaging.InboundEnvelope envelope)`]: abstractMember },
  },
];
