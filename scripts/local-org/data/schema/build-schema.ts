import { SetUpError } from '../../metadata/set-up-error.ts';
import type { ScratchDefinition } from '../../metadata/scratch-definition.ts';
import { createSourceTree } from '../../metadata/source-tree.ts';
import type { Component, SourceTree } from '../../metadata/source-tree.ts';
import { picklistValues } from './custom-field.ts';
import { customObject, fieldsOf, validationRulesOf } from './custom-object.ts';
import type { ChildRelationship, FieldDescription, ObjectDescription, Schema, SharingModel } from './description.ts';
import type { FieldDraft, ObjectDraft } from './drafts.ts';
import { fieldSetsOf } from './field-sets.ts';
import { field } from './field-builder.ts';
import { createPrefixAllocator } from './key-prefixes.ts';
import { platformObjects } from './platform-types/platform-objects.ts';
import { sourceNames } from './platform-types/source-names.ts';
import { changeEventObjects } from './change-event-object.ts';
import { shareObject } from './share-object.ts';
import { standardObjects } from './standard/index.ts';
import { STANDARD_VALUE_SETS } from './standard/value-sets.ts';

const SCRATCH_SHARING: Readonly<Record<string, SharingModel>> = {
  private: 'Private',
  read: 'Read',
  readwrite: 'ReadWrite',
  readwritetransfer: 'ReadWriteTransfer',
  fullaccess: 'FullAccess',
  controlledbyparent: 'ControlledByParent',
};

/**
 * Everything the org knows of its objects: the platform's, and what a source tree adds.
 * @param knownPrefixes Key prefixes that a data file already uses, by object name: ids must keep their meaning when objects are added.
 * @throws SetUpError for metadata that does not fit: an unknown field type, a lookup to an object that does not exist.
 */
export function buildSchema(
  tree: SourceTree,
  scratchDefinition: ScratchDefinition,
  knownPrefixes: ReadonlyMap<string, string> = new Map(),
): Schema {
  const prefixes = createPrefixAllocator(knownPrefixes);
  const names = sourceNames(tree);
  const standard = platformObjects(standardObjects, names).map((object) => extendStandard(object, tree, scratchDefinition));
  const custom = customComponents(tree).map((component) => customObject(component, tree, prefixes.prefixFor(component.name)));
  const drafts = [...standard.map((draft) => withCustomTargets(draft, custom, tree)), ...custom];
  const shares = drafts.flatMap((draft) => {
    const share = shareObject(draft, sharingReasons(draft.name, tree), () => prefixes.prefixFor(draft.name.replace(/__c$/, '__Share')));
    return share === undefined ? [] : [share];
  });
  const changeEvents = changeEventObjects(drafts, names, tree, (name) => prefixes.prefixFor(name));
  return assemble(
    [...drafts, ...shares, ...changeEvents].map((draft) => withSummaryTypes(draft, drafts)),
    tree,
  );
}

/** A schema of these objects only, without any source. */
export function schemaOf(objects: readonly ObjectDraft[]): Schema {
  return assemble(objects, createSourceTree([], []));
}

/** Lookups of objects that hang on any other: files, attachments, posts. */
const FIELDS_OF_HANGERS_ON = /^(?:LinkedEntity|Parent|Entity|TargetObject)Id$/;

/** Files hang on every custom object, activities on those that allow them. */
function withCustomTargets(draft: ObjectDraft, custom: readonly ObjectDraft[], tree: SourceTree): ObjectDraft {
  const targets = custom.filter(({ kind }) => kind === 'custom');
  const withActivities = targets.filter(({ name }) => tree.find('CustomObject', name)?.xml.flag('enableActivities') === true);
  const added = (fieldName: string): readonly ObjectDraft[] =>
    FIELDS_OF_HANGERS_ON.test(fieldName) && severalTargets(draft, fieldName) ? targets : fieldName === 'WhatId' ? withActivities : [];
  return {
    ...draft,
    fields: draft.fields.map((each) => ({ ...each, referenceTo: [...each.referenceTo, ...added(each.name).map(({ name }) => name)] })),
  };
}

function severalTargets({ fields }: ObjectDraft, fieldName: string): boolean {
  return fields.some(({ name, referenceTo }) => name === fieldName && referenceTo.length > 3);
}

/** A roll-up summary has the type and decimals of what it sums up; only the child tells. */
function withSummaryTypes(draft: ObjectDraft, drafts: readonly ObjectDraft[]): ObjectDraft {
  return { ...draft, fields: draft.fields.map((each) => (each.summary === undefined ? each : withSummaryType(each, drafts))) };
}

function withSummaryType(each: FieldDraft, drafts: readonly ObjectDraft[]): FieldDraft {
  const [objectName, fieldName] = (each.summary?.summarizedField ?? '').toLowerCase().split('.');
  const source = drafts.find(({ name }) => name.toLowerCase() === objectName)?.fields.find(({ name }) => name.toLowerCase() === fieldName);
  return source === undefined ? each : { ...each, type: source.type, scale: source.scale };
}

function customComponents(tree: SourceTree): Component[] {
  const declared = new Map<string, Component>();
  for (const component of tree.ofType('CustomObject')) {
    if (/__(c|mdt|e|b)$/.test(component.name)) {
      declared.set(component.name.toLowerCase(), component);
    }
  }
  for (const component of tree.ofType('CustomField')) {
    const parent = component.parent as string;
    if (/__(c|mdt|e|b)$/.test(parent) && !declared.has(parent.toLowerCase())) {
      throw new SetUpError(`${component.path}: the object ${parent} has no ${parent}.object-meta.xml; add it.`);
    }
  }
  return [...declared.values()];
}

function sharingReasons(objectName: string, tree: SourceTree): { name: string; label: string }[] {
  return tree.childrenOf('SharingReason', objectName).map(({ xml }) => {
    const name = xml.textOf('fullName') ?? '';
    return { name: name.endsWith('__c') ? name : `${name}__c`, label: xml.textOf('label') ?? name };
  });
}

function extendStandard(object: ObjectDraft, tree: SourceTree, scratchDefinition: ScratchDefinition): ObjectDraft {
  const settings = Object.entries(scratchDefinition.objectSettings ?? {}).find(
    ([name]) => name.toLowerCase() === object.name.toLowerCase(),
  );
  const wanted = settings?.[1].sharingModel;
  const sharingModel = wanted === undefined ? object.sharingModel : SCRATCH_SHARING[wanted.toLowerCase()];
  if (sharingModel === undefined) {
    throw new SetUpError(
      `config/project-scratch-def.json: "${wanted}" is not a sharing model for ${object.name}; use private, read or readWrite.`,
    );
  }
  const sources = ACTIVITIES.has(object.name) ? [object.name, 'Activity'] : [object.name];
  return {
    ...object,
    sharingModel,
    fields: [...object.fields.map((each) => withValueSet(object.name, each, tree)), ...sources.flatMap((source) => fieldsOf(source, tree))],
    validationRules: validationRulesOf(object.name, tree),
    fieldSets: fieldSetsOf(object.name, tree),
  };
}

/** Objects that get the custom fields of `Activity`, which has no rows of its own. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);

function withValueSet(objectName: string, each: FieldDraft, tree: SourceTree): FieldDraft {
  const setName = STANDARD_VALUE_SETS[`${objectName}.${each.name}`];
  const valueSet = setName === undefined ? undefined : tree.find('StandardValueSet', setName);
  return valueSet === undefined ? each : { ...each, picklistValues: picklistValues(valueSet.xml.all('standardValue')) };
}

/** Adds what only the whole shows: record type lookups, children of each object; and checks that lookups lead somewhere. */
function assemble(drafts: readonly ObjectDraft[], tree: SourceTree): Schema {
  const objects = new Map<string, ObjectDescription & { childRelationships: ChildRelationship[] }>();
  for (const draft of drafts) {
    const recordTyped = tree.childrenOf('RecordType', draft.name).length > 0;
    const recordType = field('RecordTypeId', 'reference', {
      label: 'Record Type ID',
      referenceTo: ['RecordType'],
      relationshipName: 'RecordType',
    });
    const fields = recordTyped ? [...draft.fields, recordType] : draft.fields;
    objects.set(draft.name.toLowerCase(), {
      ...draft,
      fields: new Map<string, FieldDescription>(fields.map((each) => [each.name.toLowerCase(), each])),
      childRelationships: [],
    });
  }
  // Events are not stored: they are nobody's children.
  for (const draft of drafts.filter(({ kind }) => kind !== 'platformEvent')) {
    for (const each of draft.fields) {
      for (const target of each.referenceTo) {
        linkChild(objects, draft, each, target, tree);
      }
    }
  }
  const byPrefix = new Map([...objects.values()].map((object) => [object.keyPrefix, object]));
  return {
    object: (name) => objects.get(name.toLowerCase()),
    objects: () => objects.values(),
    objectOfPrefix: (prefix) => byPrefix.get(prefix),
  };
}

function linkChild(
  objects: ReadonlyMap<string, ObjectDescription & { childRelationships: ChildRelationship[] }>,
  child: ObjectDraft,
  reference: FieldDraft,
  target: string,
  tree: SourceTree,
): void {
  const parent = objects.get(target.toLowerCase());
  if (parent === undefined) {
    if (reference.custom) {
      const path = tree.find('CustomField', `${child.name}.${reference.name}`)?.path ?? child.name;
      throw new SetUpError(
        `${path}: the lookup refers to the object ${target}, which is neither in the source nor known to the local org.`,
      );
    }
    return;
  }
  parent.childRelationships.push({
    childObject: child.name,
    field: reference.name,
    ...(reference.childRelationshipName !== undefined && { relationshipName: reference.childRelationshipName }),
    cascadeDelete: reference.deleteConstraint === 'Cascade',
    restrictedDelete: reference.deleteConstraint === 'Restrict',
  });
}
