import { storeMessage } from '../../apex/library/messaging/store-message.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import { asText } from '../values.ts';
import { DONE } from './action.ts';
import type { ActionOutcome, ActionRequest } from './action.ts';

const INPUTS: ReadonlySet<string> = new Set([
  'emailaddresses',
  'emailaddressesarray',
  'ccrecipientaddresslist',
  'bccrecipientaddresslist',
  'emailbody',
  'emailsubject',
  'senderaddress',
  'sendertype',
  'sendrichbody',
  'uselinebreaks',
]);

/** Sends mails: Send Email with a body of its own. */
export function sendSimpleEmail({ transaction }: FlowContext, _name: string, requests: readonly ActionRequest[]): readonly ActionOutcome[] {
  return requests.map(({ inputs }) => {
    const unknown = [...inputs.keys()].find((name) => !INPUTS.has(name));
    if (unknown !== undefined) {
      return { ...DONE, fault: new FlowFault(`The local org does not support the input ${unknown} of Send Email.`) };
    }
    const to = [...addresses(inputs.get('emailaddresses')), ...addresses(inputs.get('emailaddressesarray'))];
    if (to.length === 0) {
      return { ...DONE, fault: new FlowFault('Required input parameter is missing: emailAddresses') };
    }
    transaction.limits.consume('emails', 1);
    const body = inputs.get('sendrichbody') === true ? 'HtmlBody' : 'TextBody';
    storeMessage(transaction, 'OutboxMail', {
      FromId: transaction.userId,
      ToAddresses: to.join('; '),
      CcAddresses: addresses(inputs.get('ccrecipientaddresslist')).join('; '),
      BccAddresses: addresses(inputs.get('bccrecipientaddresslist')).join('; '),
      Subject: asText(inputs.get('emailsubject')),
      [body]: asText(inputs.get('emailbody')),
    });
    return DONE;
  });
}

/** Addresses in a collection or in a text with commas. */
function addresses(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(asText) : asText(value).split(',');
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
