import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Store } from '../store/store.ts';

const KEY_LENGTH = 32;

/** Keeps a user's password as a salted scrypt hash. */
export function storePassword(store: Store, userId: string, password: string): void {
  const salt = randomBytes(16);
  const hash = scryptSync(password, salt, KEY_LENGTH);
  store.run('INSERT OR REPLACE INTO "_password" (user, hash) VALUES (?, ?)', [userId, `${salt.toString('hex')}:${hash.toString('hex')}`]);
}

/** Whether this is the user's password; a user without one has none that fits. */
export function passwordFits(store: Store, userId: string, password: string): boolean {
  const [row] = store.select('SELECT hash FROM "_password" WHERE user = ?', [userId]);
  const [salt, hash] = typeof row?.[0] === 'string' ? row[0].split(':') : [];
  if (salt === undefined || hash === undefined) {
    return false;
  }
  return timingSafeEqual(Buffer.from(hash, 'hex'), scryptSync(password, Buffer.from(salt, 'hex'), KEY_LENGTH));
}
