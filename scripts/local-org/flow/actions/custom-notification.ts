import { CustomNotification, send } from '../../apex/library/messaging/custom-notification.ts';
import { ApexSet } from '../../apex/runtime/collections/set.ts';
import { ApexException, asApexException } from '../../apex/runtime/exception.ts';
import { FlowFault } from '../fault.ts';
import type { FlowContext } from '../flow-context.ts';
import { asText } from '../values.ts';
import { DONE } from './action.ts';
import type { ActionOutcome, ActionRequest } from './action.ts';

/** Rings the bells of users: Send Custom Notification. */
export function notify(_context: FlowContext, _name: string, requests: readonly ActionRequest[]): readonly ActionOutcome[] {
  return requests.map(({ inputs }) => {
    const text = (name: string): string | null => (inputs.get(name) === undefined ? null : asText(inputs.get(name)));
    const notification = Object.assign(new CustomNotification(), {
      typeId: text('customnotiftypeid'),
      sender: text('senderid'),
      title: text('title'),
      body: text('body'),
      targetId: text('targetid'),
      targetPageRef: text('targetpageref'),
    });
    const recipients = inputs.get('recipientids');
    const users = new ApexSet('String', Array.isArray(recipients) ? recipients : [recipients]);
    try {
      send(notification, users);
      return DONE;
    } catch (error) {
      const exception = asApexException(error);
      if (!(exception instanceof ApexException) || !exception.catchable) throw error;
      return { ...DONE, fault: new FlowFault(exception.apexMessage, { cause: exception }) };
    }
  });
}
