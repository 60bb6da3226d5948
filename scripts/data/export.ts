import { parseArgs } from 'node:util';
import { connect, connectionArguments, readConnectionOptions } from '../lib/connection.ts';
import { ProgressBar } from '../lib/progress-bar.ts';
import { storeCsv } from './csv/store.ts';
import { exportRecords } from './export/export-records.ts';

const help = `Writes all records of an object that the user may see to a CSV file; no cell is run as a formula by a spreadsheet.

  npm run export -- --object Advocate__c --file advocates.csv
  npm run export -- --instance-url URL --access-token T ...   another org, or by SF_INSTANCE_URL and SF_ACCESS_TOKEN

An exported file can be edited and imported again: npm run import.
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
    throw new Error('Say what to export: npm run export -- --object Advocate__c --file advocates.csv');
  }
  if (!/^\w+$/.test(object)) {
    throw new Error(`"${object}" is not the API name of an object: it looks like Advocate__c.`);
  }
  const connection = await connect(readConnectionOptions(values, process.env));
  const bar = new ProgressBar('Exporting');
  try {
    const { lines, count } = await exportRecords(connection, object, (read, total) => bar.update(read, total));
    bar.stop();
    storeCsv(file, lines);
    process.stdout.write(`Exported: ${count} records of ${object} to ${file}.\n`);
  } finally {
    bar.stop();
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
