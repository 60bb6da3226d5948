import { QueryError } from '../errors.ts';
import type { ChildRelationship, FieldDescription, ObjectDescription, Schema } from '../schema/description.ts';
import { field } from '../schema/field-builder.ts';
import type { Name, Path } from './ast.ts';
import { located } from './tokens.ts';

/** Where a path leads: one field, or through a lookup to several objects the field of that name on each of them that has it. */
export interface ResolvedPath {
  /** The lookups walked, from the query's object on; empty for a field of its own. */
  readonly steps: readonly Step[];
  readonly targets: readonly Target[];
}

/** One lookup on the way: on each object that may stand there, the field that leads on. */
export interface Step {
  /** As written in the query. */
  readonly name: string;
  readonly lookups: readonly Target[];
  readonly polymorphic: boolean;
  /** The objects reached. */
  readonly objects: readonly ObjectDescription[];
}

export interface Target {
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
}

/** The platform allows five levels of parents. */
const MOST_PARENTS = 5;

const CUSTOM_FIELD_HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const CUSTOM_RELATIONSHIP_HINT =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
const CUSTOM_OBJECT_HINT =
  "If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.";

/** Looks names up in the schema, with the platform's errors; `text` is the query, for their excerpt. */
export class NameResolver {
  readonly schema: Schema;
  readonly text: string;

  constructor(schema: Schema, text: string) {
    this.schema = schema;
    this.text = text;
  }

  /** The object of a FROM clause. */
  object(name: Name): ObjectDescription {
    const object = this.schema.object(name.text);
    if (object === undefined || !object.queryable) throw this.noObject(name);
    return object;
  }

  /** The child relationship that a sub-query reads, and its object. */
  childRelationship(parent: ObjectDescription, name: Name): { relationship: ChildRelationship; object: ObjectDescription } {
    const wanted = relationshipNamed(parent, name.text);
    const relationship = parent.childRelationships.find((candidate) => candidate.relationshipName?.toLowerCase() === wanted);
    const object = relationship && this.schema.object(relationship.childObject);
    if (relationship === undefined || object === undefined) {
      throw this.error(
        'INVALID_TYPE',
        `Didn't understand relationship '${name.text}' in FROM part of query call. ${CUSTOM_RELATIONSHIP_HINT}`,
        name.at,
      );
    }
    return { relationship, object };
  }

  /** Follows a path from the query's object, whose alias or own name may stand in front. */
  path(root: ObjectDescription, alias: string | undefined, path: Path): ResolvedPath {
    const parts = withoutPrefix(root, alias, path.parts);
    if (parts.length - 1 > MOST_PARENTS) {
      throw this.error('INVALID_FIELD', `A path may go up at most ${MOST_PARENTS} levels of parents: ${path.parts.join('.')}`, path.at);
    }
    const steps: Step[] = [];
    let objects: readonly ObjectDescription[] = [root];
    for (const part of parts.slice(0, -1)) {
      const step = this.#step(objects, part, path.at);
      steps.push(step);
      objects = step.objects;
    }
    const last = parts[parts.length - 1];
    return { steps, targets: this.#targets(objects, last, steps.at(-1)?.polymorphic === true, path.at) };
  }

  /** The fields that lead to the parents of this name. */
  relationship(object: ObjectDescription, name: Name): Step {
    return this.#step([object], name.text, name.at);
  }

  /** The error for an object that does not exist, or that the user may not know of. */
  noObject(name: Name): QueryError {
    return this.error('INVALID_TYPE', `sObject type '${name.text}' is not supported. ${CUSTOM_OBJECT_HINT}`, name.at);
  }

  /** The error for a field that does not exist, or that the user may not know of. */
  noField(fieldName: string, object: ObjectDescription, at: number): QueryError {
    return this.error('INVALID_FIELD', `No such column '${fieldName}' on entity '${object.name}'. ${CUSTOM_FIELD_HINT}`, at, [fieldName]);
  }

  /** An error that shows the place in the query. */
  error(statusCode: string, message: string, at: number, fields: readonly string[] = []): QueryError {
    return new QueryError(statusCode, `${located(this.text, at)}\n${message}`, fields, { at });
  }

  #step(objects: readonly ObjectDescription[], name: string, at: number): Step {
    const lookups: Target[] = [];
    const reached = new Map<string, ObjectDescription>();
    for (const object of objects) {
      const field = lookupOf(object, name);
      if (field === undefined) continue;
      lookups.push({ object, field });
      for (const target of field.referenceTo) {
        const found = this.schema.object(target);
        if (found !== undefined) reached.set(found.name, found);
      }
    }
    if (reached.size === 0) {
      throw this.error('INVALID_FIELD', `Didn't understand relationship '${name}' in field path. ${CUSTOM_RELATIONSHIP_HINT}`, at);
    }
    const polymorphic = lookups.some((lookup) => lookup.field.referenceTo.length > 1);
    return { name, lookups, polymorphic, objects: [...reached.values()] };
  }

  #targets(objects: readonly ObjectDescription[], name: string, polymorphic: boolean, at: number): Target[] {
    const key = name.toLowerCase();
    if (polymorphic && key === 'type') return objects.map((object) => ({ object, field: TYPE_OF_PARENT }));
    const targets: Target[] = [];
    for (const object of objects) {
      const field = object.fields.get(key);
      if (field !== undefined) targets.push({ object, field });
    }
    if (targets.length === 0) throw this.noField(name, objects[0], at);
    return targets;
  }
}

/** `Type` behind a lookup to several objects: the name of the parent's object, which no column holds. */
export const TYPE_OF_PARENT: FieldDescription = field('Type', 'string', { length: 40, createable: false, updateable: false });

function lookupOf(object: ObjectDescription, name: string): FieldDescription | undefined {
  const wanted = name.toLowerCase();
  for (const field of object.fields.values()) {
    if (field.relationshipName?.toLowerCase() === wanted) return field;
  }
  return undefined;
}

function withoutPrefix(root: ObjectDescription, alias: string | undefined, parts: readonly string[]): readonly string[] {
  if (parts.length < 2) return parts;
  const first = parts[0].toLowerCase();
  const isPrefix = first === alias?.toLowerCase() || (first === root.name.toLowerCase() && lookupOf(root, first) === undefined);
  return isPrefix ? parts.slice(1) : parts;
}

/** The name of a child relationship in lower case, without the parent's that may stand in front of it. */
export function relationshipNamed(parent: ObjectDescription, text: string): string {
  const name = text.toLowerCase();
  const prefix = `${parent.name.toLowerCase()}.`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}
