import { SObjectRecord } from '../../../data/record.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import { ApexMap } from '../../runtime/collections/map.ts';
import { ApexSet } from '../../runtime/collections/set.ts';
import { CollectionIterator } from '../../runtime/collections/iterator.ts';
import { raise } from '../../runtime/exception.ts';
import { valuesAreSame } from '../../runtime/equality.ts';
import { hashOf } from '../../runtime/hash.ts';
import { toApexString } from '../../runtime/text.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass } from '../declaration.ts';
import { cloneRecord } from './sobject-copy.ts';
import { typeOfRecords } from '../schema/tokens.ts';

type Values = Iterable<unknown> | null;

/** `System.List`. Constructors receive the element type first. */
export const listClass: LibraryClass = {
  name: 'System.List<T>',
  implements: ['System.Iterable<T>'],
  isInstance: (value) => value instanceof ApexList,
  members: {
    'new()': (elementType: string) => new ApexList(elementType),
    // A list that is null makes an empty one, a set that is null doesn't.
    'new(List<T> elements)': (elementType: string, elements: Values) => listOf(elementType, elements ?? []),
    'new(Set<T> elements)': listOf,
    'new(Integer size)': (elementType: string, size: number) => ApexList.ofSize(elementType, size),
    'void add(T element)': (self: ApexList, element: unknown) => self.add(element),
    'void add(Integer index, T element)': (self: ApexList, index: number, element: unknown) => self.insert(index, element),
    'void addAll(List<T> elements)': (self: ApexList, elements: Values) => self.addAll(elements),
    'void addAll(Set<T> elements)': (self: ApexList, elements: Values) => self.addAll(elements),
    'void clear()': (self: ApexList) => self.clear(),
    'List<T> clone()': (self: ApexList) => self.clone(),
    'Boolean contains(T element)': (self: ApexList, element: unknown) => self.contains(element),
    'List<T> deepClone()': (self: ApexList) => deepClone(self, false, false, false),
    'List<T> deepClone(Boolean preserveId)': (self: ApexList, id: boolean) => deepClone(self, id, false, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveTimestamps)': (self: ApexList, id: boolean, stamps: boolean) =>
      deepClone(self, id, stamps, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveTimestamps, Boolean preserveAutonumber)': deepClone,
    'Boolean equals(List<T> other)': (self: ApexList, other: unknown) => valuesAreSame(self, other),
    'T get(Integer index)': (self: ApexList, index: number) => self.get(index),
    'Schema.SObjectType getSObjectType()': (self: ApexList) => typeOfRecords(self.elementType),
    'Integer hashCode()': hashOf,
    'Integer indexOf(T element)': (self: ApexList, element: unknown) => self.indexOf(element),
    'Boolean isEmpty()': (self: ApexList) => self.size === 0,
    'Iterator<T> iterator()': (self: ApexList) => self.iterator(),
    'T remove(Integer index)': (self: ApexList, index: number) => self.remove(index),
    'void set(Integer index, T element)': (self: ApexList, index: number, element: unknown) => self.set(index, element),
    'Integer size()': (self: ApexList) => self.size,
    'void sort()': (self: ApexList) => self.sort(),
    'void sort(Comparator<T> comparator)': (self: ApexList, comparator: unknown) => self.sortBy(comparator),
    'String toString()': (self: ApexList) => toApexString(self),
  },
};

function listOf(elementType: string, elements: Values): ApexList {
  const list = new ApexList(elementType);
  list.addAll(elements);
  return list;
}

function deepClone(self: ApexList, id: boolean, stamps: boolean, autonumber: boolean): ApexList {
  const copies = self.elements.map((element) => {
    if (element !== null && !(element instanceof SObjectRecord)) {
      raise('System.TypeException', 'deepClone is only supported for lists of records');
    }
    return element instanceof SObjectRecord ? cloneRecord(element, { id, deep: true, stamps, autonumber }) : element;
  });
  return new ApexList(self.elementType, copies);
}

/** `System.Set`. Constructors receive the element type first. */
export const setClass: LibraryClass = {
  name: 'System.Set<T>',
  implements: ['System.Iterable<T>'],
  isInstance: (value) => value instanceof ApexSet,
  members: {
    'new()': (elementType: string) => new ApexSet(elementType),
    'new(Set<T> elements)': setOf,
    'new(List<T> elements)': setOf,
    'Boolean add(T element)': (self: ApexSet, element: unknown) => self.add(element),
    'Boolean addAll(List<T> elements)': (self: ApexSet, elements: Values) => self.addAll(elements),
    'Boolean addAll(Set<T> elements)': (self: ApexSet, elements: Values) => self.addAll(elements),
    'void clear()': (self: ApexSet) => self.clear(),
    'Set<T> clone()': (self: ApexSet) => self.clone(),
    'Boolean contains(T element)': (self: ApexSet, element: unknown) => self.contains(element),
    'Boolean containsAll(List<T> elements)': (self: ApexSet, elements: Values) => self.containsAll(elements),
    'Boolean containsAll(Set<T> elements)': (self: ApexSet, elements: Values) => self.containsAll(elements),
    'Boolean equals(Set<Object> other)': (self: ApexSet, other: unknown) => valuesAreSame(self, other),
    'Integer hashCode()': hashOf,
    'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
    'Iterator<T> iterator()': (self: ApexSet) => self.iterator(),
    'Boolean remove(T element)': (self: ApexSet, element: unknown) => self.remove(element),
    'Boolean removeAll(List<T> elements)': (self: ApexSet, elements: Values) => self.removeAll(elements),
    'Boolean removeAll(Set<T> elements)': (self: ApexSet, elements: Values) => self.removeAll(elements),
    'Boolean retainAll(List<T> elements)': (self: ApexSet, elements: Values) => self.retainAll(elements),
    'Boolean retainAll(Set<T> elements)': (self: ApexSet, elements: Values) => self.retainAll(elements),
    'Integer size()': (self: ApexSet) => self.size,
    'String toString()': (self: ApexSet) => toApexString(self),
  },
};

function setOf(elementType: string, elements: Values): ApexSet {
  const set = new ApexSet(elementType);
  set.addAll(elements);
  return set;
}

/** `System.Map`. Constructors receive the types of key and value first. */
export const mapClass: LibraryClass = {
  name: 'System.Map<K, V>',
  isInstance: (value) => value instanceof ApexMap,
  members: {
    'new()': (keyType: string, valueType: string) => new ApexMap(keyType, valueType),
    'new(Map<K, V> entries)': (keyType: string, valueType: string, entries: ApexMap | null) => {
      const map = new ApexMap(keyType, valueType);
      map.putAll(entries);
      return map;
    },
    'new(List<SObject> records)': (keyType: string, valueType: string, records: Values) => ApexMap.ofRecords(keyType, valueType, records),
    'void clear()': (self: ApexMap) => self.clear(),
    'Map<K, V> clone()': (self: ApexMap) => self.clone(),
    'Boolean containsKey(K key)': (self: ApexMap, key: unknown) => self.containsKey(key),
    'Map<K, V> deepClone()': (self: ApexMap) => {
      const copy = new ApexMap(self.keyType, self.valueType);
      for (const { key, value } of self.pairs()) {
        copy.put(
          key,
          value instanceof SObjectRecord ? cloneRecord(value, { id: true, deep: true, stamps: true, autonumber: true }) : value,
        );
      }
      return copy;
    },
    'Boolean equals(Map<K, V> other)': (self: ApexMap, other: unknown) => valuesAreSame(self, other),
    'V get(K key)': (self: ApexMap, key: unknown) => self.get(key),
    'Schema.SObjectType getSObjectType()': (self: ApexMap) => typeOfRecords(self.valueType),
    'Integer hashCode()': hashOf,
    'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
    'Set<K> keySet()': (self: ApexMap) => self.keySet(),
    'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
    'void putAll(Map<K, V> entries)': (self: ApexMap, entries: ApexMap | null) => self.putAll(entries),
    'void putAll(List<SObject> records)': (self: ApexMap, records: Values) => self.putRecords(records),
    'V remove(K key)': (self: ApexMap, key: unknown) => self.remove(key),
    'Integer size()': (self: ApexMap) => self.size,
    'String toString()': (self: ApexMap) => toApexString(self),
    'List<V> values()': (self: ApexMap) => self.values(),
  },
};

/** `System.Iterator`: implemented by Apex classes and by what collections give. */
export const iteratorInterface: LibraryClass = {
  name: 'System.Iterator<T>',
  kind: 'interface',
  isInstance: (value) => value instanceof CollectionIterator,
  members: {
    'Boolean hasNext()': abstractMember,
    'T next()': abstractMember,
  },
};

/** `System.Iterable`: implemented by Apex classes, lists and sets. */
export const iterableInterface: LibraryClass = {
  name: 'System.Iterable<T>',
  kind: 'interface',
  isInstance: (value) => value instanceof ApexList || value instanceof ApexSet,
  members: { 'Iterator<T> iterator()': abstractMember },
};

/** `System.Comparable`. */
export const comparableInterface: LibraryClass = {
  name: 'System.Comparable',
  kind: 'interface',
  members: { 'Integer compareTo(Object other)': abstractMember },
};

/** `System.Comparator`. */
export const comparatorInterface: LibraryClass = {
  name: 'System.Comparator<T>',
  kind: 'interface',
  members: { 'Integer compare(T left, T right)': abstractMember },
};

/** `System.Callable`. */
export const callableInterface: LibraryClass = {
  name: 'System.Callable',
  kind: 'interface',
  members: { 'Object call(String action, Map<String, Object> arguments)': abstractMember },
};
