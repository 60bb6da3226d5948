import { parseArgs } from 'node:util';
import { connect, connectionArguments, readConnectionOptions } from '../lib/connection.ts';
import { ProgressBar } from '../lib/progress-bar.ts';
import { seedProgram } from './seed/seed-program.ts';

const help = `Fills an org with a reference program: customers, advocates, deals of eight quarters, asks, activities and wins.

  npm run seed                                          the local org (start it first: npm start)
  npm run seed -- --instance-url URL --access-token T   another org, or by SF_INSTANCE_URL and SF_ACCESS_TOKEN

The user needs the permission set Vouchsafe Program Manager and the right to create accounts, contacts, products and
deals. A second run changes nothing.
`;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { ...connectionArguments, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const connection = await connect(readConnectionOptions(values, process.env));
  const bar = new ProgressBar('Seeding');
  try {
    const outcome = await seedProgram(connection, { now: new Date(), onProgress: (stored, total) => bar.update(stored, total) });
    bar.stop();
    process.stdout.write(
      outcome.alreadySeeded
        ? 'This org is seeded already; nothing was changed.\n'
        : `Seeded: ${Object.entries(outcome.counts)
            .map(([object, count]) => `${count} ${object}`)
            .join(', ')}.\n`,
    );
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
