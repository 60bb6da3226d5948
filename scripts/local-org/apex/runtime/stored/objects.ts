import { SObjectRecord } from '../../../data/record.ts';
import type { Content } from '../../../data/record.ts';
import { allocate, classInfoOf, findClass, instanceFields } from '../class-info.ts';
import type { ClassInfo } from '../class-info.ts';
import { ApexList } from '../collections/list.ts';
import { ApexMap } from '../collections/map.ts';
import { ApexSet } from '../collections/set.ts';
import { currentTransaction } from '../current.ts';
import { ApexException, raise } from '../exception.ts';
import { libraryForms } from './library-objects.ts';
import type { LibraryForm } from './library-objects.ts';
import { LostObject } from './lost-object.ts';
import { restorePrimitive, storePrimitive } from './primitives.ts';
import type { Stored } from './primitives.ts';

/** Stubs that a test has put into jobs: they are kept as they are. There are none outside of tests. */
let stubs: object[] = [];

/** The test that made them has ended. */
export function forgetStubs(): void {
  stubs = [];
}

/** A value inside an object: a plain one, or `['@', index]` for an object of the list. */
type Place = Stored;

/** An object: what it is, of which class, and the values in it. */
type StoredObject = readonly [what: string, type: string, values: readonly Place[]];

const REFERENCE = '@';

/**
 * Writes Apex values as text: everything that can be reached from them, each object once, so that what was one object is one again and
 * circles close. Transient fields are left out, as on the platform.
 *
 * @throws System.SerializationException when something among them can't be kept, such as a describe result or a stub.
 */
export function storeObjects(values: readonly unknown[]): string {
  return new Writer().write(values);
}

/**
 * Reads what `storeObjects` wrote, with the classes and objects that the org has now.
 *
 * @throws LostObject when one of them is gone.
 */
export function restoreObjects(text: string): unknown[] {
  return new Reader(JSON.parse(text) as readonly [readonly Place[], readonly StoredObject[]]).read();
}

class Writer {
  private readonly known = new Map<object, number>();
  private readonly waiting: object[] = [];

  write(values: readonly unknown[]): string {
    const places = values.map((value) => this.place(value));
    const objects: StoredObject[] = [];
    // The list grows while it is walked: with what the objects before refer to.
    for (const value of this.waiting) {
      objects.push(this.store(value));
    }
    return JSON.stringify([places, objects]);
  }

  private place(value: unknown): Place {
    const primitive = storePrimitive(value);
    if (primitive !== undefined) {
      return primitive;
    }
    let index = this.known.get(value as object);
    if (index === undefined) {
      index = this.waiting.push(value as object) - 1;
      this.known.set(value as object, index);
    }
    return [REFERENCE, index];
  }

  private places(values: Iterable<unknown>): Place[] {
    return Array.from(values, (value) => this.place(value));
  }

  private store(value: object): StoredObject {
    if (value instanceof ApexList) return ['list', value.elementType, this.places(value.elements)];
    if (value instanceof ApexSet) return ['set', value.elementType, this.places(value.elements)];
    if (value instanceof ApexMap) {
      const pairs = Array.from(value.pairs(), ({ key, value: content }) => [key, content]).flat();
      return ['map', JSON.stringify([value.keyType, value.valueType]), this.places(pairs)];
    }
    if (value instanceof SObjectRecord) {
      return [value.queried ? 'row' : 'record', value.description.name, this.places([...value.contents].flat())];
    }
    if (Array.isArray(value)) return ['array', '', this.places(value)];
    if (value instanceof Map) return ['entries', '', this.places([...(value as Map<unknown, unknown>)].flat())];
    const info = classInfoOf(value);
    if (info) return this.storeInstance(value, info);
    if (value instanceof ApexException) return ['exception', value.typeName, this.members(exceptionParts(value))];
    const form = libraryForms().find(({ isInstance }) => isInstance(value));
    if (form) return ['library', form.name, this.members(form.parts(value))];
    if (Object.getPrototypeOf(value) === Object.prototype) return ['members', '', this.members(value)];
    return notSerializable(value.constructor.name.replace(/Value$/, ''));
  }

  private storeInstance(value: object, info: ClassInfo): StoredObject {
    if (value.constructor !== info.javascriptClass) {
      return ['stub', info.name, [stubs.push(value) - 1]];
    }
    const transient = new Set(instanceFields(info).flatMap(({ isTransient, key }) => (isTransient ? [key, `${key}$value`] : [])));
    const parts = Object.entries(value).filter(([key]) => !transient.has(key));
    if (value instanceof ApexException) {
      parts.push(...Object.entries(exceptionParts(value)));
    }
    return ['instance', info.name, this.members(Object.fromEntries(parts))];
  }

  private members(parts: object): Place[] {
    return this.places(Object.entries(parts).flat());
  }
}

/** The text and the stack of an error are no ordinary properties. */
function exceptionParts(exception: ApexException): Record<string, unknown> {
  return { ...exception, message: exception.message, stack: exception.stack };
}

function notSerializable(name: string): never {
  return raise('System.SerializationException', `Not Serializable: ${name}`);
}

class Reader {
  private readonly roots: readonly Place[];
  private readonly stored: readonly StoredObject[];
  /** Undefined as long as it waits for the others of which it is made. */
  private objects: (object | undefined)[] = [];

  constructor([roots, stored]: readonly [readonly Place[], readonly StoredObject[]]) {
    this.roots = roots;
    this.stored = stored;
  }

  read(): unknown[] {
    this.objects = this.stored.map((one) => this.make(one));
    for (const [index, one] of this.stored.entries()) {
      this.objects[index] ??= this.makeOfParts(one);
    }
    // Keys are found by what is in them, so maps and sets come last, inner ones before outer ones.
    const hashed: number[] = [];
    for (const [index, [what]] of this.stored.entries()) {
      if (what === 'set' || what === 'map') {
        hashed.push(index);
      } else {
        this.fill(index);
      }
    }
    for (const index of hashed.reverse()) {
      this.fill(index);
    }
    return this.roots.map((place) => this.value(place));
  }

  private value(place: Place): unknown {
    return Array.isArray(place) && place[0] === REFERENCE ? this.objects[place[1] as number] : restorePrimitive(place);
  }

  private make([what, type, values]: StoredObject): object | undefined {
    switch (what) {
      case 'list':
        return new ApexList(type);
      case 'set':
        return new ApexSet(type);
      case 'map':
        return new ApexMap(...(JSON.parse(type) as [string, string]));
      case 'record':
      case 'row':
        return new SObjectRecord(objectNamed(type), new Map(), what === 'row');
      case 'array':
        return [];
      case 'entries':
        return new Map();
      case 'members':
        return {};
      case 'exception':
        return new ApexException(type);
      case 'stub':
        return stubs[values[0] as number];
      case 'instance':
        return allocate(classNamed(type));
      default:
        return formNamed(type).empty?.();
    }
  }

  private makeOfParts([, type, values]: StoredObject): object {
    return formNamed(type).make?.(this.membersOf(values)) ?? lost(`class ${type}`);
  }

  private fill(index: number): void {
    const object = this.objects[index] as object;
    const [what, type, places] = this.stored[index];
    if (object instanceof ApexMap) {
      this.pairs(places).forEach(([key, value]) => object.put(key, value));
    } else if (object instanceof ApexSet) {
      places.forEach((place) => object.add(this.value(place)));
    } else if (object instanceof ApexList) {
      object.elements = places.map((place) => this.value(place));
    } else if (object instanceof SObjectRecord) {
      this.pairs(places).forEach(([name, content]) => object.contents.set(name as string, content as Content));
    } else if (Array.isArray(object)) {
      object.push(...places.map((place) => this.value(place)));
    } else if (object instanceof Map) {
      this.pairs(places).forEach(([key, value]) => object.set(key, value));
    } else if (what !== 'stub' && (what !== 'library' || formNamed(type).empty)) {
      Object.assign(object, this.membersOf(places, what === 'instance' ? object : undefined));
    }
  }

  private pairs(places: readonly Place[]): [unknown, unknown][] {
    return Array.from({ length: places.length / 2 }, (_, pair) => [this.value(places[2 * pair]), this.value(places[2 * pair + 1])]);
  }

  /** Members by name; of an instance only those that its class still has. */
  private membersOf(places: readonly Place[], instance?: object): Record<string, unknown> {
    const pairs = this.pairs(places) as [string, unknown][];
    return Object.fromEntries(pairs.filter(([name]) => instance === undefined || name in instance));
  }
}

function formNamed(type: string): LibraryForm {
  return libraryForms().find(({ name }) => name === type) ?? lost(`class ${type}`);
}

function classNamed(name: string): ClassInfo {
  return findClass(name) ?? lost(`class ${name}`);
}

function objectNamed(name: string): SObjectRecord['description'] {
  return currentTransaction().schema.object(name) ?? lost(`object ${name}`);
}

function lost(what: string): never {
  throw new LostObject(`The org has no longer the ${what}`);
}
