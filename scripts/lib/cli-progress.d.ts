/** The part of cli-progress that is used here; the package brings no types. */
declare module 'cli-progress' {
  interface Options {
    readonly format?: string;
    readonly stream?: NodeJS.WritableStream;
    readonly clearOnComplete?: boolean;
    readonly hideCursor?: boolean;
  }

  interface Preset {
    readonly format: string;
  }

  class SingleBar {
    constructor(options: Options, preset?: Preset);
    start(total: number, startValue: number): void;
    setTotal(total: number): void;
    update(current: number): void;
    stop(): void;
  }

  const Presets: { readonly shades_classic: Preset };

  const progress: { readonly SingleBar: typeof SingleBar; readonly Presets: typeof Presets };
  export default progress;
}
