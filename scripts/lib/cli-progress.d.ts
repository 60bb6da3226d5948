/** The part of cli-progress that is used here; the package brings no types. */
declare module 'cli-progress' {
  interface Options {
    readonly format: string;
    readonly stream: NodeJS.WritableStream;
    readonly clearOnComplete: boolean;
    readonly hideCursor: boolean;
  }

  interface Preset {
    readonly barCompleteChar: string;
    readonly barIncompleteChar: string;
  }

  interface Bar {
    start(total: number, startValue: number): void;
    setTotal(total: number): void;
    update(current: number): void;
    stop(): void;
  }

  const progress: {
    readonly SingleBar: new (options: Options, preset: Preset) => Bar;
    readonly Presets: { readonly shades_classic: Preset };
  };
  export default progress;
}
