import type { SourceTree } from '../../metadata/source-tree.ts';
import type { FieldDraft, ObjectDraft } from './drafts.ts';
import { field } from './field-builder.ts';
import type { SourceNames } from './platform-types/source-names.ts';

/** How the field of an event differs from that of the object. */
const OF_EVENTS = { required: false, unique: false, masterDetail: false, deleteConstraint: 'SetNull', createable: true } as const;
const RULES: ReadonlySet<string> = new Set(['childRelationshipName', 'defaultValue', 'lookupFilter']);

function withoutRules(draft: FieldDraft): FieldDraft {
  return Object.fromEntries(Object.entries(draft).filter(([name]) => !RULES.has(name))) as unknown as FieldDraft;
}

/** What only a stored record has. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate']);

/** The event that tells of changes to records of an object: `AccountChangeEvent`, `Job__ChangeEvent`. */
export function changeEventName(objectName: string): string {
  return objectName.endsWith('__c') ? objectName.replace(/__c$/, '__ChangeEvent') : `${objectName}ChangeEvent`;
}

/**
 * The change events that a source names, for the objects that they are about: the fields of the object, none of them required, with a
 * header that says what happened. An org sends them for the objects that its channels select (`PlatformEventChannelMember`).
 */
export function changeEventObjects(
  drafts: readonly ObjectDraft[],
  source: SourceNames,
  tree: SourceTree,
  prefixFor: (name: string) => string,
): ObjectDraft[] {
  const selected = new Set(tree.ofType('PlatformEventChannelMember').map(({ xml }) => xml.textOf('selectedEntity')));
  return drafts
    .filter(({ name, kind }) => (kind === 'standard' || kind === 'custom') && source.has(changeEventName(name)))
    .map((draft) => eventObject(draft, changeEventName(draft.name), selected.has(changeEventName(draft.name)), prefixFor));
}

function eventObject(draft: ObjectDraft, name: string, isSelected: boolean, prefixFor: (name: string) => string): ObjectDraft {
  const readonly = { createable: false, updateable: false };
  const fields = draft.fields.filter((each) => !LEFT_OUT.has(each.name) && each.formula === undefined && each.summary === undefined);
  return {
    ...draft,
    name,
    label: `${draft.label} Change Event`,
    labelPlural: `${draft.label} Change Events`,
    keyPrefix: prefixFor(name),
    kind: 'platformEvent',
    fields: [
      field('Id', 'id', { label: 'Record ID', ...readonly }),
      field('ReplayId', 'string', { label: 'Replay ID', length: 1000 }),
      field('ChangeEventHeader', 'anytype', { label: 'Change Event Header', apexType: 'EventBus.ChangeEventHeader' }),
      ...fields.map((each) => Object.assign(withoutRules(each), OF_EVENTS)),
    ],
    validationRules: [],
    fieldSets: [],
    changesOf: { objectName: draft.name, selected: isSelected },
    triggerable: true,
    createable: true,
    updateable: false,
    deletable: false,
    queryable: false,
  };
}
