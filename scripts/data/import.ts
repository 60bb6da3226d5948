import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, connectionArguments, readConnectionOptions } from '../lib/connection.ts';
import { ProgressBar } from '../lib/progress-bar.ts';
import { readCsv } from './csv/read.ts';
import { importableObjects, keyOf } from './import/importable.ts';
import { importRows } from './import/import-rows.ts';
import { rejectsFileOf, storeRejects } from './import/rejects-file.ts';

const help = `Brings a spreadsheet, saved as "CSV UTF-8", into an org: rows that are there are changed, the others created.

  npm run import -- --object Advocate__c --file advocates.csv
  npm run import -- --instance-url URL --access-token T ...   another org, or by SF_INSTANCE_URL and SF_ACCESS_TOKEN

Objects: ${importableObjects.join(', ')}. Columns are named by label or API name; accounts by name or Id, people by mail or Id,
users by user name or Id, several values parted by semicolons. An empty cell changes nothing. Good rows go in; those that can't
are in advocates.rejects.csv, with the reason in the last column: mend and import that file. A second run changes nothing.
The user needs the permission set Vouchsafe Program Manager. The command ends with 2 when rows were rejected.
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { ...connectionArguments, object: { type: 'string' }, file: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const { object, file } = values;
  if (object === undefined || file === undefined) {
    throw new Error('Say what to import: npm run import -- --object Advocate__c --file advocates.csv');
  }
  keyOf(object);
  const table = readCsv(readBytes(file), basename(file));
  const connection = await connect(readConnectionOptions(values, process.env));
  const bar = new ProgressBar('Importing');
  try {
    const outcome = await importRows(connection, { object, table, onProgress: (done, total) => bar.update(done, total) });
    bar.stop();
    const rejects = rejectsFileOf(file);
    storeRejects(rejects, table, outcome.rejections);
    if (outcome.passedOver.length > 0) {
      process.stdout.write(`Passed over, because nobody fills them: ${outcome.passedOver.join(', ')}.\n`);
    }
    process.stdout.write(`Imported: ${outcome.created} created, ${outcome.updated} updated, ${outcome.rejections.length} rejected.\n`);
    if (outcome.rejections.length > 0) {
      process.stdout.write(`The rejected rows are in ${rejects}, each with its reason: mend that file and import it.\n`);
      process.exitCode = 2;
    }
  } finally {
    bar.stop();
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`${file} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
