import path from 'node:path';
import lwcConfig from '@salesforce/eslint-config-lwc';
import importPlugin from 'eslint-plugin-import';
import jestPlugin from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '..');

const COMPONENTS = ['force-app/**/lwc/**/*.ts'];
const SHELL = ['scripts/local-org/web/modules/**/*.ts', 'scripts/local-org/web/shell/**/*.ts'];
const COMPONENT_TESTS = ['force-app/**/__tests__/**/*.ts'];
const NODE = ['scripts/**/*.ts', 'test/**/*.ts'];

/**
 * Salesforce's recommended rules for components, parsed by typescript-eslint: the TypeScript variants that the package ships
 * parse with Babel and report every type name as undefined.
 */
const componentRules = lwcConfig.configs.recommended.map((config) => {
  const languageOptions = { ...config.languageOptions };
  delete languageOptions.parser;
  delete languageOptions.parserOptions;
  return { ...config, languageOptions, files: [...COMPONENTS, ...SHELL] };
});

/** The floors of the local org, lowest first: a floor imports from itself and the floors under it. */
const FLOORS = ['metadata', 'data', 'apex', 'flow', 'api', 'web'];
const floorZones = FLOORS.map((floor, level) => ({
  target: `./scripts/local-org/${floor}`,
  from: './scripts/local-org',
  except: FLOORS.slice(0, level + 1).map((lower) => `./${lower}`),
  message: `The floor "${floor}" imports only from: ${FLOORS.slice(0, level + 1).join(', ')}.`,
}));

const TYPED_RULES = {
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'generated/**',
      '**/generated/**',
      '**/*.d.ts',
      'coverage/**',
      '.cache/**',
      '.vouchsafe/**',
      'test-results/**',
      'force-app/**/lwc/**/*.js',
      'force-app/**/staticresources/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...componentRules,
  {
    files: [...COMPONENTS, ...SHELL],
    extends: [tseslint.configs.recommendedTypeChecked],
    rules: {
      ...TYPED_RULES,
      'no-undef': 'off',
      'no-void': 'off',
      'no-unused-vars': 'off',
      'no-dupe-class-members': 'off',
      'import/named': 'off',
      'import/no-unresolved': 'off',
      '@typescript-eslint/no-dupe-class-members': 'error',
      '@typescript-eslint/explicit-function-return-type': 'error',
      '@lwc/lwc/no-leaky-event-listeners': 'error',
      '@lwc/lwc/consistent-component-name': 'error',
      // The services hand the Apex adapters on, and the type checker knows an adapter when it sees one.
      '@lwc/lwc/no-unknown-wire-adapters': 'off',
    },
  },
  { files: COMPONENTS, languageOptions: { parserOptions: { project: ['config/tsconfig.lwc.json'], tsconfigRootDir: root } } },
  {
    files: SHELL,
    languageOptions: { parserOptions: { project: ['config/tsconfig.shell.json'], tsconfigRootDir: root } },
    rules: {
      // The shell and the platform's own modules are what the restricted globals and adapters come from.
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-document-query': 'off',
      '@lwc/lwc/no-leaky-event-listeners': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
    },
  },
  {
    files: COMPONENT_TESTS,
    extends: [jestPlugin.configs['flat/recommended'], tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { project: null } },
    rules: {
      '@lwc/lwc/consistent-component-name': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-inner-html': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@typescript-eslint/explicit-function-return-type': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    },
  },
  {
    files: NODE,
    ignores: [...SHELL, 'scripts/types/platform/**', 'scripts/types/shell/**'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { import: importPlugin },
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: root } },
    settings: { 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
    rules: {
      ...TYPED_RULES,
      eqeqeq: 'error',
      // The org's values have a toString of their own behind types that do not show it.
      '@typescript-eslint/no-base-to-string': 'off',
      'import/no-restricted-paths': ['error', { basePath: root, zones: floorZones }],
      'import/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests look into JSON of many shapes; a wrong look fails the test.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // node:test's describe and it return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['describe', 'it', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
);
