import type { Component } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';
import { fieldNamed } from './references.ts';
import type { Named } from './references.ts';
import type { XmlElement } from '../metadata/xml-element.ts';

/** What each right to an object takes besides. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** Rights that a deployment refuses: some without others, and field rights that the platform does not keep. */
export function checkPermissions(named: Named, owner: Component): Finding[] {
  const root = owner.xml;
  if (root.name !== 'PermissionSet' && root.name !== 'Profile') return [];
  return root.children.flatMap((node) => {
    if (node.name === 'objectPermissions') return checkObjectPermissions(owner, node);
    return node.name === 'fieldPermissions' ? checkFieldPermissions(named, owner, node) : [];
  });
}

function checkObjectPermissions({ path }: Component, node: XmlElement): Finding[] {
  const objectName = node.child('object')?.word ?? '';
  return Object.entries(TAKES).flatMap(([right, others]) => {
    const granted = node.child(right);
    if (granted?.word !== 'true') return [];
    return others
      .filter((other) => node.child(other)?.word !== 'true')
      .map((other) => ({ path, line: granted.line, message: `${right} on ${objectName} takes ${other}` }));
  });
}

function checkFieldPermissions(named: Named, { path }: Component, node: XmlElement): Finding[] {
  const name = node.child('field')?.word ?? '';
  const editable = node.child('editable');
  const field = fieldNamed(named, name);
  const finding = (message: string): Finding[] => [{ path, line: node.line, message }];
  if (editable?.word === 'true' && node.child('readable')?.word !== 'true') return finding(`editable on ${name} takes readable`);
  if (field === undefined) return [];
  if (field.custom && (field.required || field.masterDetail)) return finding(`${name} is required: a permission set can't grant it`);
  const calculated = field.formula !== undefined || field.summary !== undefined || field.autoNumber;
  return editable?.word === 'true' && calculated ? finding(`${name} is calculated: nobody can edit it`) : [];
}
