import { parseArgs } from 'node:util';
import { METRICS } from '../../force-app/main/influence/lwc/metricsService/lines.ts';
import type { Metric } from '../../force-app/main/influence/lwc/metricsService/lines.ts';
import { connect, connectionArguments, readConnectionOptions } from '../lib/connection.ts';
import { reportBookings } from './report/bookings-report.ts';
import { formatFigures } from './report/figure-formats.ts';
import { commandName, reportFigures } from './report/figures-report.ts';
import { formatReport, reportFormats } from './report/formats.ts';
import type { ReportFormat } from './report/formats.ts';
import { readOrgClock } from './report/read-facts.ts';

const BOOKINGS = 'bookings';
const ALL = 'all';
const metricNames = [BOOKINGS, ...METRICS.map(commandName), ALL];

const help = `Prints figures about the program, computed by the same modules as the page, each with its definition and its n.

  npm run report -- --quarter 2026-Q3 --format table    influenced bookings as table, csv or json; without a quarter, the present one
  npm run report -- --metric win-rate-lift --quarters 8 a figure over so many quarters, the last one included
  npm run report -- --metric all                        every figure but the bookings
  npm run report -- --landmark-days 30                  the day at which the win-rate lift tells deals apart; without it, 60
  npm run report -- --instance-url URL --access-token T another org, or by SF_INSTANCE_URL and SF_ACCESS_TOKEN

Figures: ${metricNames.join(', ')}.
The user needs the permission set Vouchsafe Ops or Vouchsafe Program Manager.
`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...connectionArguments,
      metric: { type: 'string', default: BOOKINGS },
      quarter: { type: 'string' },
      quarters: { type: 'string', default: '1' },
      'landmark-days': { type: 'string' },
      format: { type: 'string', default: 'table' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const format = readFormat(values.format);
  const metrics = readMetrics(values.metric);
  const quarters = readCount(values.quarters, '--quarters', 40);
  const landmarkDays = values['landmark-days'] === undefined ? undefined : readCount(values['landmark-days'], '--landmark-days', 365);
  const connection = await connect(readConnectionOptions(values, process.env));
  const now = new Date();
  const quarter = values.quarter === undefined ? {} : { quarter: values.quarter };
  if (metrics === BOOKINGS) {
    if (quarters > 1 || landmarkDays !== undefined) {
      throw new Error('Bookings are printed a quarter at a time: leave out --quarters and --landmark-days, or name another --metric.');
    }
    const { today } = await readOrgClock(connection, now.toISOString());
    process.stdout.write(formatReport(await reportBookings(connection, { today, ...quarter }), format));
    return;
  }
  const report = await reportFigures(connection, {
    ...quarter,
    quarters,
    metrics,
    now,
    ...(landmarkDays === undefined ? {} : { landmarkDays }),
  });
  process.stdout.write(formatFigures(report, format));
}

function readFormat(name: string): ReportFormat {
  const format = reportFormats.find((candidate) => candidate === name);
  if (!format) {
    throw new Error(`"${name}" is not a format; choose one of ${reportFormats.join(', ')}.`);
  }
  return format;
}

function readMetrics(name: string): typeof BOOKINGS | readonly Metric[] {
  if (name === BOOKINGS) {
    return BOOKINGS;
  }
  const metrics = METRICS.filter((metric) => name === ALL || commandName(metric) === name);
  if (metrics.length === 0) {
    throw new Error(`"${name}" is not a figure; choose one of ${metricNames.join(', ')}.`);
  }
  return metrics;
}

function readCount(text: string, option: string, most: number): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new Error(`${option} takes a whole number from 1 to ${most}, not "${text}".`);
  }
  return count;
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
