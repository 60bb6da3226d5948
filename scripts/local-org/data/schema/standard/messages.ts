import { standardObject } from '../standard-language.ts';

/** What the platform would have sent out: kept here, since a local org sends nothing. No permission opens them; the shell reads them. */
export const messageObjects = [
  standardObject({
    name: 'OutboxMail',
    prefix: '0OM',
    system: [],
    triggerable: false,
    fields: `
      FromId reference(User) parent=From
      ToAddresses textarea(32000) long
      CcAddresses textarea(32000) long
      BccAddresses textarea(32000) long
      Subject string(3000) name
      TextBody textarea(384000) long
      HtmlBody textarea(384000) long
      TargetObjectId string(18)
      WhatId string(18)
      TemplateId string(18)
      SentDate datetime`,
  }),
  standardObject({
    name: 'BellNotification',
    prefix: '0BN',
    system: [],
    triggerable: false,
    fields: `
      RecipientId reference(User) parent=Recipient
      TypeId string(18)
      Title string(250) name
      Body textarea(3000) long
      TargetId string(18)
      TargetPageRef textarea(32000) long
      IsRead boolean default=false
      SentDate datetime`,
  }),
];
