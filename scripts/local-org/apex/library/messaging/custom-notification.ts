import { prefixOf } from '../../../data/values/id.ts';
import type { ApexSet } from '../../runtime/collections/set.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { uncountedQuery } from '../running-user.ts';
import { storeMessage } from './store-message.ts';

const GROUP_PREFIX = '00G';
const MAXIMUM_RECIPIENTS = 500;

/** A `Messaging.CustomNotification` in the making. */
export class CustomNotification {
  typeId: string | null = null;
  sender: string | null = null;
  title: string | null = null;
  body: string | null = null;
  targetId: string | null = null;
  targetPageRef: string | null = null;
}

type Self = CustomNotification;

function setter(name: keyof CustomNotification): Native {
  return (self: Self, value: string | null) => {
    self[name] = value;
  };
}

/** Rings the bells of users and of the members of groups. */
export function send(self: Self, users: ApexSet | null): void {
  const transaction = currentTransaction();
  const targets = (users ?? raiseNull('Argument 1 cannot be null')).elements as string[];
  for (const [word, value] of [
    ['notification type ID', self.typeId],
    ['title', self.title],
    ['body', self.body],
    ['target', self.targetId ?? self.targetPageRef],
  ]) {
    if (value === null || value === '') {
      raise('System.HandledException', `Enter a ${word} for the custom notification.`);
    }
  }
  if (targets.length === 0 || targets.length > MAXIMUM_RECIPIENTS) {
    raise('System.HandledException', `A custom notification needs between 1 and ${MAXIMUM_RECIPIENTS} recipients.`);
  }
  for (const recipient of new Set(targets.flatMap(recipientsOf))) {
    storeMessage(transaction, 'BellNotification', {
      RecipientId: recipient,
      TypeId: self.typeId,
      Title: self.title,
      Body: self.body,
      TargetId: self.targetId,
      TargetPageRef: self.targetPageRef,
      IsRead: false,
    });
  }
}

/** The users behind an id: of a queue or group its members, nested groups included. */
function recipientsOf(id: string): string[] {
  if (prefixOf(id) !== GROUP_PREFIX) {
    return [id];
  }
  const members = uncountedQuery(currentTransaction(), 'SELECT UserOrGroupId FROM GroupMember WHERE GroupId = :id', new Map([['id', id]]));
  return members.flatMap((member) => recipientsOf(member.get('UserOrGroupId') as string));
}

/** `Messaging.CustomNotification`: the bell. */
export const customNotificationClass: LibraryClass = {
  name: 'Messaging.CustomNotification',
  isInstance: (value) => value instanceof CustomNotification,
  members: {
    'new()': () => new CustomNotification(),
    'new(String typeId, String sender, String title, String body, String targetId, String targetPageRef)': (
      ...texts: (string | null)[]
    ) => {
      const notification = new CustomNotification();
      const [typeId = null, sender = null, title = null, body = null, targetId = null, targetPageRef = null] = texts;
      return Object.assign(notification, { typeId, sender, title, body, targetId, targetPageRef });
    },
    'void send(Set<String> users)': send,
    'void setNotificationTypeId(String id)': setter('typeId'),
    'void setTitle(String title)': setter('title'),
    'void setBody(String body)': setter('body'),
    'void setTargetId(String id)': setter('targetId'),
    'void setTargetPageRef(String reference)': setter('targetPageRef'),
  },
};
