import progress from 'cli-progress';

/** Shows on the error stream how far a long job has come; silent when that is not a terminal. */
export class ProgressBar {
  readonly #bar: InstanceType<typeof progress.SingleBar>;
  #started = false;

  /** @param title what is being done, such as `Seeding`. */
  constructor(title: string) {
    this.#bar = new progress.SingleBar(
      {
        format: `${title} {bar} {percentage} % · {value} of {total} · {eta} s left`,
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
      },
      progress.Presets.shades_classic,
    );
  }

  /** So many of so many are done. */
  update(done: number, total: number): void {
    if (!this.#started) {
      this.#bar.start(total, done);
      this.#started = true;
    }
    this.#bar.setTotal(total);
    this.#bar.update(done);
  }

  /** Takes the bar away. */
  stop(): void {
    if (this.#started) {
      this.#bar.stop();
    }
  }
}
