import type { Component } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';

/** What a field of a type must say besides, when it is no formula. By the documentation of CustomField in the Metadata API. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  Checkbox: ['defaultValue'],
  Currency: ['precision', 'scale'],
  EncryptedText: ['length', 'maskChar', 'maskType'],
  Html: ['length', 'visibleLines'],
  Location: ['scale'],
  LongTextArea: ['length', 'visibleLines'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo'],
  MultiselectPicklist: ['valueSet', 'visibleLines'],
  Number: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Picklist: ['valueSet'],
  Summary: ['summaryForeignKey', 'summaryOperation'],
  Text: ['length'],
};

const LONGEST_LABEL = 40;

/** What a deployment refuses of a custom field that its elements alone don't show. */
export function checkField({ path, xml: root }: Component): Finding[] {
  const type = root.child('type');
  if (root.name !== 'CustomField' || type === undefined || !/__c$/.test(root.child('fullName')?.word ?? '')) return [];
  const finding = (line: number, message: string): Finding => ({ path, line, message });
  const needs = root.child('formula') === undefined ? (NEEDS[type.word] ?? []) : [];
  const label = root.child('label');
  return [
    ...needs
      .filter((name) => root.child(name) === undefined)
      .map((name) => finding(type.line, `a field of type ${type.word} needs the element ${name}`)),
    ...(label !== undefined && label.word.length > LONGEST_LABEL
      ? [finding(label.line, `a label takes at most ${LONGEST_LABEL} characters, not ${label.word.length}`)]
      : []),
  ];
}
