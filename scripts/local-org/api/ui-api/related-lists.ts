import type { ChildRelationship, ObjectDescription } from '../../data/schema/description.ts';
import { readableField, UiApiError } from './context.ts';
import type { UiApiContext } from './context.ts';
import { layoutOf } from './layouts.ts';
import { listColumns, standardColumns } from './list-columns.ts';
import { nameFieldOf } from './record-query.ts';

/** A list of child records on a parent's page. */
export interface RelatedList {
  /** The name of the relationship, by which the API knows the list. */
  readonly relatedListId: string;
  readonly label: string;
  readonly childObject: ObjectDescription;
  /** The child's lookup to the parent. */
  readonly field: string;
  readonly columns: readonly string[];
}

/** Children of standard objects that their standard pages show. */
const STANDARD_LISTS = new Set(['Contacts', 'Opportunities', 'Cases', 'OpportunityLineItems', 'OpportunityContactRoles']);

/** The related lists of an object's page whose records the user may read: those of its layout, else the customary ones. */
export function relatedLists(context: UiApiContext, parent: ObjectDescription): RelatedList[] {
  const layout = layoutOf(context, parent);
  if (!layout) {
    return parent.childRelationships
      .filter((child) => child.relationshipName && (STANDARD_LISTS.has(child.relationshipName) || child.childObject.endsWith('__c')))
      .map((child) => relatedList(context, child))
      .filter((list) => list !== undefined);
  }
  return layout.xml
    .all('relatedLists')
    .map((list) => {
      const [object, field] = (list.textOf('relatedList') ?? '').split('.');
      const child = parent.childRelationships.find((candidate) =>
        field ? candidate.childObject === object && candidate.field === field : candidate.relationshipName === object,
      );
      if (!child) throw new Error(`${layout.path}: the local org does not know the related list ${list.textOf('relatedList') ?? ''}.`);
      return relatedList(context, child, listColumns(context, child.childObject, list.textsOf('fields'), layout.path));
    })
    .filter((list) => list !== undefined);
}

/** One related list by the name of its relationship. */
export function relatedListOf(context: UiApiContext, parent: ObjectDescription, id: string): RelatedList {
  const list = relatedLists(context, parent).find((candidate) => candidate.relatedListId.toLowerCase() === id.toLowerCase());
  if (!list) throw UiApiError.of(404, 'NOT_FOUND', `${parent.label} has no related list ${id}, or you have no access to it`);
  return list;
}

function relatedList(context: UiApiContext, child: ChildRelationship, columns?: readonly string[]): RelatedList | undefined {
  const childObject = context.org.schema.object(child.childObject);
  if (!childObject || !child.relationshipName || !context.org.security.objectAccess(context.userId, childObject.name).read)
    return undefined;
  if (!readableField(context, childObject, child.field)) return undefined;
  const shown = columns ?? standardColumns(context, childObject).filter((name) => name !== child.field);
  return {
    relatedListId: child.relationshipName,
    label: childObject.labelPlural,
    childObject,
    field: child.field,
    columns: shown.length > 0 ? shown : [nameFieldOf(childObject)],
  };
}
