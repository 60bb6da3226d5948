import type { FieldDescription, ObjectDescription, ValidationRule } from '../schema/description.ts';
import type { DmlContext, DmlRow } from './dml-context.ts';

/** The label of a field of the row's object, in the running user's language. */
export function labelOf({ transaction }: DmlContext, { record }: DmlRow, field: FieldDescription): string {
  const { fields } = transaction.translations.object(record.description, transaction.language);
  return fields.get(field.name.toLowerCase())?.label ?? field.label;
}

/** The message of a validation rule, in the running user's language. */
export function messageOf({ transaction }: DmlContext, object: ObjectDescription, rule: ValidationRule): string {
  const { validationRules } = transaction.translations.object(object, transaction.language);
  return validationRules.find(({ name }) => name === rule.name)?.message ?? rule.message;
}
