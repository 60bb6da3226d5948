/** What is wrong with a source file, as a compiler says it. */
export interface Diagnostic {
  /** Path of the file, as in the source tree. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface CompileReport {
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the classes and triggers that can run. */
  readonly compiled: readonly string[];
  /** Milliseconds the compilation took. */
  readonly duration: number;
}

/** The outcome of `executeAnonymous`, in the shape of the Tooling API. */
export interface AnonymousResult {
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  readonly line: number;
  readonly column: number;
  /** What `System.debug` wrote. */
  readonly debugLog: string;
}

export interface TestOptions {
  /** `Class` or `Class.method`, in any case; absent = all tests. */
  readonly tests?: readonly string[];
  /** Called after every test method. */
  readonly progress?: (outcome: TestOutcome, done: number, total: number) => void;
  /** Only classes whose source is in the tests' own package folders; absent = all. */
  readonly coverage?: boolean;
  /** Whether to tell for each test method which lines ran in it. */
  readonly coverageByTest?: boolean;
}

export interface TestOutcome {
  readonly className: string;
  readonly methodName: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  readonly stackTrace: string | null;
  /** Milliseconds. */
  readonly duration: number;
  /** What the test used of the governor limits, outside `Test.startTest` .. `stopTest` and inside added up. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface ClassCoverage {
  readonly name: string;
  readonly file: string;
  readonly coveredLines: number;
  readonly totalLines: number;
  /** Numbers of the lines that ran, and of those that did not. */
  readonly covered: readonly number[];
  readonly uncovered: readonly number[];
}

/** The lines of each class and trigger that ran in one test method. */
export interface CoveredByTest {
  readonly className: string;
  readonly methodName: string;
  readonly classes: readonly { readonly name: string; readonly covered: readonly number[] }[];
}

export interface TestReport {
  readonly summary: { readonly passed: number; readonly failed: number; readonly skipped: number; readonly notCompiled: number };
  readonly tests: readonly TestOutcome[];
  readonly coverage: {
    readonly classes: readonly ClassCoverage[];
    readonly coveredLines: number;
    readonly totalLines: number;
    /** 0..100. */
    readonly percent: number;
    /** Only when it was asked for. */
    readonly byTest?: readonly CoveredByTest[];
  };
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds. */
  readonly duration: number;
}

/** The body of an error response for an `@AuraEnabled` call, exactly as Lightning gives it to the component as `error.body`. */
export interface AuraErrorBody {
  readonly message: string;
  /** Absent, like the rest, for an `AuraHandledException`: its text is all that the component gets. */
  readonly stackTrace?: string;
  readonly exceptionType?: string;
  readonly isUserDefinedException?: boolean;
}
