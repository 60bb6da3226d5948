import { ApexException } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { chatterFeedClasses } from './chatter-feeds.ts';
import { feedInputClasses } from './feed-inputs.ts';
import { feedOutputClasses } from './feed-outputs.ts';
import { organizationClasses } from './organization.ts';
import { promptTemplateClasses } from './prompt-templates.ts';

const EXCEPTION = 'ConnectApi.ConnectApiException';

/** The namespace `ConnectApi`, as far as posts, comments, the org and prompt templates go. */
export const classes: readonly LibraryClass[] = [
  ...promptTemplateClasses,
  ...feedInputClasses,
  ...feedOutputClasses,
  ...chatterFeedClasses,
  ...organizationClasses,
  { name: 'ConnectApi.BinaryInput', members: {} },
  {
    name: EXCEPTION,
    extends: 'System.Exception',
    isInstance: (value) => value instanceof ApexException && value.typeName === EXCEPTION,
    members: { 'new(String message)': (message: string | null) => new ApexException(EXCEPTION, message) },
  },
];
