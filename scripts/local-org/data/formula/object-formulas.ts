import type { SObjectRecord, Value } from '../record.ts';
import type { FieldDescription, ObjectDescription, Schema, ValidationRule } from '../schema/description.ts';
import type { Security } from '../security/security.ts';
import { encode, formulaFunction } from '../store/columns.ts';
import type { SqlValue } from '../store/columns.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Store } from '../store/store.ts';
import { LocationValue } from '../values/compound.ts';
import { DatetimeValue } from '../values/datetime.ts';
import { prefixOf } from '../values/id.ts';
import { isTrue, toNumber, toText } from './arithmetic.ts';
import { compileFormula } from './compile.ts';
import type { CompiledFormula, FormulaContext } from './compile.ts';
import { readGlobal } from './globals.ts';

/** Who asks, and when: formulas may name the running user and the present moment. */
export interface FormulaSurroundings {
  readonly userId: string;
  readonly timeZone: string;
  now(): number;
}

/** What formulas read from. */
export interface FormulaSources {
  readonly schema: Schema;
  readonly records: RecordStore;
  readonly store: Store;
  readonly security: () => Security;
  /** The text of a custom label in the running user's language; undefined when there is none of that name. */
  readonly label: (name: string) => string | undefined;
  readonly surroundings: () => FormulaSurroundings;
}

interface CompiledField {
  readonly field: FieldDescription;
  readonly formula: CompiledFormula;
}

/** The formulas of every object, each compiled once: formula fields, validation rules, default values. */
export class ObjectFormulas {
  readonly #sources: FormulaSources;
  readonly #fields = new WeakMap<ObjectDescription, readonly CompiledField[]>();
  readonly #rules = new WeakMap<ObjectDescription, readonly { rule: ValidationRule; formula: CompiledFormula }[]>();
  readonly #defaults = new WeakMap<ObjectDescription, readonly CompiledField[]>();
  readonly #others = new WeakMap<ObjectDescription, Map<string, CompiledFormula>>();

  constructor(sources: FormulaSources) {
    this.#sources = sources;
  }

  /** Compiles every formula of the org, so that a mistake in one shows at the start; and lets SQL call the formula fields. */
  prepare(): void {
    for (const object of this.#sources.schema.objects()) {
      this.#rulesOf(object);
      this.#defaultsOf(object);
      for (const { field } of this.#fieldsOf(object)) {
        const name = formulaFunction(object, field).slice(1, -1);
        this.#sources.store.database.function(name, { deterministic: false }, (id) => this.#sqlValue(object, field, id));
      }
    }
  }

  hasFormulaFields(object: ObjectDescription): boolean {
    return this.#fieldsOf(object).length > 0;
  }

  /** Puts the values of the object's formula fields into a whole record. */
  fillIn(record: SObjectRecord): void {
    for (const { field, formula } of this.#fieldsOf(record.description)) {
      record.contents.set(field.name.toLowerCase(), fitted(field, formula.evaluate(this.#context(record, undefined, false))));
    }
  }

  /** The validation rules that refuse the record. */
  refusals(record: SObjectRecord, old: SObjectRecord | undefined): ValidationRule[] {
    const rules = this.#rulesOf(record.description);
    if (rules.length === 0) {
      return [];
    }
    const context = this.#context(record, old, old === undefined);
    return rules.filter(({ formula }) => isTrue(formula.evaluate(context))).map(({ rule }) => rule);
  }

  /** Gives a new record the default values of the fields nobody set. */
  fillInDefaults(record: SObjectRecord): void {
    for (const { field, formula } of this.#defaultsOf(record.description)) {
      const key = field.name.toLowerCase();
      if (!record.contents.has(key)) {
        record.contents.set(key, fitted(field, formula.evaluate(this.#context(record, undefined, true))));
      }
    }
  }

  /**
   * The value of a formula that automation has about the object of a record: the criteria of a rule, the new value of a field.
   * @param where what the formula belongs to, for the message.
   * @param old the record before the save; absent while it is new.
   * @throws FormulaError when it can't be read or names what is not there.
   */
  valueOf(text: string, where: string, record: SObjectRecord, old?: SObjectRecord, isNew = false): Value {
    return this.formula(text, where, record.description).evaluate(this.#context(record, old, isNew));
  }

  /** Such a formula, compiled once. */
  formula(text: string, where: string, object: ObjectDescription): CompiledFormula {
    const formulas = remembered(this.#others, object, () => new Map<string, CompiledFormula>());
    const key = `${where}\n${text}`;
    const compiled = formulas.get(key) ?? this.#compile(text, object, where, false);
    formulas.set(key, compiled);
    return compiled;
  }

  /** The value at a path from a record (`['Account', 'Industry']`, in any case), or of a global (`['$User', 'Id']`). */
  valueAt(record: SObjectRecord, path: readonly string[]): Value {
    return path[0]?.startsWith('$') === true ? readGlobal(path, this.#sources) : this.#read(record, path);
  }

  /** The value of a global such as `['$User', 'Id']`. Throws `SetUpError` for one that there isn't. */
  global(path: readonly string[]): Value {
    return readGlobal(path, this.#sources);
  }

  #fieldsOf(object: ObjectDescription): readonly CompiledField[] {
    return remembered(this.#fields, object, () =>
      [...object.fields.values()]
        .filter((field) => field.formula !== undefined)
        .map((field) => ({ field, formula: this.#compile(field.formula as string, object, field.name, field.blanksAsZero ?? true) })),
    );
  }

  #rulesOf(object: ObjectDescription): readonly { rule: ValidationRule; formula: CompiledFormula }[] {
    return remembered(this.#rules, object, () =>
      object.validationRules.map((rule) => ({ rule, formula: this.#compile(rule.formula, object, rule.name, false) })),
    );
  }

  #defaultsOf(object: ObjectDescription): readonly CompiledField[] {
    return remembered(this.#defaults, object, () =>
      [...object.fields.values()]
        .filter((field) => field.defaultValue !== undefined && field.defaultValue !== '')
        .map((field) => ({ field, formula: this.#compile(field.defaultValue as string, object, field.name, false) })),
    );
  }

  #compile(text: string, object: ObjectDescription, name: string, blanksAsZero: boolean): CompiledFormula {
    return compileFormula(text, this.#sources.schema, object, `${object.name}.${name}`, { blanksAsZero });
  }

  #sqlValue(object: ObjectDescription, field: FieldDescription, id: unknown): SqlValue {
    const record = typeof id === 'string' ? this.#sources.records.loadOne(object, id) : undefined;
    return record === undefined ? null : encode(field, this.#calculate(record, field));
  }

  #calculate(record: SObjectRecord, field: FieldDescription): Value {
    const compiled = this.#fieldsOf(record.description).find((candidate) => candidate.field === field) as CompiledField;
    return fitted(field, compiled.formula.evaluate(this.#context(record, undefined, false)));
  }

  #context(record: SObjectRecord, old: SObjectRecord | undefined, isNew: boolean): FormulaContext {
    const { surroundings } = this.#sources;
    return {
      isNew,
      read: (path) => this.#read(record, path),
      prior: (name) => (old === undefined ? this.#read(record, [name]) : this.#read(old, [name])),
      now: () => surroundings().now(),
      today: () => new DatetimeValue(surroundings().now()).date(surroundings().timeZone),
      global: (path) => readGlobal(path, this.#sources),
    };
  }

  #read(record: SObjectRecord, path: readonly string[]): Value {
    const [first, ...rest] = path as [string, ...string[]];
    const { description } = record;
    if (rest.length === 0) {
      const field = description.fields.get(first.toLowerCase());
      if (field?.parts?.['latitude'] !== undefined) {
        return locationOf(record, field.parts);
      }
      return field?.formula === undefined ? ((record.contents.get(first.toLowerCase()) ?? null) as Value) : this.#calculate(record, field);
    }
    const [relationship, target] = first.toLowerCase().split(':');
    const lookup = [...description.fields.values()].find(({ relationshipName }) => relationshipName?.toLowerCase() === relationship);
    const id = lookup === undefined ? null : record.contents.get(lookup.name.toLowerCase());
    if (typeof id !== 'string') {
      return null;
    }
    const object = this.#sources.schema.objectOfPrefix(prefixOf(id));
    const isMeant = target === undefined || object?.name.toLowerCase() === target;
    const parent = object === undefined || !isMeant ? undefined : this.#sources.records.loadOne(object, id);
    return parent === undefined ? null : this.#read(parent, rest);
  }
}

/** The place that a location or an address of a record is made of. */
function locationOf(record: SObjectRecord, parts: Readonly<Record<string, string>>): Value {
  const degrees = (part: string): number | null => toNumber((record.get(parts[part] ?? '') ?? null) as Value)?.toNumber() ?? null;
  return new LocationValue(degrees('latitude'), degrees('longitude'));
}

function remembered<V>(cache: WeakMap<ObjectDescription, V>, object: ObjectDescription, build: () => V): V {
  let value = cache.get(object);
  if (value === undefined) {
    value = build();
    cache.set(object, value);
  }
  return value;
}

/** The result of a formula as a value of the field: number of decimals, text, or true and false. */
function fitted(field: FieldDescription, value: Value): Value {
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
      return toNumber(value)?.setScale(field.scale, 'HALF_UP') ?? null;
    case 'int':
      return toNumber(value)?.setScale(0, 'HALF_UP').toNumber() ?? null;
    case 'boolean':
      return isTrue(value);
    case 'date':
    case 'datetime':
    case 'time':
      return value;
    default: {
      const text = value === null ? '' : toText(value);
      return text === '' ? null : text;
    }
  }
}
