import type { LibraryClass } from '../declaration.ts';

/** A `System.Cookie`: what a Visualforce page sets in a browser. */
export class CookieValue {
  readonly name: string;
  readonly value: string | null;
  readonly path: string | null;
  readonly maximumAge: number | null;
  readonly secure: boolean | null;

  constructor(name: string, value: string | null, path: string | null, maximumAge: number | null, secure: boolean | null) {
    this.name = name;
    this.value = value;
    this.path = path;
    this.maximumAge = maximumAge;
    this.secure = secure;
  }
}

type Self = CookieValue;

/** `System.Cookie`. */
export const cookieClass: LibraryClass = {
  name: 'System.Cookie',
  isInstance: (value) => value instanceof CookieValue,
  members: {
    'new(String name, String value, String path, Integer maxAge, Boolean isSecure)': (
      ...parts: [string, string | null, string | null, number | null, boolean | null]
    ) => new CookieValue(...parts),
    'String getDomain()': () => null,
    'Integer getMaxAge()': (self: Self) => self.maximumAge,
    'String getName()': (self: Self) => self.name,
    'String getPath()': (self: Self) => self.path,
    'String getValue()': (self: Self) => self.value,
    'Boolean isSecure()': (self: Self) => self.secure,
  },
};
