import { writeFileSync } from 'node:fs';
import { loadLibrary } from './registry.ts';
import { libraryTable } from './table.ts';

writeFileSync(new URL('README.md', import.meta.url), libraryTable(loadLibrary()));
