const millisecondsADay = 86_400_000;

/** The day so many days after an ISO day; negative for before. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsADay).toISOString().slice(0, 10);
}

/** Days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsADay);
}

/** The earlier of two ISO days. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The later of two ISO days. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** A moment of an ISO day in UTC, as the API takes it. */
export function moment(day: string, hour: number, minute = 0): string {
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;
}

/** So many hours before a moment. */
export function hoursBefore(now: Date, hours: number): string {
  return new Date(now.getTime() - hours * 3_600_000).toISOString();
}
