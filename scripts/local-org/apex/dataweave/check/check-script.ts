import { findModule, MODULE_NAMES } from '../functions/library.ts';
import { ScriptError } from '../read/script-error.ts';
import type { Directive, Expression, Import, KeyNode, Lambda, ObjectLiteral, Pattern, Script, Selector, TypeNode } from '../read/syntax.ts';
import { COERCIBLE_TYPES } from '../values/coerce.ts';
import { checkFormat } from './check-format.ts';
import { childrenOf } from './children.ts';
import { makeImplicitLambda } from './implicit-lambda.ts';
import { Names } from './names.ts';

/** Types that can be named, besides those that values can be made of. */
const OTHER_TYPES: ReadonlySet<string> = new Set([
  'Function',
  'Type',
  'Nothing',
  'Range',
  'SimpleType',
  'Dictionary',
  'Comparable',
  'NamespaceType',
]);

/**
 * Checks every name, type, format and property of a script, and makes lambdas of expressions with `$`.
 * @returns What the script uses of the library, by the name that it uses.
 * @throws ScriptError at the first thing that the interpreter does not know.
 */
export function checkScript(script: Script): ReadonlyMap<string, unknown> {
  const checker = new ScriptChecker();
  checker.check(script);
  return checker.used;
}

class ScriptChecker {
  readonly used = new Map<string, unknown>();

  check({ directives, body }: Script): void {
    const names = new Names();
    this.importModule(names, { kind: 'import', module: 'dw::Core', elements: '*', as: undefined, from: 0, to: 0 });
    this.expression(body, this.declared(directives, names));
  }

  private declared(directives: readonly Directive[], outer: Names): Names {
    const names = new Names(outer);
    for (const directive of directives) {
      this.declareOne(directive, directives, names);
    }
    for (const directive of directives) {
      if (directive.kind === 'variable') {
        this.optionalType(directive.type, names);
        this.expression(directive.value, names);
      } else if (directive.kind === 'function') {
        this.lambda(directive.lambda, names);
      } else if (directive.kind === 'type') {
        this.type(directive.type, withTypes(names, directive.parameters));
      }
    }
    return names;
  }

  private declareOne(directive: Directive, all: readonly Directive[], names: Names): void {
    switch (directive.kind) {
      case 'import':
        return this.importModule(names, directive);
      case 'input':
        checkFormat(directive, 'read');
        return names.bind(directive.name, { kind: 'value' });
      case 'output':
        return checkFormat(directive, 'write');
      case 'variable':
        return names.bind(
          directive.name,
          directive.value.kind === 'lambda' ? { kind: 'function', lambdas: [directive.value] } : { kind: 'value' },
        );
      case 'function': {
        const overloads = all.filter((other) => other.kind === 'function' && other.name === directive.name);
        return names.bind(directive.name, { kind: 'function', lambdas: overloads.map((other) => (other as typeof directive).lambda) });
      }
      case 'type':
        return names.addType(directive.name);
      case 'namespace':
        return names.addNamespace(directive.name);
    }
  }

  private importModule(names: Names, directive: Import): void {
    const { module: name, elements, as, from } = directive;
    const module = findModule(name);
    if (!module) {
      throw new ScriptError(
        name.startsWith('dw::')
          ? `The module ${name} is not supported; there are ${MODULE_NAMES.join(', ')}`
          : `Unable to resolve module with identifier ${name}; scripts cannot import other scripts in Apex`,
        from,
      );
    }
    const wanted =
      elements === '*'
        ? [...module.functions.keys(), ...Object.keys(module.constants)].map((element) => ({ name: element, as: element }))
        : (elements ?? []);
    for (const element of wanted) {
      if (!this.bindElement(names, name, element.name, element.as)) {
        throw new ScriptError(`${element.name} of the module ${name} is not supported`, from);
      }
    }
    const prefix = as ?? name.split('::').at(-1);
    for (const element of [...module.functions.keys(), ...Object.keys(module.constants)]) {
      this.bindElement(names, name, element, `${prefix}::${element}`);
    }
  }

  private bindElement(names: Names, moduleName: string, element: string, as: string): boolean {
    const module = findModule(moduleName);
    const definition = module?.functions.get(element);
    if (definition) {
      names.bind(as, { kind: 'library', definition });
      this.used.set(as, definition.value);
      return true;
    }
    if (module && element in module.constants) {
      names.bind(as, { kind: 'value' });
      this.used.set(as, module.constants[element]);
      return true;
    }
    return false;
  }

  private expression(node: Expression, names: Names): void {
    switch (node.kind) {
      case 'name':
        return this.name(node.name, node.from, names);
      case 'lambda':
        return this.lambda(node, names);
      case 'call':
        return this.call(node, names);
      case 'do':
        return this.expression(node.body, this.declared(node.directives, names));
      case 'object':
        this.keys(node.entries, names);
        break;
      case 'cast':
      case 'is':
        this.type(node.type, names);
        break;
      case 'selection':
        this.selector(node.selector, names);
        break;
      case 'match':
        node.cases.forEach(({ pattern, body }) => this.expression(body, this.pattern(pattern, names)));
        break;
      case 'update':
        node.cases.forEach(({ name, indexName, condition, body, path }) => {
          const inner = names.with(['$', '$$', name, indexName]);
          path.forEach((selector) => this.selector(selector, names));
          path.forEach((selector) => 'argument' in selector && this.expression(selector.argument, names));
          [condition, body].forEach((part) => part && this.expression(part, inner));
        });
        break;
    }
    childrenOf(node).forEach((child) => this.expression(child, names));
  }

  private name(name: string, offset: number, names: Names): void {
    if (names.find(name) || names.hasType(name) || COERCIBLE_TYPES.has(name) || OTHER_TYPES.has(name)) {
      return;
    }
    const parts = name.split('::');
    const element = parts.at(-1) as string;
    if (parts.length < 2 || !this.bindElement(names, parts.slice(0, -1).join('::'), element, name)) {
      throw new ScriptError(`Unable to resolve reference of \`${name}\``, offset);
    }
  }

  private lambda(node: Lambda, names: Names): void {
    const inner = withTypes(names, node.typeParameters).with(node.parameters.map(({ name }) => name));
    for (const { name, type, whenAbsent } of node.parameters) {
      this.optionalType(type, inner);
      if (whenAbsent) {
        this.expression(whenAbsent, inner);
      }
      if (type?.kind === 'function') {
        inner.bind(name, { kind: 'value' });
      }
    }
    this.expression(node.body, inner);
  }

  private call(node: Expression & { kind: 'call' }, names: Names): void {
    this.expression(node.callee, names);
    makeImplicitLambda(node, names);
    node.args.forEach((arg) => this.expression(arg, names));
    const binding = node.callee.kind === 'name' ? names.find(node.callee.name) : undefined;
    if (binding?.kind === 'library' && !binding.definition.takes(node.args.length)) {
      throw new ScriptError(`The function ${binding.definition.value.name} does not take ${node.args.length} arguments`, node.from);
    }
  }

  private keys(entries: ObjectLiteral['entries'], names: Names): void {
    for (const entry of entries) {
      if (entry.kind === 'entry') {
        checkNamespace(entry.key, names);
        this.keys(entry.key.attributes ?? [], names);
      }
    }
  }

  private selector(selector: Selector, names: Names): void {
    if ('name' in selector) {
      checkNamespace(selector.name, names);
    } else if (selector.kind === 'filter') {
      this.expression(selector.argument, names.with(['$', '$$']));
    }
  }

  /** The names that a case's body sees. */
  private pattern(pattern: Pattern, names: Names): Names {
    switch (pattern.kind) {
      case 'literal':
      case 'regex':
        this.expression(pattern.value, names);
        return names.with(['$', pattern.name]);
      case 'type':
        this.type(pattern.type, names);
        return names.with(['$', pattern.name]);
      case 'condition': {
        const inner = names.with(['$', pattern.name]);
        this.expression(pattern.condition, inner);
        return inner;
      }
      case 'headTail':
        return names.with(['$', pattern.head, pattern.tail]);
      case 'keyValueTail':
        return names.with(['$', pattern.key, pattern.value, pattern.tail]);
      case 'else':
        return names.with(['$', pattern.name]);
      default:
        return names.with(['$']);
    }
  }

  private optionalType(type: TypeNode | undefined, names: Names): void {
    if (type) {
      this.type(type, names);
    }
  }

  private type(type: TypeNode, names: Names): void {
    type.schema.forEach(({ value, condition }) => [value, condition].forEach((part) => part && this.expression(part, names)));
    switch (type.kind) {
      case 'named':
        if (!names.hasType(type.name) && !COERCIBLE_TYPES.has(type.name) && !OTHER_TYPES.has(type.name)) {
          throw new ScriptError(`Unable to resolve reference to the type \`${type.name}\``, type.from);
        }
        return type.typeArguments.forEach((argument) => this.type(argument, names));
      case 'union':
      case 'intersection':
        return type.types.forEach((part) => this.type(part, names));
      case 'object':
        return type.fields.forEach((field) => this.type(field.type, names));
      case 'function':
        return type.parameters.forEach((parameter) => this.type(parameter, names));
      case 'literal':
    }
  }
}

function withTypes(names: Names, types: readonly string[]): Names {
  const inner = new Names(names);
  types.forEach((name) => inner.addType(name));
  return inner;
}

function checkNamespace(key: KeyNode, names: Names): void {
  if (key.namespace !== undefined && !names.hasNamespace(key.namespace)) {
    throw new ScriptError(`Unable to resolve reference to the namespace \`${key.namespace}\``, key.from);
  }
}
