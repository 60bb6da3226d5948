import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readMails } from '../../../scripts/local-org/web/messages.ts';
import { ALL, asAdministrator, insertOne, make, openWorkshop } from '../data/workshop.ts';

describe('the outbox', () => {
  const org = openWorkshop();
  const [profile] = asAdministrator(org, (transaction) =>
    transaction.query("SELECT Id FROM Profile WHERE Name = 'Standard User' LIMIT 1", { ...ALL, sharing: false }),
  ).records;
  const reader = insertOne(org, 'User', {
    Username: 'ann@mails.test',
    LastName: 'Ann',
    Alias: 'ann',
    Email: 'Ann@mails.test',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    TimeZoneSidKey: 'GMT',
    ProfileId: profile?.id ?? null,
  });
  asAdministrator(org, (transaction) =>
    transaction.insert(
      [
        make(org, 'OutboxMail', { Subject: 'to her', ToAddresses: 'someone@mails.test; ann@mails.test' }),
        make(org, 'OutboxMail', { Subject: 'copy', ToAddresses: 'someone@mails.test', CcAddresses: 'ann@mails.test' }),
        make(org, 'OutboxMail', { Subject: 'to another', ToAddresses: 'joann@mails.test' }),
      ],
      ALL,
    ),
  );
  const subjects = (userId: string, all: boolean): string[] =>
    org
      .transaction(userId, (transaction) => readMails(transaction, userId, all))
      .map(({ subject }) => subject)
      .toSorted();

  test('shows a user the mails to their own address only', () => {
    assert.deepEqual(subjects(reader, false), ['copy', 'to her']);
  });

  test('shows an administrator every mail', () => {
    assert.deepEqual(subjects(org.administratorId, true), ['copy', 'to another', 'to her']);
  });
});
