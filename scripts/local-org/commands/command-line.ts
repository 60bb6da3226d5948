import { check } from './check.ts';
import { start } from './start.ts';
import { test } from './test.ts';
import { validate } from './validate.ts';
import { SetUpError } from '../metadata/set-up-error.ts';

const USAGE = `Usage:
  npm start [-- --reset] [--data-dir DIR] [--no-seed]          serve the org at http://127.0.0.1:8080 (PORT)
  npm start -- --source-dir DIR [--reset] [--data-dir DIR]      serve the project in another folder
  npm start -- --empty [--reset] [--data-dir DIR]               serve an org without source, to deploy into
  npm run org -- test [--source-dir DIR] [--tests A,B] [--json] [--junit FILE] [--cobertura FILE] [--watch]
                                                                run Apex tests
  npm run org -- check [--source-dir DIR]                       read the source and compile the Apex
`;

/** Runs one command; what a person can mend is said in one sentence, anything else with its stack. Ends the process when it is done. */
export async function runCommandLine(root: string, argv: readonly string[]): Promise<void> {
  try {
    const exitCode = await run(root, argv);
    if (exitCode !== undefined) finish(exitCode);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    finish(1);
  }
}

async function run(root: string, [command, ...argv]: readonly string[]): Promise<number | undefined> {
  switch (command) {
    case 'start':
      await start(root, argv, process.env);
      return undefined;
    case 'test':
      return test(root, argv);
    case 'check':
      return check(root, argv);
    case 'validate':
      return validate(root, argv);
    default:
      process.stderr.write(USAGE);
      return 1;
  }
}

/** Ends the process once all that was printed has left it: a long report into a pipe would be cut off otherwise. */
function finish(exitCode: number): void {
  process.stdout.write('', () => process.exit(exitCode));
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof SetUpError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  return isPlain ? error.message : (error.stack ?? error.message);
}
