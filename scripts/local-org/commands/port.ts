import { SetUpError } from '../metadata/set-up-error.ts';

const DEFAULT_PORT = 8080;
const HIGHEST_PORT = 65_535;

/** The port from the environment variable PORT; 8080 without one. */
export function numberOfPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= HIGHEST_PORT) return port;
  throw new SetUpError(`PORT is ${text}, which is no port: give a whole number from 1 to ${HIGHEST_PORT}.`);
}
