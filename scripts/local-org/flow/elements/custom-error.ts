import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import type { Interview } from '../interview.ts';
import type { CustomErrorElement } from '../metadata/description.ts';
import { mergedText } from '../references.ts';

/** Refuses the record that started the flow, with messages of its own, and ends the interview. */
export function runCustomError(context: FlowContext, interview: Interview, { messages, name }: CustomErrorElement): undefined {
  if (interview.trigger === undefined) {
    throw new FlowFault(`The element ${name} shows an error on the record that started the flow, and no record did.`);
  }
  for (const { text, field } of messages) {
    const message = mergedText(context, interview, text);
    interview.refusals.push({ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === undefined ? [] : [field] });
  }
  interview.end();
}
