import type { SObjectRecord } from '../../../data/record.ts';
import type { ObjectDescription } from '../../../data/schema/description.ts';
import { prefixOf } from '../../../data/values/id.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { toApexString } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';
import { runningUser, uncountedQuery } from '../running-user.ts';
import { describeMembers } from '../schema/describe-members.ts';
import { EmailMessage } from './email-message.ts';

const REFERENCE = /\{!\s*([A-Za-z_]\w*(?:\.\w+)+)\s*\}/g;

/** Gives a mail the words of its template, merged with whom it goes to and what it is about. */
export function fillInTemplate(message: EmailMessage): void {
  const templateId = message.text('TemplateId') as string;
  const [template] = uncountedQuery(
    currentTransaction(),
    'SELECT Subject, HtmlValue, Body, TemplateType FROM EmailTemplate WHERE Id = :id',
    new Map([['id', templateId]]),
  );
  if (template === undefined) {
    raise(
      'System.EmailException',
      `SendEmail failed. First exception on row 0; first error: INVALID_ID_FIELD, Invalid templateId: ${templateId}: []`,
    );
  }
  if (template.get('TemplateType') === 'visualforce') {
    raise('System.UnsupportedOperationException', 'The local org does not render Visualforce mail templates');
  }
  const texts = [template.get('Subject'), template.get('HtmlValue'), template.get('Body')] as (string | null)[];
  const [subject, html, body] = merge(texts, message.text('TargetObjectId'), message.text('WhatId'));
  message.values.set('Subject', subject);
  message.values.set('HtmlBody', html);
  message.values.set('PlainTextBody', body);
}

/** Texts with their merge fields filled in: blank where there is no such field or nothing in it. */
function merge(texts: readonly (string | null)[], whoId: string | null, whatId: string | null): (string | null)[] {
  const values = new Map<string, string>();
  const references = new Set(texts.flatMap((text) => Array.from((text ?? '').matchAll(REFERENCE), ([, path]) => path)));
  for (const [root, paths] of Map.groupBy(references, (path) => path.slice(0, path.indexOf('.')).toLowerCase())) {
    const id = recordNamed(root, whoId, whatId);
    for (const [path, value] of id === undefined ? [] : valuesOf(id, paths)) values.set(path, value);
  }
  return texts.map((text) => text?.replace(REFERENCE, (_, path: string) => values.get(path.toLowerCase()) ?? '') ?? null);
}

/** The id of the record that a merge field's first word stands for. */
function recordNamed(root: string, whoId: string | null, whatId: string | null): string | undefined {
  const { schema } = currentTransaction();
  if (root === 'user') return runningUser().id;
  if (root === 'recipient' || root === 'receiving_user') return whoId ?? undefined;
  if (root === 'relatedto') return whatId ?? undefined;
  return [whoId, whatId].find((id) => id !== null && schema.objectOfPrefix(prefixOf(id))?.name.toLowerCase() === root) ?? undefined;
}

function valuesOf(id: string, paths: readonly string[]): [path: string, value: string][] {
  const transaction = currentTransaction();
  const object = transaction.schema.objectOfPrefix(prefixOf(id));
  const known =
    object === undefined ? [] : paths.map((path) => [path, path.split('.').slice(1)] as const).filter(([, steps]) => exists(object, steps));
  if (object === undefined || known.length === 0) {
    return [];
  }
  const fields = [...new Set(known.map(([, steps]) => steps.join('.').toLowerCase()))].join(', ');
  const [record] = uncountedQuery(transaction, `SELECT ${fields} FROM ${object.name} WHERE Id = :id`, new Map([['id', id]]));
  return known.map(([path, steps]) => {
    const parent = steps
      .slice(0, -1)
      .reduce<SObjectRecord | null>((each, step) => (each?.get(step) ?? null) as SObjectRecord | null, record ?? null);
    const value = parent?.get(steps.at(-1) as string) ?? null;
    return [path.toLowerCase(), value === null ? '' : toApexString(value, runningUser().timeZone)];
  });
}

/** Whether a path leads from an object to a field. */
function exists(object: ObjectDescription, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return false;
  if (rest.length === 0) return object.fields.has(first.toLowerCase());
  const lookup = [...object.fields.values()].find(({ relationshipName }) => relationshipName?.toLowerCase() === first.toLowerCase());
  const parent = lookup?.referenceTo.length === 1 ? currentTransaction().schema.object(lookup.referenceTo[0]) : undefined;
  return parent !== undefined && exists(parent, rest);
}

function renderStored(templateId: string | null, whoId: string | null, whatId: string | null): EmailMessage {
  const message = new EmailMessage();
  message.values.set('TemplateId', templateId ?? raiseNull('Argument 1 cannot be null'));
  message.values.set('TargetObjectId', whoId);
  message.values.set('WhatId', whatId);
  fillInTemplate(message);
  return message;
}

/** The static members of `System.Messaging` that render templates. */
export const templateMembers: LibraryClass['members'] = {
  'static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)': renderStored,
  'static List<Messaging.RenderEmailTemplateBodyResult> renderEmailTemplate(String whoId, String whatId, List<String> bodies)': (
    whoId: string | null,
    whatId: string | null,
    bodies: ApexList | null,
  ) => {
    const merged = merge((bodies ?? raiseNull('Argument 3 cannot be null')).elements as (string | null)[], whoId, whatId);
    const results = merged.map((body) => new RenderedBody(body));
    return new ApexList('Messaging.RenderEmailTemplateBodyResult', results);
  },
};

/** A `Messaging.RenderEmailTemplateBodyResult`. */
class RenderedBody {
  readonly body: string | null;

  constructor(body: string | null) {
    this.body = body;
  }
}

/** What rendering a body gives. */
export const renderedBodyClasses: readonly LibraryClass[] = [
  {
    name: 'Messaging.RenderEmailTemplateBodyResult',
    isInstance: (value) => value instanceof RenderedBody,
    members: describeMembers({
      'List<Messaging.RenderEmailTemplateError> getErrors': () => new ApexList('Messaging.RenderEmailTemplateError'),
      'String getMergedBody': (self: RenderedBody) => self.body,
      'Boolean getSuccess': () => true,
    }),
  },
  { name: 'Messaging.RenderEmailTemplateError', members: describeMembers({ 'String getMessage': () => null }) },
];
