import { USER_PERMISSIONS } from '../../data/schema/standard/user-permissions.ts';
import type { SourceTree } from '../../metadata/source-tree.ts';

/** What the text of a `@salesforce/*` module depends on. */
export interface PlatformModuleContext {
  readonly labels: ReadonlyMap<string, string>;
  readonly tree: SourceTree;
}

/** What the page knows of the user and the org; the shell page sets it before the components load. */
const PAGE = 'globalThis.localOrg';

/** The internationalisation values that depend on the user; the others keep the base components' own. */
const USER_INTERNATIONALISATION = new Set(['locale', 'lang', 'currency', 'timeZone', 'dir']);

/** The custom labels of the source tree, by name. */
export function labelsOf(tree: SourceTree): Map<string, string> {
  return new Map(
    tree
      .ofType('CustomLabels')
      .flatMap((file) => file.xml.all('labels'))
      .map((label) => [label.textOf('fullName') ?? '', label.textOf('value') ?? '']),
  );
}

/**
 * The JavaScript of a module that the platform makes up: an Apex method, a label, a field reference and the like.
 * @returns undefined for a specifier that the base components bring along themselves, or that nobody knows.
 * @throws Error with one sentence when it names a class, label, permission or resource that does not exist.
 */
export function platformModule(specifier: string, context: PlatformModuleContext): string | undefined {
  const [, kind, ...rest] = specifier.split('/');
  const name = rest.join('/');
  switch (kind) {
    case 'apex':
      return name ? apexMethod(name, context) : `export { refreshApex, getSObjectValue } from 'host/apex';`;
    case 'schema':
      return constant(schemaReference(name));
    case 'label':
      return label(name.replace(/^c\./, ''), context);
    case 'user':
      return name === 'Id' ? `export default ${PAGE}.user.id;` : constant(name === 'isGuest' ? false : undefined);
    case 'customPermission':
      requireComponent(context, 'CustomPermission', name, 'custom permission');
      return `export default ${PAGE}.customPermissions.includes(${JSON.stringify(name)}) ? true : undefined;`;
    case 'userPermission':
      if (!USER_PERMISSIONS.some((known) => known === name)) {
        throw new Error(`No user permission ${name} in the local org, which knows ${USER_PERMISSIONS.join(', ')}.`);
      }
      return `export default ${PAGE}.userPermissions.includes(${JSON.stringify(name)}) ? true : undefined;`;
    case 'resourceUrl':
      requireComponent(context, 'StaticResource', name, 'static resource');
      return constant(`/resource/${name}`);
    case 'messageChannel':
      requireComponent(context, 'LightningMessageChannel', name.replace(/__c$/, ''), 'message channel');
      return constant({ channel: name });
    case 'i18n':
      return USER_INTERNATIONALISATION.has(name) ? `export default ${PAGE}.internationalisation[${JSON.stringify(name)}];` : undefined;
    case 'client':
      return name === 'formFactor' ? `export default globalThis.innerWidth < 768 ? 'Small' : 'Large';` : undefined;
    case 'gate':
    case 'featureFlag':
      return 'export default { isOpen: () => true };';
    case 'accessCheck':
      return constant(true);
    default:
      return undefined;
  }
}

function constant(value: unknown): string {
  return `export default ${value === undefined ? 'undefined' : JSON.stringify(value)};`;
}

function apexMethod(name: string, context: PlatformModuleContext): string {
  const className = name.split('.').at(-2) ?? '';
  if (!context.tree.find('ApexClass', className)) throw new Error(`No Apex class ${className} for @salesforce/apex/${name}.`);
  return `import { apexMethod } from 'host/apex'; export default apexMethod(${JSON.stringify(name)});`;
}

function schemaReference(name: string): unknown {
  const [objectApiName, ...field] = name.split('.');
  return field.length > 0 ? { fieldApiName: field.join('.'), objectApiName } : { objectApiName };
}

/** The page knows what is translated into its user's language; one build serves every language. */
function label(name: string, context: PlatformModuleContext): string {
  const text = context.labels.get(name);
  if (text === undefined) throw new Error(`No custom label for @salesforce/label/c.${name}.`);
  return `export default ${PAGE}.labels?.[${JSON.stringify(name)}] ?? ${JSON.stringify(text)};`;
}

function requireComponent(context: PlatformModuleContext, type: string, name: string, words: string): void {
  if (!context.tree.find(type, name)) throw new Error(`No ${words} ${name} in the source tree.`);
}
