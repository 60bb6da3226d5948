import { Connection } from 'jsforce';

/** Where a command works: a real org by URL and token, or the local org by user and password. */
export type ConnectionOptions =
  | { readonly instanceUrl: string; readonly accessToken: string }
  | { readonly localUrl: string; readonly username: string; readonly password: string };

/** The options by which any command says where it works, for `parseArgs` of node:util; a command adds its own. */
export const connectionArguments = {
  'instance-url': { type: 'string' },
  'access-token': { type: 'string' },
  username: { type: 'string' },
  password: { type: 'string' },
} as const;

/** What `parseArgs` found of `connectionArguments`. */
export interface ConnectionArguments {
  readonly 'instance-url'?: string | undefined;
  readonly 'access-token'?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** The API version that all commands speak. */
export const API_VERSION = '65.0';

const DEMO_USERNAME = 'manager@vouchsafe.test';
const DEMO_PASSWORD = 'vouchsafe1';
const DEFAULT_PORT = '8080';

/**
 * Where to work: `--instance-url` and `--access-token`, else `SF_INSTANCE_URL` and `SF_ACCESS_TOKEN`, else the local org (at `PORT`) as
 * one of its demo users. Throws when only one of URL and token is known.
 */
export function readConnectionOptions(given: ConnectionArguments, environment: NodeJS.ProcessEnv): ConnectionOptions {
  const instanceUrl = given['instance-url'] ?? environment.SF_INSTANCE_URL;
  const accessToken = given['access-token'] ?? environment.SF_ACCESS_TOKEN;
  if (instanceUrl && accessToken) return { instanceUrl: instanceUrl.replace(/\/+$/, ''), accessToken };
  if (instanceUrl || accessToken) {
    throw new Error('To work on an org, give both --instance-url and --access-token (or SF_INSTANCE_URL and SF_ACCESS_TOKEN).');
  }
  const localUrl = `http://127.0.0.1:${environment.PORT ?? DEFAULT_PORT}`;
  return { localUrl, username: given.username ?? DEMO_USERNAME, password: given.password ?? DEMO_PASSWORD };
}

/** Connects, and for the local org logs in. Throws one sentence that says what to do when it can't. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  if ('accessToken' in options) return new Connection({ ...options, version: API_VERSION });
  const { localUrl, username, password } = options;
  const connection = new Connection({
    loginUrl: localUrl,
    instanceUrl: localUrl,
    version: API_VERSION,
    // With a client id and secret jsforce logs in by OAuth; the local org accepts any.
    oauth2: { loginUrl: localUrl, clientId: 'local', clientSecret: 'local', redirectUri: localUrl },
  });
  try {
    await connection.login(username, password);
  } catch (cause) {
    throw new Error(explainFailedLogin(localUrl, username, cause), { cause });
  }
  return connection;
}

function explainFailedLogin(localUrl: string, username: string, cause: unknown): string {
  if (isUnreachable(cause)) return `The local org does not answer at ${localUrl}: start it with npm start, or set PORT to where it runs.`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `The local org at ${localUrl} refused the login of ${username}: ${reason}`;
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED' || isUnreachable(error.cause);
}
