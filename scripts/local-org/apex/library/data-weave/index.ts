import { DataWeaveError } from '../../dataweave/values/failure.ts';
import type { ProjectScript } from '../../dataweave/project-scripts.ts';
import type { ApexMap } from '../../runtime/collections/map.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { toApexString } from '../../runtime/text.ts';
import type { LibraryClass } from '../declaration.ts';

const EXCEPTION = 'System.DataWeaveScriptException';

/** A `DataWeave.Script`. */
class ScriptObject {
  readonly name: string;
  readonly script: ProjectScript;

  constructor(name: string, script: ProjectScript) {
    this.name = name;
    this.script = script;
  }

  execute(parameters: ApexMap | null): ResultObject {
    try {
      return new ResultObject(this.script.execute(parameters ?? raiseNull()));
    } catch (error) {
      if (error instanceof DataWeaveError) {
        return raise(EXCEPTION, error.message);
      }
      throw error;
    }
  }
}

/** A `DataWeave.Result`. */
class ResultObject {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  asString(): string | null {
    const { value } = this;
    return value === null || typeof value === 'string' ? value : toApexString(value);
  }
}

/** The namespace `DataWeave`, and a class of `DataWeaveScriptResource` for each script of a project. */
export function dataWeaveClasses(scripts: ReadonlyMap<string, ProjectScript>): readonly LibraryClass[] {
  const byName = new Map(Array.from(scripts, ([name, script]) => [name.toLowerCase(), new ScriptObject(name, script)]));
  const create = (name: string | null): ScriptObject =>
    byName.get((name ?? raiseNull()).toLowerCase()) ?? raise(EXCEPTION, `There is no DataWeave script named ${name}`);
  return [
    {
      name: 'DataWeave.Script',
      isInstance: (value) => value instanceof ScriptObject,
      members: {
        'static DataWeave.Script createScript(String scriptName)': create,
        'static DataWeave.Script createScript(String namespace, String scriptName)': (namespace: string | null, name: string | null) =>
          (namespace ?? '') === '' ? create(name) : raise(EXCEPTION, `There is no DataWeave script named ${namespace}.${name}`),
        'DataWeave.Result execute(Map<String, Object> parameters)': (self: ScriptObject, parameters: ApexMap | null) =>
          self.execute(parameters),
      },
    },
    {
      name: 'DataWeave.Result',
      isInstance: (value) => value instanceof ResultObject,
      members: {
        'Object getValue()': (self: ResultObject) => self.value,
        'String getValueAsString()': (self: ResultObject) => self.asString(),
      },
    },
    ...Array.from(byName.values(), resourceClass),
  ];
}

/** `DataWeaveScriptResource.csvToContacts`. */
function resourceClass(script: ScriptObject): LibraryClass {
  return {
    name: `DataWeaveScriptResource.${script.name}`,
    extends: 'DataWeave.Script',
    isInstance: (value) => value === script,
    members: { 'new()': () => script },
  };
}
