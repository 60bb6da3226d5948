import { SObjectRecord } from '../../data/record.ts';
import { BlobValue } from '../../data/values/blob.ts';
import { DateValue } from '../../data/values/date.ts';
import { DatetimeValue } from '../../data/values/datetime.ts';
import { DecimalValue } from '../../data/values/decimal.ts';
import { DoubleValue } from '../../data/values/double.ts';
import { isId, toId18 } from '../../data/values/id.ts';
import { TimeValue } from '../../data/values/time.ts';
import type { Library } from '../library/registry.ts';
import { formatTypeName, parseTypeName } from '../types/type-name.ts';
import type { TypeName } from '../types/type-name.ts';
import { classInfoOf, findClass } from './class-info.ts';
import { ApexList } from './collections/list.ts';
import { ApexMap } from './collections/map.ts';
import { ApexSet } from './collections/set.ts';
import { defineEnum, EnumConstant } from './enum.ts';
import { ApexException, raise } from './exception.ts';
import { toDatetime, toDecimal, toDouble, toLong } from './operators.ts';

type Test = (value: unknown) => boolean;

const isInteger: Test = (value) => typeof value === 'number';
const isLong: Test = (value) => typeof value === 'bigint' || isInteger(value);
const isDouble: Test = (value) => value instanceof DoubleValue || isLong(value);

/** Tests of the types whose values are no objects of a class of their own. Wider numbers include the narrower ones, as on the platform. */
const PRIMITIVES: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['object', () => true],
  ['any', () => true],
  ['integer', isInteger],
  ['long', isLong],
  ['double', (value) => isDouble(value) || value instanceof DecimalValue],
  ['decimal', (value) => isDouble(value) || value instanceof DecimalValue],
  ['string', (value) => typeof value === 'string'],
  ['id', (value) => typeof value === 'string' && isId(value)],
  ['boolean', (value) => typeof value === 'boolean'],
  ['date', (value) => value instanceof DateValue],
  ['datetime', (value) => value instanceof DatetimeValue || value instanceof DateValue],
  ['time', (value) => value instanceof TimeValue],
  ['blob', (value) => value instanceof BlobValue],
  ['sobject', (value) => value instanceof SObjectRecord],
]);

let library: Library | undefined;
let tests = new Map<string, Test>();

/**
 * Tells where library classes are found, and has the constants of its enums; called when a program has been linked, which also forgets what
 * was known of its classes.
 */
export function setInstanceLibrary(classes: Library): void {
  library = classes;
  for (const { name, kind, values } of classes.classes) {
    if (kind === 'enum') {
      defineEnum(name.replace(/^System\./, ''), values ?? []);
    }
  }
  tests = new Map();
}

/** The name of a class of the library by its name in any case, with or without `System.`. */
export function libraryTypeName(name: string): string | undefined {
  return (library?.find(`System.${name}`) ?? library?.find(name))?.name.replace(/^System\.|<.*/g, '');
}

/** Whether a value is an instance of a type given by its canonical name. Null is an instance of nothing. */
export function isInstance(value: unknown, typeName: string): boolean {
  if (value === null || value === undefined) {
    return false;
  }
  let test = tests.get(typeName);
  if (!test) {
    // A class of the project may have the name of one in System: then the namespace tells them apart.
    test = createTest(parseTypeName(typeName), /^System\./i.test(typeName));
    tests.set(typeName, test);
  }
  return test(value);
}

function createTest(type: TypeName, isOfSystem: boolean): Test {
  const name = type.name.toLowerCase();
  const full = formatTypeName(type).toLowerCase();
  if (!isOfSystem && findClass(name)) {
    return (value) => hasAncestor(value, name) || (value instanceof EnumConstant && value.type.toLowerCase() === name);
  }
  const primitive = PRIMITIVES.get(name);
  if (primitive) {
    return primitive;
  }
  const collection = collectionTest(type);
  if (collection) {
    return collection;
  }
  const declared = library?.find(`System.${name}`) ?? library?.find(`Schema.${name}`) ?? library?.find(name);
  if (declared) {
    const plain = name.replace(/^system\./, '');
    const isNative = declared.isInstance ?? ((value: unknown) => value instanceof EnumConstant && value.type.toLowerCase() === plain);
    return (value) => hasAncestor(value, full) || hasAncestor(value, plain) || isNative(value) || implementsNatively(value, declared.name);
  }
  return (value) => value instanceof SObjectRecord && value.description.name.toLowerCase() === name.replace(/^schema\./, '');
}

function hasAncestor(value: unknown, name: string): boolean {
  return classInfoOf(value)?.ancestors.has(name) ?? false;
}

/** Lists and sets are iterable. */
function implementsNatively(value: unknown, name: string): boolean {
  return name.startsWith('System.Iterable') && (value instanceof ApexList || value instanceof ApexSet);
}

function collectionTest({ name, typeArguments }: TypeName): Test | undefined {
  const [first, second] = typeArguments.map(formatTypeName);
  switch (name.toLowerCase()) {
    case 'list':
      return (value) => value instanceof ApexList && fits(value.elementType, first);
    case 'set':
      return (value) => value instanceof ApexSet && fits(value.elementType, first) && !mixesIds(value.elementType, first);
    case 'map':
      return (value) => value instanceof ApexMap && fits(value.keyType, first) && fits(value.valueType, second);
    default:
      return undefined;
  }
}

/** A list of texts may be seen as one of ids and the other way round, a set may not. */
function mixesIds(actual: string, wanted: string | undefined): boolean {
  return (actual === 'Id' && wanted === 'String') || (actual === 'String' && wanted === 'Id');
}

/** Whether a collection made for one type of element may be seen as one of another. */
function fits(actual: string, wanted: string | undefined): boolean {
  return wanted === undefined || fitsPlainly(withoutSchema(actual), withoutSchema(wanted));
}

/** The name of an object is the same with and without its namespace. */
function withoutSchema(name: string): string {
  return name.startsWith('Schema.') ? name.slice('Schema.'.length) : name;
}

function fitsPlainly(actual: string, wanted: string): boolean {
  if (wanted === 'Object' || actual.toLowerCase() === wanted.toLowerCase()) {
    return true;
  }
  const [made, seen] = [parseTypeName(actual), parseTypeName(wanted)];
  if (made.typeArguments.length > 0 && made.name.toLowerCase() === seen.name.toLowerCase()) {
    return made.typeArguments.every((argument, index) =>
      fits(formatTypeName(argument), formatTypeName(seen.typeArguments[index] ?? argument)),
    );
  }
  const isRecord = (name: string): boolean =>
    name === 'SObject' ||
    (!findClass(name) && !PRIMITIVES.has(name.toLowerCase()) && library?.find(`System.${name}`) === undefined && !name.includes('<'));
  if (actual === 'SObject' || wanted === 'SObject') {
    return isRecord(actual) && isRecord(wanted);
  }
  if ((actual === 'Id' && wanted === 'String') || (actual === 'String' && wanted === 'Id')) {
    return true;
  }
  return findClass(actual)?.ancestors.has(wanted.toLowerCase()) ?? false;
}

/** The value as another type, as a cast does it: numbers widen, ids are checked, everything else must be an instance already. */
export function castTo(value: unknown, typeName: string): unknown {
  if (value === null) {
    return null;
  }
  switch (typeName) {
    case 'Decimal':
      return isDouble(value) ? toDecimal(value) : checked(value, typeName);
    case 'Double':
      return isInstance(value, 'Double') ? toDouble(value) : checked(value, typeName);
    case 'Long':
      return isInteger(value) ? toLong(value) : checked(value, typeName);
    case 'Datetime':
      return toDatetime(checked(value, typeName));
    case 'List<Id>':
      return checkedIds(checked(value, typeName) as ApexList);
    case 'Id':
      return typeof value === 'string'
        ? (toId18(value) ?? raise('System.StringException', `Invalid id: ${value}`))
        : checked(value, typeName);
    default:
      return checked(value, typeName);
  }
}

/** A list of texts that is seen as one of ids must hold nothing else. */
function checkedIds(list: ApexList): ApexList {
  if (list.elementType === 'String') {
    list.elements.forEach((element) => castTo(element, 'Id'));
  }
  return list;
}

function checked(value: unknown, typeName: string): unknown {
  if (!isInstance(value, typeName)) {
    raise('System.TypeException', `Invalid conversion from runtime type ${shown(typeNameOf(value))} to ${shown(typeName)}`);
  }
  return value;
}

/** How a message names a type: anything is `ANY` as a type argument. */
function shown(typeName: string): string {
  return typeName.replace(/([<,])Object(?=[>,])/g, '$1ANY');
}

/** The canonical name of a value's own type. */
export function typeNameOf(value: unknown): string {
  const info = classInfoOf(value);
  if (info) {
    return info.name;
  }
  if (value instanceof SObjectRecord) {
    return value.description.name;
  }
  if (value instanceof ApexList) {
    return `List<${value.elementType}>`;
  }
  if (value instanceof ApexSet) {
    return `Set<${value.elementType}>`;
  }
  if (value instanceof ApexMap) {
    return `Map<${value.keyType},${value.valueType}>`;
  }
  if (value instanceof EnumConstant) {
    return value.type;
  }
  return value instanceof ApexException ? value.typeName.replace(/^System\./, '') : primitiveName(value);
}

const NAMES: readonly (readonly [string, Test])[] = [
  ['Integer', isInteger],
  ['Long', isLong],
  ['Double', (value) => value instanceof DoubleValue],
  ['Decimal', (value) => value instanceof DecimalValue],
  ['String', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Date', (value) => value instanceof DateValue],
  ['Datetime', (value) => value instanceof DatetimeValue],
  ['Time', (value) => value instanceof TimeValue],
  ['Blob', (value) => value instanceof BlobValue],
];

function primitiveName(value: unknown): string {
  const known = NAMES.find(([, test]) => test(value))?.[0];
  if (known !== undefined) {
    return known;
  }
  const declared = library?.classes.find(
    (candidate) => candidate.kind !== 'interface' && candidate.name !== 'System.Object' && candidate.isInstance?.(value),
  );
  return declared ? declared.name.replace(/^System\./, '').replace(/<.*/, '') : 'Object';
}
