import type { AskView } from 'c/permissionService';
import { fill } from 'c/wording';
import { labels } from './labels';

/** What an answer led to, for whoever gave it: the requester was told. */
export function decidedInWords({ status, insteadName, requestedByName }: AskView): string {
  const declined = insteadName ? labels.instead : labels.declined;
  return fill(status === 'Approved' ? labels.approved : declined, requestedByName ?? '');
}
