import type { Schema } from '../data/schema/description.ts';

/** Whether an object (`Advocate__c`) or a field reached from it (`Opportunity.Account.Name`) exists. */
export function schemaHas(schema: Schema, reference: string): boolean {
  const [objectName = '', ...path] = reference.split('.');
  let objects = [schema.object(objectName)];
  if (!objects[0]) return false;
  for (const [index, name] of path.entries()) {
    const fields = objects.flatMap((object) => [...(object?.fields.values() ?? [])]);
    const isLast = index === path.length - 1;
    if (isLast) return fields.some((field) => field.name.toLowerCase() === name.toLowerCase());
    const reference = fields.find((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());
    if (!reference) return false;
    objects = reference.referenceTo.map((target) => schema.object(target));
  }
  return true;
}
