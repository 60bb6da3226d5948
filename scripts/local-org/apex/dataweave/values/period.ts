import { NANOS_OF_SECOND } from './temporal.ts';

/** A Period: an amount of dates (`P1Y2M3D`), of time (`PT1H`), or both. */
export class PeriodValue {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
  readonly nanos: number;

  constructor(months: number, days: number, seconds = 0, nanos = 0) {
    this.months = months;
    this.days = days;
    this.seconds = seconds + Math.floor(nanos / NANOS_OF_SECOND);
    this.nanos = nanos - Math.floor(nanos / NANOS_OF_SECOND) * NANOS_OF_SECOND;
  }

  /** Undefined when the text is no period. */
  static parse(text: string): PeriodValue | undefined {
    const match =
      /^(-)?P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:\.(\d+))?S)?)?$/.exec(text);
    if (!match || text.endsWith('P') || text.endsWith('T')) {
      return undefined;
    }
    const sign = match[1] ? -1 : 1;
    const [years, months, weeks, days, hours, minutes, seconds] = match.slice(2, 9).map((part) => sign * Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const nanos = sign * Number((match[9] ?? '').padEnd(9, '0').slice(0, 9));
    return new PeriodValue(years * 12 + months, weeks * 7 + days, (hours * 60 + minutes) * 60 + seconds, nanos);
  }

  /** Whether it says nothing of dates: an amount of seconds. */
  get isDuration(): boolean {
    return this.months === 0 && this.days === 0;
  }

  get isOfDates(): boolean {
    return !this.isDuration && this.seconds === 0 && this.nanos === 0;
  }

  /** Seconds, a day taken for 24 hours. */
  get totalSeconds(): number {
    return this.days * 86_400 + this.seconds;
  }

  negate(): PeriodValue {
    return new PeriodValue(0 - this.months, 0 - this.days, 0 - this.seconds, 0 - this.nanos);
  }

  toString(): string {
    const years = Math.trunc(this.months / 12);
    const date = `${part(years, 'Y')}${part(this.months - years * 12, 'M')}${part(this.days, 'D')}`;
    const hours = Math.trunc(this.seconds / 3600);
    const minutes = Math.trunc(this.seconds / 60) % 60;
    const fraction = this.nanos === 0 ? '' : `.${String(this.nanos).padStart(9, '0').replace(/0+$/, '')}`;
    const seconds = this.seconds % 60;
    const time = `${part(hours, 'H')}${part(minutes, 'M')}${seconds === 0 && fraction === '' ? '' : `${seconds}${fraction}S`}`;
    return `P${date}${time === '' ? (date === '' ? 'T0S' : '') : `T${time}`}`;
  }
}

function part(value: number, unit: string): string {
  return value === 0 ? '' : `${value}${unit}`;
}
