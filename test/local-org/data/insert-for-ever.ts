import { ALL, asAdministrator, make, openWorkshop } from './workshop.ts';

/** Inserts five accounts a transaction into the file named, and prints a line after each commit, until it is killed. */
const org = openWorkshop(process.argv[2]);
for (let number = 1; ; number++) {
  asAdministrator(org, (transaction) => {
    for (let index = 0; index < 5; index++) {
      transaction.insert([make(org, 'Account', { Name: `A${index}`, Site: String(number) })], ALL);
    }
  });
  process.stdout.write(`${number}\n`);
}
