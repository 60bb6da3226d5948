import type { Action } from './action.ts';
import { callApex } from './apex.ts';
import { notify } from './custom-notification.ts';
import { sendSimpleEmail } from './email-simple.ts';
import { startFlow } from './flow.ts';

/** The types of actions that flows may use, by their name in the metadata. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  apex: callApex,
  customNotificationAction: notify,
  emailSimple: sendSimpleEmail,
  flow: startFlow,
};
