import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real Salesforce CLI; `SF` names it when it is not on the path. */
const SF = process.env.SF ?? 'sf';

/** How a command ended: its exit status and what `--json` says. */
export interface Ended<Result> {
  readonly status: number;
  readonly result: Result;
  readonly message?: string;
}

/** The Salesforce CLI with a home folder of its own, so that it knows no other org. */
export class SalesforceCli {
  readonly home = mkdtempSync(join(tmpdir(), 'salesforce-cli-'));
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  /** Runs a command; undefined when the CLI is not installed. */
  run<Result>(argv: readonly string[], folder = this.home): Promise<Ended<Result> | undefined> {
    const env = {
      ...process.env,
      HOME: this.home,
      SF_ACCESS_TOKEN: this.#token,
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    };
    return new Promise((ended) => {
      execFile(SF, [...argv, '--json'], { env, cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, output) => {
        ended(output === '' ? undefined : (JSON.parse(output) as Ended<Result>));
      });
    });
  }

  /** Logs in as `local`. False when the CLI is not installed. */
  async login(url: string): Promise<boolean> {
    if ((await this.run(['version'])) === undefined) return false;
    const login = await this.run(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', 'local']);
    return login?.status === 0;
  }

  /** Removes the home folder. */
  remove(): void {
    rmSync(this.home, { recursive: true });
  }
}

/** Why a test that needs the CLI is skipped. */
export const NOT_INSTALLED = 'The Salesforce CLI is not installed; set SF to where it is.';
