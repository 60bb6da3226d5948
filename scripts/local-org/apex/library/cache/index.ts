import { DoubleValue } from '../../../data/values/double.ts';
import { findClass, newInstance } from '../../runtime/class-info.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { ApexException, raise, raiseNull } from '../../runtime/exception.ts';
import { invoke } from '../../runtime/invoke.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import type { TypeValue } from '../system/type-value.ts';
import { CachePartition } from './cache-store.ts';

const EXCEPTIONS = [
  'Cache.CacheException',
  'Cache.InvalidCacheBuilderException',
  'Cache.InvalidParamException',
  'Cache.ItemSizeLimitExceededException',
  'Cache.Org.OrgCacheException',
  'Cache.PlatformCacheInvalidOperationException',
  'Cache.Session.SessionCacheException',
  'Cache.SessionCacheException',
  'Cache.SessionCacheNoSessionException',
];

type Self = CachePartition;

/** What a partition does; `Cache.Org` and `Cache.Session` do the same statically with the default partition. */
const operations: Readonly<Record<string, (self: Self, ...args: never[]) => unknown>> = {
  'Boolean contains(String key)': (self, key: string) => self.get(checked(key)) !== null,
  'Map<String, Boolean> contains(Set<String> keys)': (self, keys: ApexSet | null) =>
    byKey('Boolean', keys, (key) => self.get(checked(key)) !== null),
  'Map<String, Object> get(Set<String> keys)': (self, keys: ApexSet | null) => byKey('Object', keys, (key) => self.get(checked(key))),
  'Object get(String key)': (self, key: string) => self.get(checked(key)),
  'Object get(System.Type builder, String key)': load,
  'Set<String> getKeys()': (self) => new ApexSet('String', self.keys()),
  'String getName()': (self) => self.name,
  'Long getNumKeys()': (self) => BigInt(self.keys().length),
  'void put(String key, Object value)': (self, key: string, value: unknown) => self.put(checked(key), value ?? raiseNull(), null),
  'void put(String key, Object value, Integer seconds)': (self, key: string, value: unknown, seconds: number) =>
    self.put(checked(key), value ?? raiseNull(), seconds),
  'void put(String key, Object value, Integer seconds, Cache.Visibility visibility, Boolean immutable)': (
    self,
    key: string,
    value: unknown,
    seconds: number,
  ) => self.put(checked(key), value ?? raiseNull(), seconds),
  'Double getCapacity()': () => new DoubleValue(0),
  'Boolean remove(System.Type builder, String key)': (self, _builder: TypeValue, key: string) => self.remove(checked(key)),
  'Boolean remove(String key)': (self, key: string) => self.remove(checked(key)),
};

/** What is found for each of several keys. */
function byKey(valueType: string, keys: ApexSet | null, find: (key: string) => unknown): ApexMap {
  const found = new ApexMap('String', valueType);
  for (const key of (keys ?? raiseNull('Argument 1 cannot be null')).elements as string[]) {
    found.put(key, find(key));
  }
  return found;
}

function checked(key: string | null): string {
  if (key === null || !/^[a-zA-Z0-9]{1,50}$/.test(key)) {
    return raise('Cache.InvalidParamException', `Invalid key: ${key}. A key has up to 50 letters and digits`);
  }
  return key;
}

/** The value of a key, made by the builder when there is none. */
function load(self: Self, builder: TypeValue, key: string): unknown {
  const known = self.get(checked(key));
  if (known !== null) {
    return known;
  }
  const info = findClass(builder.name) ?? raise('Cache.InvalidParamException', `${builder.name} is no class`);
  const made = invoke(newInstance(info), 'doLoad', [key]);
  if (made !== null) {
    self.put(key, made, null);
  }
  return made;
}

function staticMembers(kind: 'org' | 'session'): Record<string, Native> {
  const members: Record<string, Native> = {};
  for (const [signature, operation] of Object.entries(operations)) {
    members[`static ${signature}`] = (...args: unknown[]) => operation(new CachePartition('default', kind), ...(args as never[]));
  }
  return members;
}

function partitionClass(name: string, kind: 'org' | 'session'): LibraryClass {
  return {
    name,
    extends: 'Cache.Partition',
    isInstance: (value) => value instanceof CachePartition && value.kind === kind,
    members: {},
  };
}

function exceptionClass(name: string): LibraryClass {
  return {
    name,
    extends: 'System.Exception',
    isInstance: (value) => value instanceof ApexException && value.typeName === name,
    members: {},
  };
}

/** The namespace `Cache`: the platform cache. Every partition that code names exists. */
export const classes: readonly LibraryClass[] = [
  { name: 'Cache.CacheBuilder', kind: 'interface', members: { 'Object doLoad(String key)': abstractMember } },
  {
    name: 'Cache.Partition',
    isInstance: (value) => value instanceof CachePartition,
    members: { ...(operations as Record<string, Native>), 'Boolean isAvailable()': () => true },
  },
  partitionClass('Cache.OrgPartition', 'org'),
  partitionClass('Cache.SessionPartition', 'session'),
  {
    name: 'Cache.Org',
    members: {
      ...staticMembers('org'),
      'static Cache.OrgPartition getPartition(String name)': (name: string | null) => new CachePartition(name ?? raiseNull(), 'org'),
    },
  },
  {
    name: 'Cache.Session',
    members: {
      ...staticMembers('session'),
      'static Cache.SessionPartition getPartition(String name)': (name: string | null) =>
        new CachePartition(name ?? raiseNull(), 'session'),
      'static Boolean isAvailable()': () => true,
    },
  },
  { name: 'Cache.Visibility', kind: 'enum', values: ['ALL', 'NAMESPACE'], members: {} },
  ...EXCEPTIONS.map(exceptionClass),
];
