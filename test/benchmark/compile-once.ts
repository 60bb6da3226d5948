import { fileURLToPath } from 'node:url';
import { openOrg } from '../../scripts/local-org/open-org.ts';

/** Prints how long this package's Apex takes to compile, in milliseconds, in a process that has done nothing before; the argument is the folder of its cache. */
const [cacheFolder] = process.argv.slice(2);
if (cacheFolder === undefined) throw new Error('Say in which folder compiled code is kept.');
const { engine, compiled } = openOrg({ project: fileURLToPath(new URL('../../', import.meta.url)), cacheFolder });
process.stdout.write(String(compiled.duration));
engine.close();
