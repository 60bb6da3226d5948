import type { Org } from '../data/org.ts';
import type { Work } from '../data/store/pending-work.ts';
import type { SObjectRecord } from '../data/record.ts';
import type { DmlResult, Transaction, TriggerRunner } from '../data/transaction.ts';
import type { SourceTree } from '../metadata/source-tree.ts';
import { runAnonymous } from './anonymous.ts';
import { readScripts } from './dataweave/project-scripts.ts';
import type { ProjectScripts } from './dataweave/project-scripts.ts';
import { bindParameters } from './aura/parameters.ts';
import { toAuraJson } from './aura/result.ts';
import { Compiler } from './compiler.ts';
import type { CompiledProgram } from './compiler.ts';
import type { AnonymousResult, CompileReport, TestOptions, TestReport } from './engine-types.ts';
import { JobRunner } from './job-runner.ts';
import { readLabels } from '../data/translation/labels.ts';
import { publishAll } from './library/event-bus/publish.ts';
import { loadLibrary } from './library/registry.ts';
import type { Library } from './library/registry.ts';
import { callRestService, findRestService, RestRefusal } from './rest/rest-service.ts';
import type { RestServiceAnswer, RestServiceRequest } from './rest/rest-service.ts';
import type { ClassInfo, MethodInfo } from './runtime/class-info.ts';
import { enterSharing, restoreSharing, withTransaction } from './runtime/current.ts';
import { publishChanges } from './runtime/change-events.ts';
import { setEventDelivery } from './runtime/event-delivery.ts';
import { Program } from './runtime/program.ts';
import { outsideTriggers } from './runtime/trigger-context.ts';
import { setWaker } from './runtime/work-queue.ts';
import { runTests } from './test-runner/run-tests.ts';
import { ProgramTriggers } from './trigger-runner.ts';

export interface EngineOptions {
  /** Where compiled output is kept between runs, such as `.cache/apex`; absent = nowhere. */
  readonly cacheFolder?: string;
  /** Whether lines are counted for coverage: slower, for test runs. */
  readonly coverage?: boolean;
  /** Hears of a job that failed after its transaction was over, when nobody waits for it. */
  readonly onJobFailure?: (job: Work, error: unknown) => void;
}

function rethrow(_job: Work, error: unknown): never {
  throw error;
}

/** There is no such class or method, or it is not `@AuraEnabled`. */
export class NoSuchAction extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoSuchAction';
  }
}

/** The Apex of a source tree, compiled and ready to run in an org: its triggers, its actions for components, its tests. */
export class ApexEngine {
  private readonly org: Org;
  private readonly library: Library;
  private readonly scripts: ProjectScripts;
  private readonly labels: ReadonlyMap<string, string>;
  private readonly compiler: Compiler;
  private readonly jobs: JobRunner;
  private compiled: CompiledProgram | undefined;
  private program: Program | undefined;
  private report: CompileReport | undefined;

  constructor(org: Org, tree: SourceTree, options: EngineOptions = {}) {
    this.org = org;
    this.scripts = readScripts(tree);
    this.library = loadLibrary(this.scripts.scripts);
    this.jobs = new JobRunner(org, options.onJobFailure ?? rethrow);
    this.labels = readLabels(tree);
    const { cacheFolder, coverage = false } = options;
    this.compiler = new Compiler({
      tree,
      schema: org.schema,
      library: this.library,
      labels: this.labels,
      coverage,
      ...(cacheFolder === undefined ? {} : { cacheFolder }),
    });
  }

  /** Compiles the source tree and puts its triggers and jobs to work in the org. What has mistakes is left out and reported. */
  compile(): CompileReport {
    if (!this.report) {
      const begun = performance.now();
      this.compiled = this.compiler.compile();
      this.program = new Program(this.compiled.modules, this.library, this.labels);
      this.org.triggers = new ProgramTriggers(this.program);
      setWaker(() => this.jobs.wake());
      setEventDelivery(this.org.triggers, (userId, work) =>
        this.org.transaction(userId, (transaction) => withTransaction(transaction, work)),
      );
      this.org.publishChanges = (transaction) => withTransaction(transaction, publishChanges);
      const compiled = [...this.program.allClasses()].map((info) => info.name).concat(this.program.triggers.map((trigger) => trigger.name));
      this.report = {
        diagnostics: [...this.scripts.diagnostics, ...this.compiled.diagnostics],
        compiled,
        duration: performance.now() - begun,
      };
    }
    return this.report;
  }

  /** Does queued work that is due by the org's clock, and gives the number of its pieces. */
  runDueJobs(): number {
    this.compile();
    return this.jobs.runDue();
  }

  /** Does what an earlier process left undone, and looks for due jobs every few seconds from now on. */
  watchJobs(): void {
    this.compile();
    this.jobs.watch();
  }

  /** Stops looking for due jobs; the org is about to be closed. */
  close(): void {
    this.jobs.stop();
  }

  get triggers(): TriggerRunner {
    this.compile();
    return this.org.triggers;
  }

  /**
   * Calls an `@AuraEnabled` method as a component does.
   * @param named Arguments by parameter name, as JSON.
   * @returns The result as JSON.
   * @throws NoSuchAction, or whatever the method throws (see `auraErrorBody`).
   */
  callAura(transaction: Transaction, className: string, methodName: string, named: Readonly<Record<string, unknown>>): unknown {
    const { info, method } = this.action(className, methodName);
    return withTransaction(transaction, () =>
      outsideTriggers(() => {
        const sharing = enterSharing(info.sharing !== 'without');
        try {
          const args = bindParameters(method.parameters, named);
          return toAuraJson((info.javascriptClass[method.key] as (...values: unknown[]) => unknown)(...args));
        } finally {
          restoreSharing(sharing);
        }
      }),
    );
  }

  /** Whether an `@AuraEnabled` method promises to change nothing. Throws `NoSuchAction`. */
  isCacheable(className: string, methodName: string): boolean {
    const { method } = this.action(className, methodName);
    return method.annotations.some(
      (annotation) => annotation.name === 'auraenabled' && annotation.parameters['cacheable']?.toLowerCase() === 'true',
    );
  }

  /** Publishes platform events, as a client does that creates them. */
  publishEvents(transaction: Transaction, events: readonly SObjectRecord[]): DmlResult[] {
    this.compile();
    return withTransaction(transaction, () => publishAll(events).map(({ result }) => result));
  }

  /**
   * Calls an Apex REST service as a client does.
   * @param mayUse Whether the user may call a class, by its name.
   * @throws RestRefusal, or whatever the service throws.
   */
  callRest(transaction: Transaction, request: RestServiceRequest, mayUse: (className: string) => boolean): RestServiceAnswer {
    this.compile();
    const service = findRestService(this.program?.allClasses() ?? [], request.path);
    const { name, sharing } = service.info;
    if (!mayUse(name)) {
      throw new RestRefusal(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${name}`);
    }
    return withTransaction(transaction, () =>
      outsideTriggers(() => {
        const before = enterSharing(sharing === 'with' || sharing === 'inherited');
        try {
          return callRestService(service, request);
        } finally {
          restoreSharing(before);
        }
      }),
    );
  }

  /** Compiles and runs a script. */
  executeAnonymous(transaction: Transaction, source: string): AnonymousResult {
    this.compile();
    return runAnonymous(transaction, this.compiler, this.program as Program, source);
  }

  /** Runs tests and measures which lines they covered. Each sees the org as the test set-up left it, and leaves no trace. */
  runTests(options: TestOptions = {}): TestReport {
    this.compile();
    return runTests({ org: this.org, program: this.program as Program, compiled: this.compiled as CompiledProgram }, options);
  }

  private action(className: string, methodName: string): { info: ClassInfo; method: MethodInfo } {
    this.compile();
    const info = this.program?.find(className);
    const method = info?.methods.find(
      (candidate) =>
        candidate.isStatic &&
        candidate.name.toLowerCase() === methodName.toLowerCase() &&
        candidate.annotations.some((annotation) => annotation.name === 'auraenabled'),
    );
    if (!info || !method) {
      throw new NoSuchAction(`There is no @AuraEnabled method ${className}.${methodName}.`);
    }
    return { info, method };
  }
}
