import type { DeleteConstraint, FieldType, SharingModel } from './description.ts';
import { addressField } from './compound-fields.ts';
import { field } from './field-builder.ts';
import type { FieldDraft, ObjectDraft } from './drafts.ts';

/** Which of the fields that the platform fills an object has. */
export type SystemFields = 'deleted' | 'owner' | 'queueOwner' | 'audit' | 'modified' | 'created' | 'viewed';

/** A standard object in short: its fields a line each. */
export interface StandardObject {
  readonly name: string;
  readonly prefix: string;
  readonly label?: string;
  readonly plural?: string;
  readonly sharing?: SharingModel;
  readonly system: readonly SystemFields[];
  /** `creatable` for records that people make; `readonly` for set-up data that only the org itself writes. */
  readonly changes?: 'creatable' | 'readonly';
  readonly triggerable?: boolean;
  /**
   * One field a line: `Name type(arguments) flags`. Types are those of `FieldType`; `(length)` or `(precision,scale)`, `(Object|Object)`
   * for references, `{A|B}` for picklists (a star marks the default). Flags: `required`, `unique`, `external`, `case`, `name`,
   * `readonly`, `createonly`, `nofilter`, `long`, `cascade`, `restrict`, `auto=FORMAT`, `parent=Relationship`, `children=Relationship`,
   * `default=Formula`, `"Label"`.
   */
  readonly fields: string;
}

const TOKEN = /"[^"]*"|\w+=\S+|\w+(?:\([^)]*\))?(?:\{[^}]*\})?/g;

/** Builds the description of a standard object from its short form. */
export function standardObject(source: StandardObject): ObjectDraft {
  const declared = source.fields
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(parseField);
  const fields = [idField(), ...systemFields(source.system, declared)].map((each, _index, all) =>
    each.type === 'address' ? addressField(each.name, each.name.replace(/Address$/, ''), each.label, all) : each,
  );
  const label = source.label ?? spaced(source.name);
  const changeable = source.changes !== 'readonly';
  return {
    name: source.name,
    label,
    labelPlural: source.plural ?? `${label}s`,
    keyPrefix: source.prefix,
    custom: false,
    kind: 'standard',
    fields,
    validationRules: [],
    sharingModel: source.sharing ?? 'ReadWrite',
    nameField: fields.find((candidate) => candidate.nameField)?.name,
    triggerable: source.triggerable ?? changeable,
    createable: changeable,
    updateable: changeable,
    deletable: changeable,
    queryable: true,
  };
}

/** The id field every object has. */
export function idField(): FieldDraft {
  return field('Id', 'id', { label: 'Record ID', length: 18, createable: false, updateable: false });
}

/** The platform's own fields, with the object's fields between the first and the audit ones. */
export function systemFields(system: readonly SystemFields[], declared: readonly FieldDraft[]): FieldDraft[] {
  const has = (name: SystemFields): boolean => system.includes(name);
  const stamp = (name: string, label: string): FieldDraft => field(name, 'datetime', { label, createable: false, updateable: false });
  const user = (name: string, label: string, relationship: string): FieldDraft =>
    field(name, 'reference', {
      label,
      length: 18,
      referenceTo: ['User'],
      relationshipName: relationship,
      createable: false,
      updateable: false,
    });
  const fields: FieldDraft[] = [];
  if (has('deleted')) {
    fields.push(field('IsDeleted', 'boolean', { label: 'Deleted', createable: false, updateable: false }));
  }
  fields.push(...declared);
  if (has('owner') || has('queueOwner')) {
    const referenceTo = has('queueOwner') ? ['Group', 'User'] : ['User'];
    fields.push(field('OwnerId', 'reference', { label: 'Owner ID', length: 18, referenceTo, relationshipName: 'Owner' }));
  }
  if (has('audit') || has('created')) {
    fields.push(stamp('CreatedDate', 'Created Date'), user('CreatedById', 'Created By ID', 'CreatedBy'));
  }
  if (has('audit') || has('modified')) {
    fields.push(stamp('LastModifiedDate', 'Last Modified Date'), user('LastModifiedById', 'Last Modified By ID', 'LastModifiedBy'));
  }
  if (has('audit') || has('created') || has('modified')) {
    fields.push(stamp('SystemModstamp', 'System Modstamp'));
  }
  if (has('viewed')) {
    fields.push(stamp('LastViewedDate', 'Last Viewed Date'), stamp('LastReferencedDate', 'Last Referenced Date'));
  }
  return fields;
}

/** Reads one line of `StandardObject.fields`. */
export function parseField(line: string): FieldDraft {
  const [name, typeToken, ...flags] = line.match(TOKEN) as [string, string, ...string[]];
  const [, typeName, argumentText, valueText] = /^(\w+)(?:\(([^)]*)\))?(?:\{([^}]*)\})?$/.exec(typeToken) as unknown as string[];
  const type = (typeName === 'text' ? 'string' : typeName) as FieldType;
  const settings = new Map(flags.filter((flag) => /^\w+=/.test(flag)).map((flag) => flag.split(/=(.*)/s) as [string, string]));
  const label = flags.find((flag) => flag.startsWith('"'))?.slice(1, -1) ?? spaced(name.replace(/(?<=.)Id$/, ' ID'));
  const isReference = type === 'reference';
  const numbers = isReference || argumentText === undefined ? [] : argumentText.split(',').map(Number);
  const isNumber = type === 'double' || type === 'currency' || type === 'percent' || type === 'int' || type === 'long';
  const readonly = flags.includes('readonly');
  const deleteConstraint: DeleteConstraint = flags.includes('cascade') ? 'Cascade' : flags.includes('restrict') ? 'Restrict' : 'SetNull';
  return field(name, type, {
    label,
    length: isNumber ? 0 : isReference ? 18 : numbers[0],
    precision: isNumber ? numbers[0] : 0,
    scale: numbers[1] ?? 0,
    longText: flags.includes('long'),
    required: flags.includes('required'),
    unique: flags.includes('unique'),
    externalId: flags.includes('external'),
    caseSensitive: flags.includes('case'),
    nameField: flags.includes('name'),
    autoNumber: settings.has('auto'),
    displayFormat: settings.get('auto'),
    createable: !readonly && !settings.has('auto'),
    updateable: !readonly && !settings.has('auto') && !flags.includes('createonly'),
    ...(isReference && {
      referenceTo: (argumentText ?? '').split('|'),
      relationshipName: settings.get('parent') ?? name.replace(/Id$/, ''),
      childRelationshipName: settings.get('children'),
      deleteConstraint,
    }),
    picklistValues: (valueText ?? '')
      .split('|')
      .filter((value) => value !== '')
      .map((value) => {
        const text = value.replace(/\*$/, '');
        return { value: text, label: text, active: true, isDefault: value.endsWith('*') };
      }),
    defaultValue: settings.get('default'),
    ...(flags.includes('nofilter') && { filterable: false, sortable: false, groupable: false }),
  });
}

function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/ {2,}/g, ' ');
}
