/**
 * A process that runs a script in an org on disk and is killed when a number of transactions has ended: what it was in the middle of is
 * then for the next process. Arguments: project folder, cache folder, data file, script, number of transactions.
 */
import { openOrg } from '../../../scripts/local-org/open-org.ts';

const [project = '', cacheFolder = '', dataFile = '', script = '', transactions = '1'] = process.argv.slice(2);
const { org, engine } = openOrg({ project, cacheFolder, dataFile, onJobFailure: () => undefined });
let ended = 0;
org.observer = () => {
  ended += 1;
  if (ended === Number(transactions)) {
    process.kill(process.pid, 'SIGKILL');
  }
};
org.transaction(org.administratorId, (transaction) => {
  const { compileProblem, exceptionMessage } = engine.executeAnonymous(transaction, script);
  if (compileProblem ?? exceptionMessage) {
    throw new Error(compileProblem ?? exceptionMessage ?? '');
  }
});
