/** The ways a decimal number may be rounded; the names are those of Apex `System.RoundingMode`. */
export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

/** All rounding modes, in the order of the platform's enum. */
export const ROUNDING_MODES: readonly RoundingMode[] = [
  'UP',
  'DOWN',
  'CEILING',
  'FLOOR',
  'HALF_UP',
  'HALF_DOWN',
  'HALF_EVEN',
  'UNNECESSARY',
];

/** Thrown by `UNNECESSARY` when digits would be lost. */
export class RoundingNecessary extends Error {
  constructor() {
    super('Rounding necessary');
    this.name = 'RoundingNecessary';
  }
}

/**
 * Divides two whole numbers and rounds the quotient.
 *
 * @throws RangeError when the divisor is zero.
 * @throws RoundingNecessary when the mode is `UNNECESSARY` and there is a remainder.
 */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (remainder === 0n) {
    return quotient;
  }
  const negative = dividend < 0n !== divisor < 0n;
  return roundsAway(remainder, divisor, quotient, negative, mode) ? quotient + (negative ? -1n : 1n) : quotient;
}

function roundsAway(remainder: bigint, divisor: bigint, quotient: bigint, negative: boolean, mode: RoundingMode): boolean {
  const twice = 2n * (remainder < 0n ? -remainder : remainder);
  const whole = divisor < 0n ? -divisor : divisor;
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return !negative;
    case 'FLOOR':
      return negative;
    case 'HALF_UP':
      return twice >= whole;
    case 'HALF_DOWN':
      return twice > whole;
    case 'HALF_EVEN':
      return twice > whole || (twice === whole && quotient % 2n !== 0n);
    case 'UNNECESSARY':
      throw new RoundingNecessary();
  }
}
