import assert from 'node:assert/strict';
import { test } from 'node:test';
import { componentName, elements, fields, filesEndingIn, holdsRecords, readXml, text, textOf } from './package-source.ts';

const sets = new Map(filesEndingIn('.permissionset-meta.xml').map((file) => [componentName(file), readXml(file)]));

function readable(set: string): string[] {
  return elements(sets.get(set), 'fieldPermissions')
    .filter((permission) => text(permission, 'readable') === 'true')
    .map((permission) => text(permission, 'field') ?? '');
}

function editable(set: string): string[] {
  return elements(sets.get(set), 'fieldPermissions')
    .filter((permission) => text(permission, 'editable') === 'true')
    .map((permission) => text(permission, 'field') ?? '');
}

function objectPermission(set: string, object: string, permission: string): boolean {
  const found = elements(sets.get(set), 'objectPermissions').find((candidate) => text(candidate, 'object') === object);
  return found !== undefined && text(found, permission) === 'true';
}

test('there is a set for each of the four roles', () => {
  assert.deepEqual([...sets.keys()].sort(), [
    'Vouchsafe_Account_Owner',
    'Vouchsafe_Ops',
    'Vouchsafe_Program_Manager',
    'Vouchsafe_Requester',
  ]);
});

test('every field can be read by the holders of at least one set', () => {
  const granted = new Set([...sets.keys()].flatMap(readable));
  const forgotten = fields.filter(holdsRecords).filter((field) => !granted.has(`${field.object}.${field.name}`));
  assert.deepEqual(
    forgotten.map((field) => field.file),
    [],
  );
});

test('every field in a set exists', () => {
  const known = new Set(fields.map((field) => `${field.object}.${field.name}`));
  for (const set of sets.keys()) {
    assert.deepEqual(
      readable(set).filter((field) => !known.has(field)),
      [],
      set,
    );
  }
});

test('who an advocate is can be read by account owners and program managers only', () => {
  for (const field of ['Advocate__c.Contact__c', 'Advocate__c.Contact_Key__c']) {
    const holders = [...sets.keys()].filter((set) => readable(set).includes(field)).sort();
    assert.deepEqual(holders, ['Vouchsafe_Account_Owner', 'Vouchsafe_Program_Manager'], field);
  }
});

test('no set grants a standard object', () => {
  for (const [name, set] of sets) {
    const standard = elements(set, 'objectPermissions')
      .map((permission) => text(permission, 'object') ?? '')
      .filter((object) => !object.endsWith('__c'));
    assert.deepEqual(standard, [], name);
  }
});

test('no set passes by sharing or field security', () => {
  for (const [name, set] of sets) {
    for (const permission of elements(set, 'objectPermissions')) {
      for (const power of ['viewAllRecords', 'modifyAllRecords', 'viewAllFields']) {
        assert.notEqual(text(permission, power), 'true', `${name}: ${text(permission, 'object')} ${power}`);
      }
    }
    assert.deepEqual(elements(set, 'userPermissions'), [], name);
  }
});

test('a requester cannot set the state of an ask', () => {
  assert.equal(objectPermission('Vouchsafe_Requester', 'Permission_Request__c', 'allowEdit'), false);
  const fillable = editable('Vouchsafe_Requester').filter((field) => field.startsWith('Permission_Request__c.'));
  assert.deepEqual(fillable.sort(), [
    'Permission_Request__c.Advocate__c',
    'Permission_Request__c.Rank__c',
    'Permission_Request__c.Reference_Request__c',
  ]);
});

test('ops change nothing', () => {
  for (const permission of elements(sets.get('Vouchsafe_Ops'), 'objectPermissions')) {
    for (const power of ['allowCreate', 'allowEdit', 'allowDelete']) {
      assert.equal(text(permission, power), 'false', `${text(permission, 'object')} ${power}`);
    }
  }
  assert.deepEqual(editable('Vouchsafe_Ops'), []);
});

test('nobody creates, edits or deletes ledger lines and releases', () => {
  for (const set of sets.keys()) {
    for (const object of ['Influence_Entry__c', 'Contact_Release__c']) {
      for (const power of ['allowCreate', 'allowEdit', 'allowDelete']) {
        assert.equal(objectPermission(set, object, power), false, `${set}: ${object} ${power}`);
      }
    }
  }
});

test('each set carries the custom permissions of its role', () => {
  const expected: Record<string, string[]> = {
    Vouchsafe_Account_Owner: ['Vouchsafe_Decide'],
    Vouchsafe_Ops: ['Vouchsafe_Report'],
    Vouchsafe_Program_Manager: ['Vouchsafe_Decide', 'Vouchsafe_Report', 'Vouchsafe_Request', 'Vouchsafe_Steward'],
    Vouchsafe_Requester: ['Vouchsafe_Request'],
  };
  for (const [name, set] of sets) {
    const granted = elements(set, 'customPermissions').map((permission) => text(permission, 'name') ?? '');
    assert.deepEqual(granted.sort(), expected[name], name);
  }
});

test('every class with methods or values for components is granted by a set, and every class granted exists', () => {
  const classes = filesEndingIn('.cls');
  const exposed = classes.filter((file) => /@AuraEnabled/i.test(textOf(file)) && !/@IsTest/i.test(textOf(file))).map(className);
  const granted = new Set(
    [...sets.values()].flatMap((set) => elements(set, 'classAccesses').map((access) => text(access, 'apexClass') ?? '')),
  );
  assert.deepEqual(
    exposed.filter((name) => !granted.has(name)),
    [],
    'classes that no set grants',
  );
  const known = new Set(classes.map(className));
  assert.deepEqual(
    [...granted].filter((name) => !known.has(name)),
    [],
    'classes granted that do not exist',
  );
});

function className(file: string): string {
  return (file.split('/').at(-1) ?? '').replace(/\.cls$/, '');
}
