import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { transformSync } from 'rolldown/utils';
import { absentModule, isPlatformModule } from './absent-modules.ts';
import type { ComponentSources } from './component-sources.ts';
import { withoutNativeShadowStyles } from './native-shadow-styles.ts';
import { platformModule } from './platform-modules.ts';
import type { PlatformModuleContext } from './platform-modules.ts';

const VIRTUAL = '\0platform:';
const ABSENT = '\0absent:';
const OWN_NAMESPACES = /^(lightning|c|force|host|shell)\//;

/** Modules that the base components bring along with fixed values, and that here depend on the user and the screen. */
const OF_THE_PAGE = /^@salesforce\/(i18n\/(locale|lang|currency|timeZone|dir)|client\/formFactor)$/;

/** The module that lists the components which a page may hold, by the name a FlexiPage has for them. */
export const PAGE_COMPONENTS = 'host/pageComponents';

export interface ModuleResolutionOptions {
  readonly sources: ComponentSources;
  readonly context: PlatformModuleContext;
  readonly baseComponents: string;
  /** The folder with `node_modules`. */
  readonly root: string;
}

export interface ModuleResolution {
  readonly plugin: Plugin;
  /** What was imported of `@salesforce/schema`, filled while the plugin works. */
  readonly schemaReferences: readonly { readonly reference: string; readonly importer: string }[];
}

const SCHEMA = '@salesforce/schema/';

/** Resolves what an org would provide, and takes the types out of TypeScript before the component compiler sees it. */
export function moduleResolution(options: ModuleResolutionOptions): ModuleResolution {
  const { sources, context, baseComponents, root } = options;
  const bundled = modulesOfBaseComponents(baseComponents);
  const engine = path.join(baseComponents, '../@lwc/engine-dom/dist/index.js');
  const schemaReferences: { reference: string; importer: string }[] = [];
  const plugin: Plugin = {
    name: 'module-resolution',
    resolveId(specifier, importer) {
      if (specifier === PAGE_COMPONENTS) return VIRTUAL + specifier;
      if (specifier === 'lwc') return engine;
      const entry = sources.entryOf(specifier);
      // The compiler takes the namespace from the folder, which for a package is `lwc`: name the module in so many words.
      if (entry) return specifier.startsWith('c/') ? `${entry}?specifier=${encodeURIComponent(specifier)}` : entry;
      const absent = (): string | undefined =>
        importer !== undefined && isPlatformModule(specifier, root) ? `${ABSENT}${specifier}:${fileOf(importer)}` : undefined;
      if (OWN_NAMESPACES.test(specifier) && absent() !== undefined) return absent();
      if (OWN_NAMESPACES.test(specifier)) throw new Error(`No module ${specifier}, which ${fileOf(importer)} imports.`);
      if (!specifier.startsWith('@salesforce/')) return null;
      if (specifier.startsWith(SCHEMA)) schemaReferences.push({ reference: specifier.slice(SCHEMA.length), importer: fileOf(importer) });
      const own = bundled.get(specifier);
      if (own && !OF_THE_PAGE.test(specifier)) return own;
      try {
        if (platformModule(specifier, context) !== undefined) return VIRTUAL + specifier;
      } catch (cause) {
        throw new Error(`${(cause as Error).message} It is imported by ${fileOf(importer)}.`, { cause });
      }
      if (absent() !== undefined) return absent();
      throw new Error(`No module ${specifier}, which ${fileOf(importer)} imports.`);
    },
    load(id) {
      if (id.startsWith(ABSENT)) {
        const [, specifier = '', importer = ''] = /^([^:]*):(.*)$/s.exec(id.slice(ABSENT.length)) ?? [];
        return { code: absentModule(specifier, importer), moduleType: 'js', moduleSideEffects: false };
      }
      if (!id.startsWith(VIRTUAL)) return null;
      const specifier = id.slice(VIRTUAL.length);
      const code = specifier === PAGE_COMPONENTS ? pageComponents(sources) : (platformModule(specifier, context) as string);
      return { code, moduleType: 'js', moduleSideEffects: false };
    },
    transform(code, id) {
      const file = id.split('?')[0];
      if (file.endsWith('.css') && file.startsWith(baseComponents)) return { code: withoutNativeShadowStyles(code), map: null };
      return file.endsWith('.ts') && !id.startsWith('\0') ? withoutTypes(code, file) : null;
    },
  };
  return { plugin, schemaReferences };
}

/** The file behind a module's id, which may carry the module's name after it. */
function fileOf(id: string | undefined): string {
  return id?.split('?')[0] ?? 'the page';
}

/** Decorators and class fields stay as they are: the component compiler turns them into what the engine needs. */
function withoutTypes(code: string, file: string): { code: string; moduleType: 'js' } {
  const result = transformSync(file, code, { target: 'esnext', typescript: { onlyRemoveTypeImports: true } });
  const [error] = result.errors;
  if (error) throw new Error(`${file} is not valid TypeScript: ${error.message}`);
  return { code: result.code, moduleType: 'js' };
}

function modulesOfBaseComponents(baseComponents: string): Map<string, string> {
  const description = JSON.parse(readFileSync(path.join(baseComponents, 'package.json'), 'utf8')) as {
    lwc: { modules: { name?: string; path?: string }[] };
  };
  return new Map(
    description.lwc.modules
      .filter((module) => module.name && module.path)
      .map((module) => [module.name as string, path.join(baseComponents, module.path as string)]),
  );
}

function pageComponents(sources: ComponentSources): string {
  const imports = sources.exposed.map((specifier, index) => `import component${index} from ${JSON.stringify(specifier)};`);
  const entries = sources.exposed.map((specifier, index) => `${JSON.stringify(specifier.replace('/', ':'))}: component${index}`);
  return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };\n`;
}
