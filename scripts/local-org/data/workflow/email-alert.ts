import { existsSync, readFileSync } from 'node:fs';
import type { Component } from '../../metadata/source-tree.ts';
import type { XmlElement } from '../../metadata/xml-element.ts';
import type { DmlContext, DmlRow } from '../dml/dml-context.ts';
import { insertRows } from '../dml/insert.ts';
import { rowsOf } from '../dml/statement.ts';
import { toText } from '../formula/arithmetic.ts';
import { SObjectRecord } from '../record.ts';
import type { Content } from '../record.ts';
import type { ObjectDescription } from '../schema/description.ts';
import { SYSTEM } from '../transaction.ts';
import { DatetimeValue } from '../values/datetime.ts';
import type { WorkflowAction } from './actions.ts';
import { findBy, personNamed, recordOf } from './people.ts';

/** Writes the mail of an alert, in the words of its template, to all who are to get it; nothing when that is nobody. */
export function sendAlert(context: DmlContext, { xml }: WorkflowAction, row: DmlRow): void {
  const addresses = [...xml.all('recipients').flatMap((recipient) => addressesOf(context, recipient, row)), ...xml.textsOf('ccEmails')];
  const template = xml.textOf('template')?.replace(/^.*\//, '');
  writeMail(context, template, xml.textOf('description') ?? '', addresses, row.record);
}

/** Writes a mail about a record in the words of a template (by its name without folder); nothing when nobody is to get it. */
export function writeMail(
  context: DmlContext,
  templateName: string | undefined,
  otherwiseSubject: string,
  addresses: readonly string[],
  record: SObjectRecord,
): void {
  if (addresses.length === 0) {
    return;
  }
  const template = templateName === undefined ? undefined : context.emailTemplate(templateName);
  const body = template === undefined ? '' : merged(context, contentOf(template), record);
  const isHtml = template?.xml.textOf('type') !== 'text';
  const contents: [string, Content][] = [
    ['fromid', context.transaction.userId],
    ['toaddresses', [...new Set(addresses)].join('; ')],
    ['subject', merged(context, template?.xml.textOf('subject') ?? otherwiseSubject, record)],
    [isHtml ? 'htmlbody' : 'textbody', body],
    ['whatid', record.id],
    ['sentdate', new DatetimeValue(context.transaction.now())],
  ];
  const mail = new SObjectRecord(context.schema.object('OutboxMail') as ObjectDescription, new Map(contents));
  insertRows(context, rowsOf([mail]), { ...SYSTEM, allOrNone: true });
}

function contentOf({ path }: Component): string {
  const contentPath = path.replace(/-meta\.xml$/, '');
  return existsSync(contentPath) ? readFileSync(contentPath, 'utf8') : '';
}

/** The mail addresses of a recipient: of a person, or of all members of a group or a role. */
function addressesOf(context: DmlContext, recipient: XmlElement, row: DmlRow): string[] {
  const [kind, name] = [recipient.textOf('type') ?? '', recipient.textOf('recipient') ?? recipient.textOf('field') ?? ''];
  switch (kind) {
    case 'email':
      return texts([context.formulas.valueAt(row.record, [name])]);
    case 'role':
      return members(context, 'User', 'UserRoleId', findBy(context, 'UserRole', 'DeveloperName', name)).flatMap(addressOf);
    case 'group': {
      const memberships = members(context, 'GroupMember', 'GroupId', findBy(context, 'Group', 'DeveloperName', name));
      return memberships.flatMap((member) => addressOf(recordOf(context, member.get('UserOrGroupId') as string)));
    }
    default:
      return addressOf(recordOf(context, personNamed(context, kind, name, row)));
  }
}

function members(context: DmlContext, objectName: string, lookup: string, parentId: string | undefined): SObjectRecord[] {
  const object = context.schema.object(objectName) as ObjectDescription;
  const field = object.fields.get(lookup.toLowerCase());
  return parentId === undefined || field === undefined ? [] : context.records.findBy(object, field, [parentId]);
}

function addressOf(person: SObjectRecord | undefined): string[] {
  return texts([person?.get('Email') as Content]);
}

function texts(values: readonly Content[]): string[] {
  return values.filter((value) => typeof value === 'string');
}

/** Text with its merge fields filled in: `{!Case.Subject}`, `{!Case.Account}` left blank where nothing is found. */
function merged(context: DmlContext, text: string, record: SObjectRecord): string {
  return text.replace(/\{!\s*([\w.$]+)\s*\}/g, (_, reference: string) => {
    const [first, ...rest] = reference.split('.');
    const path =
      first.toLowerCase() === record.description.name.toLowerCase() ? rest : [first.replace(/^(?=User$|Organization$)/, '$'), ...rest];
    return path.length === 0 ? '' : toText(context.formulas.valueAt(record, path));
  });
}
