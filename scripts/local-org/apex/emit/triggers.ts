import type { AnonymousBlock, TriggerDeclaration } from '../parse/syntax.ts';
import type { TypeSymbol } from '../types/symbols.ts';
import { emitFunctionBody, newBody } from './bodies.ts';
import type { FileContext } from './bodies.ts';
import { CompileError } from './body-context.ts';
import type { TriggerDescription } from './output.ts';

const EVENTS = new Set([
  'before insert',
  'before update',
  'before delete',
  'after insert',
  'after update',
  'after delete',
  'after undelete',
]);

/** Writes a trigger's body as the module's `run`. */
export function emitTrigger(file: FileContext, holder: TypeSymbol, unit: TriggerDeclaration): TriggerDescription | undefined {
  const { module, program } = file;
  const object = program.table.schema.object(unit.object);
  if (!object?.triggerable) {
    program.diagnostics.report(
      file.file,
      unit,
      object ? `SObject type does not allow triggers: ${unit.object}` : `Invalid SObject type: ${unit.object}`,
    );
    return undefined;
  }
  for (const event of unit.events) {
    if (!EVENTS.has(event)) {
      program.diagnostics.report(file.file, unit, `Invalid trigger event: ${event}`);
    }
  }
  module.enter(`Trigger.${unit.name}`);
  const context = newBody(file, {
    owner: holder,
    isStatic: true,
    returnType: program.table.voidType,
    triggerRecord: program.table.sObjectType(object),
  });
  module.open('const run = () => {', unit.line);
  emitFunctionBody(context, unit.body);
  module.close('};');
  module.exportRun();
  return { name: unit.name, object: object.name, events: unit.events };
}

/** Writes an anonymous block as the module's `run`. */
export function emitAnonymous(file: FileContext, holder: TypeSymbol, unit: AnonymousBlock): void {
  const { module, program } = file;
  module.enter('AnonymousBlock');
  const context = newBody(file, { owner: holder, isStatic: true, returnType: program.table.voidType });
  module.open('const run = () => {', 1);
  try {
    emitFunctionBody(context, unit.body);
  } catch (error) {
    context.report(error instanceof CompileError ? error : new Error('The anonymous block could not be compiled.', { cause: error }), unit);
  }
  module.close('};');
  module.exportRun();
}
