const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Gives every custom object the three characters its ids begin with. */
export interface PrefixAllocator {
  prefixFor(objectName: string): string;
}

/** First letters by kind of object, as the platform has them; share objects get a range of their own. */
function series(objectName: string): string {
  if (objectName.endsWith('__mdt')) {
    return 'm';
  }
  if (objectName.endsWith('__e') || objectName.endsWith('ChangeEvent')) {
    return 'e';
  }
  if (objectName.endsWith('__b')) {
    return 'i';
  }
  return objectName.endsWith('__Share') ? 'h' : 'a';
}

/** An allocator that keeps the prefixes known already and hands out the next free ones in the order it is asked. */
export function createPrefixAllocator(known: ReadonlyMap<string, string>): PrefixAllocator {
  const taken = new Set(known.values());
  const next = new Map<string, number>();
  return {
    prefixFor(objectName) {
      const kept = known.get(objectName);
      if (kept !== undefined) {
        return kept;
      }
      const first = series(objectName);
      let number = next.get(first) ?? 0;
      let prefix: string;
      do {
        prefix = `${first}${DIGITS[Math.floor(number / 62)]}${DIGITS[number % 62]}`;
        number++;
      } while (taken.has(prefix));
      next.set(first, number);
      taken.add(prefix);
      return prefix;
    },
  };
}
