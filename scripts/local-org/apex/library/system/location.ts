import { AddressValue, LocationValue } from '../../../data/values/compound.ts';
import type { DecimalValue } from '../../../data/values/decimal.ts';
import { DoubleValue } from '../../../data/values/double.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import type { LibraryClass, Native } from '../declaration.ts';

const degrees = (value: number | null): DoubleValue | null => (value === null ? null : new DoubleValue(value));

function numberOf(value: DecimalValue | DoubleValue | null): number | null {
  return value === null ? null : value instanceof DoubleValue ? value.value : value.toNumber();
}

function distance(from: LocationValue | null, to: LocationValue | null, unit: string | null): DoubleValue | null {
  try {
    return degrees(
      (from ?? raiseNull()).distanceTo(to ?? raiseNull('Argument 1 cannot be null'), unit ?? raiseNull('Argument 2 cannot be null')),
    );
  } catch (error) {
    if (error instanceof RangeError) raise('System.IllegalArgumentException', error.message);
    throw error;
  }
}

/** `System.Location`: a place in degrees, also what a location field holds. */
export const locationClass: LibraryClass = {
  name: 'System.Location',
  isInstance: (value) => value instanceof LocationValue && !(value instanceof AddressValue),
  members: {
    'Double latitude': (self: LocationValue) => degrees(self.latitude),
    'Double longitude': (self: LocationValue) => degrees(self.longitude),
    'Double getLatitude()': (self: LocationValue) => degrees(self.latitude),
    'Double getLongitude()': (self: LocationValue) => degrees(self.longitude),
    'Double getDistance(Location to, String unit)': distance,
    'static Double getDistance(Location from, Location to, String unit)': distance,
    'static Location newInstance(Decimal latitude, Decimal longitude)': (latitude: DecimalValue | null, longitude: DecimalValue | null) =>
      new LocationValue(numberOf(latitude), numberOf(longitude)),
  },
};

/** The texts of an address, as a property and as a getter. */
function texts(): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const part of ['City', 'Country', 'CountryCode', 'GeocodeAccuracy', 'PostalCode', 'State', 'StateCode', 'Street']) {
    const name = `${part.charAt(0).toLowerCase()}${part.slice(1)}`;
    const read: Native = (self: AddressValue) => self.text(name);
    members[`String ${name}`] = read;
    members[`String get${part}()`] = read;
  }
  return members;
}

/** `System.Address`: what an address field of a queried record holds. */
export const addressClass: LibraryClass = {
  name: 'System.Address',
  extends: 'System.Location',
  isInstance: (value) => value instanceof AddressValue,
  members: texts(),
};
