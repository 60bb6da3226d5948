/** The parts of an address, in the platform's order. */
export const ADDRESS_PARTS = [
  'city',
  'country',
  'countryCode',
  'geocodeAccuracy',
  'latitude',
  'longitude',
  'postalCode',
  'state',
  'stateCode',
  'street',
] as const;

const EARTH_RADIUS: Readonly<Record<string, number>> = { km: 6371.0088, mi: 3958.7613 };

/** A place: what a location field holds, and a part of an address. Immutable. */
export class LocationValue {
  readonly latitude: number | null;
  readonly longitude: number | null;

  constructor(latitude: number | null, longitude: number | null) {
    this.latitude = latitude;
    this.longitude = longitude;
  }

  /** The length of the great circle to another place in `km` or `mi`; null when one of the two is not known. */
  distanceTo(other: LocationValue, unit: string): number | null {
    const radius = EARTH_RADIUS[unit.toLowerCase()];
    if (radius === undefined) {
      throw new RangeError(`Invalid distance unit: ${unit}. Valid unit are 'mi' or 'km'.`);
    }
    const [here, there] = [this.#inRadians(), other.#inRadians()];
    if (here === null || there === null) {
      return null;
    }
    const half = (angle: number): number => Math.sin(angle / 2) ** 2;
    const chord = half(there.north - here.north) + Math.cos(here.north) * Math.cos(there.north) * half(there.east - here.east);
    return 2 * radius * Math.asin(Math.sqrt(chord));
  }

  #inRadians(): { north: number; east: number } | null {
    const { latitude, longitude } = this;
    return latitude === null || longitude === null ? null : { north: (latitude * Math.PI) / 180, east: (longitude * Math.PI) / 180 };
  }

  /** As a client of the API gets it. */
  toJSON(): Readonly<Record<string, unknown>> {
    return { latitude: this.latitude, longitude: this.longitude };
  }

  toString(): string {
    return `API location: ${this.latitude} ${this.longitude}`;
  }
}

/** The whole of an address: what a field such as `BillingAddress` holds. Immutable. */
export class AddressValue extends LocationValue {
  readonly #texts: ReadonlyMap<string, string>;

  /** @param parts The parts that are known, by their names (see `ADDRESS_PARTS`). */
  constructor(parts: Readonly<Record<string, string | number | null>>) {
    super(numberOf(parts.latitude), numberOf(parts.longitude));
    this.#texts = new Map(Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === 'string'));
  }

  /** A part that is text. */
  text(part: string): string | null {
    return this.#texts.get(part) ?? null;
  }

  override toJSON(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      ADDRESS_PARTS.filter((part) => !part.endsWith('Code') || this.text(part) !== null || part === 'postalCode').map((part) => [
        part,
        part === 'latitude' || part === 'longitude' ? this[part] : this.text(part),
      ]),
    );
  }

  override toString(): string {
    const { latitude, longitude } = this;
    const texts = ADDRESS_PARTS.filter((part) => part !== 'latitude' && part !== 'longitude').map((part) => this.text(part));
    return `Address[${[...texts, latitude, longitude].filter((part) => part !== null).join(', ')}]`;
  }
}

function numberOf(value: string | number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
