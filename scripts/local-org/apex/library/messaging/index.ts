import type { LibraryClass } from '../declaration.ts';
import { customNotificationClass } from './custom-notification.ts';
import { emailMessageClasses } from './email-message.ts';
import { renderedBodyClasses } from './email-template.ts';
import { inboundEmailClasses } from './inbound-email.ts';
import { sendEmailClasses } from './send-email.ts';

/** The namespace `Messaging`, and the class of that name. */
export const classes: readonly LibraryClass[] = [
  ...sendEmailClasses,
  ...emailMessageClasses,
  ...renderedBodyClasses,
  customNotificationClass,
  ...inboundEmailClasses,
];
