import { pad } from './calendar.ts';

const DAY = 86_400_000;

/** An Apex `Time`: milliseconds since midnight, 0 up to but not including 86,400,000. Immutable. */
export class TimeValue {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = ((milliseconds % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute = 0, second = 0, millisecond = 0): TimeValue {
    return new TimeValue(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  /**
   * Reads `14:05:00`, with or without seconds, milliseconds and a closing `Z`.
   *
   * @throws SyntaxError when the text is no time of day.
   */
  static parse(text: string): TimeValue {
    const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
    const [hour, minute, second] = match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : [24, 0, 0];
    if (!match || hour > 23 || minute > 59 || second > 59) {
      throw new SyntaxError(`Invalid time: ${text}`);
    }
    return TimeValue.of(hour, minute, second, Number((match[4] ?? '').padEnd(3, '0')));
  }

  get hour(): number {
    return Math.floor(this.milliseconds / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.milliseconds / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.milliseconds / 1000) % 60;
  }

  get millisecond(): number {
    return this.milliseconds % 1000;
  }

  compare(other: TimeValue): number {
    return Math.sign(this.milliseconds - other.milliseconds);
  }

  equals(other: TimeValue): boolean {
    return this.milliseconds === other.milliseconds;
  }

  /** `14:05:00.000Z`, as Apex and the API print it. */
  toString(): string {
    return `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}.${pad(this.millisecond, 3)}Z`;
  }
}
