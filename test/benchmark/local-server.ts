import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm start` runs, behind the name of Node: options and the file of the command. */
const command = (JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { scripts: { start: string } }).scripts.start
  .split(' ')
  .slice(1);
const readyLine = 'Vouchsafe is ready:';

/** A local org in a process of its own, started as `npm start` does. */
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
    const server = spawn(process.execPath, [...command, '--data-dir', dataFolder, ...options], {
      cwd: project,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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

  /** Resident memory in megabytes, now and at most so far; undefined where the system does not tell. */
  memory(): { readonly now: number; readonly most: number } | undefined {
    const file = `/proc/${this.#process.pid}/status`;
    if (!existsSync(file)) return undefined;
    const status = readFileSync(file, 'utf8');
    const megabytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  /** Stops it and waits until it has ended. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#process.once('exit', () => resolve());
      this.#process.kill('SIGTERM');
    });
  }
}
