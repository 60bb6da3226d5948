import type { FieldDraft, ObjectDraft } from '../drafts.ts';
import type { TypedObject } from './object-types.ts';

/** Parents of which the tables name no relationship, by the lookup. */
const UNNAMED_PARENTS: Readonly<Record<string, string[]>> = { 'FeedItem.ParentId': ['User', 'CollaborationGroup'] };

/**
 * Which of an object's lookups a parent's child relationship belongs to. The type tables name the relationships on the parent's side
 * only, so that of several lookups to one parent the one is taken whose name goes best with the relationship's.
 * @returns by field: the relationship's name, and for a lookup to several objects the objects it may point at.
 */
export function relationshipFields(child: ObjectDraft, types: ReadonlyMap<string, TypedObject>): Map<string, Partial<FieldDraft>> {
  const found = new Map<string, { childRelationshipName?: string; referenceTo?: string[] }>();
  const open = child.fields.filter(
    (each) => each.type === 'reference' && each.childRelationshipName === undefined && !/^(?:CreatedBy|LastModifiedBy)Id$/.test(each.name),
  );
  for (const parent of types.values()) {
    const names = [...parent.children].filter(([, object]) => object === child.name).map(([name]) => name);
    const direct = open.filter(({ referenceTo }) => referenceTo.includes(parent.name));
    if (direct.length > 0) {
      for (const [fieldName, name] of matched(direct, names, parent.name, child.name)) {
        found.set(fieldName, { ...found.get(fieldName), childRelationshipName: name });
      }
    } else if (names.length > 0) {
      const several = open.find(({ name, referenceTo }) => referenceTo.length === 0 && name !== 'OwnerId');
      if (several !== undefined) {
        const earlier = found.get(several.name)?.referenceTo ?? [];
        found.set(several.name, { childRelationshipName: names[0], referenceTo: [...earlier, parent.name] });
      }
    }
  }
  const isThere = (name: string): boolean => name === 'User' || types.has(name);
  for (const { name, referenceTo } of open) {
    const unnamed = referenceTo.length === 0 ? UNNAMED_PARENTS[`${child.name}.${name}`]?.filter(isThere) : undefined;
    if (unnamed !== undefined) found.set(name, { ...found.get(name), referenceTo: [...(found.get(name)?.referenceTo ?? []), ...unnamed] });
  }
  const owner = open.find(({ name, referenceTo }) => name === 'OwnerId' && referenceTo.length === 0);
  if (owner !== undefined) found.set('OwnerId', { referenceTo: ['Group', 'User'] });
  return found;
}

function matched(fields: readonly FieldDraft[], names: readonly string[], parent: string, child: string): [string, string][] {
  const pairs: [string, string][] = [];
  const free = new Set(names);
  const ranked = [...fields].sort((left, right) => plainness(left, parent) - plainness(right, parent));
  for (const each of ranked) {
    const best = [...free].sort((left, right) => likeness(each, right, parent, child) - likeness(each, left, parent, child)).at(0);
    if (best === undefined) break;
    free.delete(best);
    pairs.push([each.name, best]);
  }
  return pairs;
}

/** The lookup that is called as its parent comes first: it has the plain relationship name. */
function plainness({ name }: FieldDraft, parent: string): number {
  return name === `${parent}Id` ? 0 : name === 'ParentId' ? 1 : 2;
}

function likeness({ name }: FieldDraft, relationship: string, parent: string, child: string): number {
  const words = name.replace(/Id$/, '').split(/(?=[A-Z])/);
  const shared = words.filter((word) => relationship.includes(word.slice(0, 5))).length;
  const isPlain = relationship.startsWith(child.replace(/y$/, '').slice(0, -1)) && name === `${parent}Id`;
  return shared + (isPlain ? 10 : 0) - relationship.length / 100;
}
