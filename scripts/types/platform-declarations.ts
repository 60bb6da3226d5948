import type { CustomLabel } from './package-source.ts';

const GENERATED = '// Generated from the package by `npm run types`.\n';

/** A module for each label; a label that does not exist is a type error where it is imported. */
export function declareLabels(labels: readonly CustomLabel[]): string {
  return GENERATED + labels.map((label) => constantModule(`@salesforce/label/c.${label.name}`, 'string', label.text)).join('');
}

/** A module for each custom permission: true for a user who has it. */
export function declarePermissions(names: readonly string[]): string {
  return GENERATED + names.map((name) => constantModule(`@salesforce/customPermission/${name}`, 'true | undefined')).join('');
}

/**
 * A module for each object and field of the package. Standard objects and fields have no source here, so paths through
 * them are open: any `@salesforce/schema/*` that is not declared by name has the shape of a field.
 */
export function declareSchema(fields: readonly { object: string; field: string }[]): string {
  const objects = [...new Set(fields.map(({ object }) => object))].filter((object) => object.includes('__'));
  return (
    GENERATED +
    objects.map((object) => constantModule(`@salesforce/schema/${object}`, 'ObjectReference')).join('') +
    fields.map(({ object, field }) => constantModule(`@salesforce/schema/${object}.${field}`, 'FieldReference')).join('') +
    constantModule('@salesforce/schema/*', 'FieldReference')
  );
}

function constantModule(name: string, type: string, comment = ''): string {
  const documentation = comment ? `  /** ${comment.replaceAll('*/', '* /').replace(/\s*\n\s*/g, ' ')} */\n` : '';
  return `declare module '${name}' {\n${documentation}  const value: ${type};\n  export default value;\n}\n`;
}
