import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const command = fileURLToPath(new URL('../../scripts/local-org/cli.ts', import.meta.url));
const readyLine = 'Vouchsafe is ready:';

/** A local org in a process of its own. */
export class LocalServer {
  readonly #process: ChildProcess;
  /** Milliseconds from the start of the process to the line that says it is ready. */
  readonly readyAfter: number;

  private constructor(process: ChildProcess, readyAfter: number) {
    this.#process = process;
    this.readyAfter = readyAfter;
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param options of the start command, such as `--no-seed`.
   * @throws Error with what it printed when it ends before that.
   */
  static start(port: number, dataFolder: string, options: readonly string[] = []): Promise<LocalServer> {
    const startedAt = performance.now();
    const server = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', command, 'start', '--data-dir', dataFolder, ...options],
      {
        cwd: project,
        env: { ...process.env, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    return new Promise((resolve, reject) => {
      let printed = '';
      const listen = (text: Buffer): void => {
        printed += text.toString();
        if (printed.includes(readyLine)) {
          resolve(new LocalServer(server, performance.now() - startedAt));
        }
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.once('exit', (code) => reject(new Error(`The local org ended with code ${code} before it was ready:\n${printed}`)));
    });
  }

  /** Resident memory in megabytes; undefined where the system does not tell. */
  memory(): number | undefined {
    try {
      const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${this.#process.pid}/status`, 'utf8'))?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
    } catch {
      return undefined;
    }
  }

  /** Stops it and waits until it has ended. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#process.once('exit', () => resolve());
      this.#process.kill('SIGTERM');
    });
  }
}
