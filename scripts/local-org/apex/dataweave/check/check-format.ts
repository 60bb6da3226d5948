import { contentTypeOf, findFormat, isOfApex, isUnknownToPlatform } from '../formats/table.ts';
import { ScriptError } from '../read/script-error.ts';
import type { Input, Output } from '../read/syntax.ts';

/** A format that the platform does not know either fails as there, when the script runs. */
export function checkFormat(directive: Input | Output, way: 'read' | 'write'): void {
  if (directive.format === undefined || isUnknownToPlatform(directive.format)) {
    return;
  }
  const format = findFormat(directive.format);
  if (!format && !isOfApex(directive.format)) {
    throw new ScriptError(`The local org does not ${way} the format ${contentTypeOf(directive.format)}`, directive.from);
  }
  const known = way === 'read' ? format?.readerOptions : format?.writerOptions;
  for (const option of directive.options) {
    if (!(known ?? ['class']).includes(option.name)) {
      throw new ScriptError(
        `The local org does not know the property ${option.name} of the format ${contentTypeOf(directive.format)}`,
        option.from,
      );
    }
  }
}
