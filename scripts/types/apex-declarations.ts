import type { ApexTypeReference, AuraClass, AuraMethod, AuraProperty, AuraSurface } from './apex-signatures.ts';

const PRIMITIVES: Readonly<Record<string, string>> = {
  string: 'string',
  id: 'string',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  decimal: 'number',
  double: 'number',
  date: 'string',
  datetime: 'string',
  time: 'number',
  blob: 'string',
  object: 'unknown',
  sobject: 'ApexRecord',
};

/**
 * Writes the ambient TypeScript for Apex: a namespace `Apex` with an interface for every class that travels, and a module
 * `@salesforce/apex/Class.method` for every method. A member that may be null is left out of the answer when it is. Dates and times are ISO 8601 text; a type that is no class of the package is a record.
 * @returns the interfaces and the modules, as two declaration files; only the second needs the platform's own declarations.
 */
export function declareApex(surfaces: readonly AuraSurface[]): { classes: string; methods: string } {
  const classes = surfaces.flatMap((surface) => surface.classes);
  const known = new Map(classes.map((apexClass) => [apexClass.name.toLowerCase(), interfaceName(apexClass.name)]));
  const interfaces = classes.map((apexClass) => declareClass(apexClass, known));
  const modules = surfaces.flatMap((surface) => surface.methods).map((method) => declareMethod(method, known));
  return {
    classes: `${GENERATED}declare namespace Apex {\n${interfaces.join('\n')}}\n`,
    methods: GENERATED + modules.join('\n'),
  };
}

const GENERATED = '// Generated from the Apex classes by `npm run types`.\n';

function declareClass(apexClass: AuraClass, known: ReadonlyMap<string, string>): string {
  const properties = apexClass.properties.map((property) => declareProperty(property, apexClass.name, known));
  return `${comment(apexClass.documentation, '  ')}  interface ${interfaceName(apexClass.name)} {\n${properties.join('')}  }\n`;
}

function declareProperty(property: AuraProperty, owner: string, known: ReadonlyMap<string, string>): string {
  const type = typeText(property.type, owner, known);
  const declaration = property.nullable ? `${property.name}?: ${type} | null` : `${property.name}: ${type}`;
  return `${comment(property.documentation, '    ')}    readonly ${declaration};\n`;
}

function declareMethod(method: AuraMethod, known: ReadonlyMap<string, string>): string {
  const parameters = method.parameters.map(
    (parameter) => `${parameter.name}?: ${qualified(parameter.type, method.className, known)} | null`,
  );
  const input = parameters.length > 0 ? `{ ${parameters.join('; ')} }` : 'Record<string, never> | void';
  const result = method.result ? qualified(method.result, method.className, known) : 'null';
  const type = method.cacheable
    ? `CacheableApexMethod<${parameters.length > 0 ? input : 'Record<string, never>'}, ${result}>`
    : `ImperativeApexMethod<${input}, ${result}>`;
  return (
    `declare module '@salesforce/apex/${method.className}.${method.name}' {\n` +
    `${comment(method.documentation, '  ')}  const method: ${type};\n  export default method;\n}\n`
  );
}

function qualified(type: ApexTypeReference, owner: string, known: ReadonlyMap<string, string>): string {
  return typeText(type, owner, known, 'Apex.');
}

function typeText(type: ApexTypeReference, owner: string, known: ReadonlyMap<string, string>, prefix = ''): string {
  const name = type.name.toLowerCase().replace(/^(system|schema)\./, '');
  const inner = (index: number): string => typeText(type.arguments[index], owner, known, prefix);
  if (name === 'list' || name === 'set') return `readonly (${inner(0)})[]`;
  if (name === 'map') return `Readonly<Record<string, ${inner(1)}>>`;
  const primitive = PRIMITIVES[name];
  if (primitive) return primitive;
  const found = known.get(`${owner.toLowerCase()}.${name}`) ?? known.get(name);
  return found ? prefix + found : 'ApexRecord';
}

function interfaceName(className: string): string {
  return className.replaceAll('.', '_');
}

function comment(text: string, indent: string): string {
  return text ? `${indent}/** ${text.replaceAll('*/', '* /').replace(/\s*\n\s*/g, ' ')} */\n` : '';
}
