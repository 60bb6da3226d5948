import { parseArgs } from 'node:util';
import { connect, connectionArguments, readConnectionOptions } from '../lib/connection.ts';
import { reportBookings } from './report/bookings-report.ts';
import { formatReport, reportFormats } from './report/formats.ts';
import type { ReportFormat } from './report/formats.ts';

const help = `Prints the influenced bookings of a fiscal quarter, summed by the same module as the page.

  npm run report -- --quarter 2026-Q3 --format table    table, csv or json; without a quarter, the present one
  npm run report -- --instance-url URL --access-token T another org, or by SF_INSTANCE_URL and SF_ACCESS_TOKEN

The user needs the permission set Vouchsafe Ops or Vouchsafe Program Manager.
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...connectionArguments,
      quarter: { type: 'string' },
      format: { type: 'string', default: 'table' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const format = readFormat(values.format);
  const connection = await connect(readConnectionOptions(values, process.env));
  const today = new Date().toISOString().slice(0, 10);
  const report = await reportBookings(connection, { today, ...(values.quarter === undefined ? {} : { quarter: values.quarter }) });
  process.stdout.write(formatReport(report, format));
}

function readFormat(name: string): ReportFormat {
  const format = reportFormats.find((candidate) => candidate === name);
  if (!format) {
    throw new Error(`"${name}" is not a format; choose one of ${reportFormats.join(', ')}.`);
  }
  return format;
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
