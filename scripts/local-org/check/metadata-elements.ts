import { CARRIED_TYPE_NAMES } from '../metadata/carried-types.ts';
import type { Component } from '../metadata/source-tree.ts';
import type { Finding } from './finding.ts';
import type { MetadataElement, MetadataTypes } from './metadata-types.ts';
import type { XmlElement } from '../metadata/xml-element.ts';

/** Elements whose inside the Metadata API does not describe. */
const FREE_INSIDE = new Set(['targetConfigs']);

/** Required by the newest description, but a deployment does without: the file's name says it, or it came with a later version. */
const DISPENSABLE = new Set(['fullName', 'isLicensed', 'status', 'viewAllFields']);

/** Elements that a deployment takes and the description leaves out. */
const TAKEN_BESIDES = new Set(['CustomField displayLocationInDecimal']);

const API_VERSION = /^\d{1,2}(\.0)?$/;

/** How findings begin that say a type, an element or a value is not there (any more). */
const UNKNOWN = /^(?:The Metadata API has no type|\w+ has no element|\w+ is one of) /;

/** Whether a file of an earlier version of the API may be right all the same: it was described otherwise then. */
export function maybeOfEarlierVersion({ message }: Finding): boolean {
  return UNKNOWN.test(message);
}

/** Holds a metadata file against the Metadata API's own types: names of elements, required ones, repeated ones, and their values. */
export function checkElements(types: MetadataTypes, { path, xml: root }: Component): Finding[] {
  if (types.elements(root.name) === undefined) {
    if (CARRIED_TYPE_NAMES.has(root.name)) return [];
    return [{ path, line: root.line, message: `The Metadata API has no type ${root.name}` }];
  }
  return checkNode(types, path, root, root.name);
}

function checkNode(types: MetadataTypes, path: string, node: XmlElement, typeName: string): Finding[] {
  const elements = types.elements(typeName);
  if (elements === undefined) return [];
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  for (const child of node.children) {
    counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
    const element = elements.get(child.name);
    if (element === undefined) {
      if (TAKEN_BESIDES.has(`${typeName} ${child.name}`)) continue;
      findings.push({ path, line: child.line, message: `${typeName} has no element ${child.name}` });
      continue;
    }
    if (!element.repeated && counts.get(child.name) === 2) {
      findings.push({ path, line: child.line, message: `${typeName} takes one ${child.name} only` });
    }
    findings.push(...checkValue(types, path, child, element));
  }
  for (const [name, element] of elements) {
    if (element.required && !counts.has(name) && !DISPENSABLE.has(name)) {
      findings.push({ path, line: node.line, message: `${typeName} needs the element ${name}` });
    }
  }
  return findings;
}

function checkValue(types: MetadataTypes, path: string, node: XmlElement, { type }: MetadataElement): Finding[] {
  if (FREE_INSIDE.has(node.name)) return [];
  const finding = (message: string): Finding[] => [{ path, line: node.line, message }];
  if (node.name === 'apiVersion' && !API_VERSION.test(node.word))
    return finding(`apiVersion is a version such as 65.0, not "${node.word}"`);
  if (type === 'boolean') return /^(true|false)$/.test(node.word) ? [] : finding(`${node.name} is true or false, not "${node.word}"`);
  if (type === 'number')
    return /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(node.word) ? [] : finding(`${node.name} is a number, not "${node.word}"`);
  // Nothing is said: how translations write a gender that a word doesn't have, and retrieved files a part that is absent.
  const isEmpty = node.word === '' && node.children.length === 0;
  if (isEmpty && (types.values(type) !== undefined || types.elements(type) !== undefined)) return [];
  const values = types.values(type);
  if (values !== undefined) {
    return values.includes(node.word) ? [] : finding(`${node.name} is one of ${values.join(', ')}, not "${node.word}"`);
  }
  if (types.elements(type) !== undefined) return checkNode(types, path, node, type);
  return type === 'string' && node.children.length > 0 ? finding(`${node.name} holds text, not elements`) : [];
}
