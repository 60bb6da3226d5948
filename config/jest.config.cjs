const path = require('node:path');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const root = path.resolve(__dirname, '..');

/** Jest for the Lightning web components: Salesforce's own settings, plus what its stubs leave out. */
module.exports = {
  ...jestConfig,
  rootDir: root,
  roots: ['<rootDir>/force-app'],
  testMatch: ['**/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/force-app/.*/__tests__/data/'],
  // An accessibility check takes seconds on a machine that is busy with the other stages.
  testTimeout: 60_000,
  cacheDirectory: '<rootDir>/.cache/jest',
  coverageDirectory: '<rootDir>/coverage/lwc',
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest/labels.cjs', '<rootDir>/config/jest/accessibility.cjs'],
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    // Salesforce's resolver finds modules by their script, which a bundle of styles has none of.
    '^c/(\\w+Style)$': '<rootDir>/force-app/main/shared/lwc/$1/$1.css',
    '^lightning/modal$': '<rootDir>/config/jest/modal.js',
    '^lightning/navigation$': '<rootDir>/config/jest/navigation.js',
  },
};
