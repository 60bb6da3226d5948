import type { Access } from '../../../data/transaction.ts';
import { USER } from '../../../data/transaction.ts';
import { currentSharing } from '../../runtime/current.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';

/** A `System.AccessLevel`. */
export class AccessLevelValue {
  readonly mode: 'user' | 'system';
  /** Of a permission set whose rights count as the user's own. */
  readonly permissionSetId: string | null;

  constructor(mode: 'user' | 'system', permissionSetId: string | null = null) {
    this.mode = mode;
    this.permissionSetId = permissionSetId;
  }

  [PRINTED](): string {
    return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}

const USER_MODE = new AccessLevelValue('user');
const SYSTEM_MODE = new AccessLevelValue('system');

/** What a call runs with: the level it names; without one, system mode within what the class's sharing declaration allows. */
export function accessOf(level: AccessLevelValue | null | undefined): Access {
  if ((level?.permissionSetId ?? null) !== null) {
    raise('System.UnsupportedOperationException', 'AccessLevel.withPermissionSetId is not supported by the local org: it adds no rights');
  }
  return level?.mode === 'user' ? USER : { mode: 'system', sharing: currentSharing() };
}

/** `System.AccessLevel`. */
export const accessLevelClass: LibraryClass = {
  name: 'System.AccessLevel',
  isInstance: (value) => value instanceof AccessLevelValue,
  members: {
    'static AccessLevel USER_MODE': () => USER_MODE,
    'static AccessLevel SYSTEM_MODE': () => SYSTEM_MODE,
    'AccessLevel withPermissionSetId(String permissionSetId)': (self: AccessLevelValue, id: string | null) =>
      new AccessLevelValue(self.mode, id ?? raiseNull('Argument 1 cannot be null')),
  },
};
