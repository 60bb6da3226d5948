import { isRunningTest } from '../../runtime/async.ts';
import { invoke } from '../../runtime/invoke.ts';
import { raise, raiseNull } from '../../runtime/exception.ts';
import { PRINTED } from '../../runtime/text.ts';
import { abstractMember } from '../declaration.ts';
import type { LibraryClass, Native } from '../declaration.ts';
import { organizationField } from '../running-user.ts';
import { currentTransaction } from '../../runtime/current.ts';

/** A `System.Version` of a package: `1.20` or `1.20.3`. */
class VersionValue {
  readonly parts: readonly (number | null)[];

  constructor(...parts: readonly (number | null)[]) {
    this.parts = parts;
  }

  compareTo(other: VersionValue): number {
    const [mine, theirs] = [this, other].map(({ parts }) => parts.map((part) => part ?? 0));
    const index = mine.findIndex((part, at) => part !== (theirs[at] ?? 0));
    return index < 0 ? 0 : Math.sign((mine[index] ?? 0) - (theirs[index] ?? 0));
  }

  [PRINTED](): string {
    return this.parts.join('.');
  }
}

/** What a script of a package is told of its installation or removal. */
class PackageEvent {
  readonly previousVersion: VersionValue | null;
  readonly isPush: boolean;

  constructor(previousVersion: VersionValue | null, isPush: boolean) {
    this.previousVersion = previousVersion;
    this.isPush = isPush;
  }
}

const contextMembers: LibraryClass['members'] = {
  'Id organizationId()': () => organizationField('Id'),
};

/** Scripts that run when a package is installed or removed: here only tests start them. */
export const packageInstallClasses: readonly LibraryClass[] = [
  {
    name: 'System.Version',
    isInstance: (value) => value instanceof VersionValue,
    members: {
      'new(Integer major, Integer minor)': (...parts: [number | null, number | null]) => new VersionValue(...parts),
      'new(Integer major, Integer minor, Integer patch)': (...parts: [number | null, number | null, number | null]) =>
        new VersionValue(...parts),
      'Integer compareTo(System.Version other)': (self: VersionValue, other: VersionValue | null) =>
        self.compareTo(other ?? raiseNull('Argument 1 cannot be null')),
      'Integer major()': (self: VersionValue) => self.parts[0] ?? null,
      'Integer minor()': (self: VersionValue) => self.parts[1] ?? null,
      'Integer patch()': (self: VersionValue) => self.parts[2] ?? null,
    },
  },
  {
    name: 'System.InstallContext',
    kind: 'interface',
    isInstance: (value) => value instanceof PackageEvent,
    members: {
      ...contextMembers,
      'Id installerId()': () => currentTransaction().userId,
      'Boolean isPush()': (self: PackageEvent) => self.isPush,
      'Boolean isUpgrade()': (self: PackageEvent) => self.previousVersion !== null,
      'System.Version previousVersion()': (self: PackageEvent) => self.previousVersion,
    },
  },
  {
    name: 'System.UninstallContext',
    kind: 'interface',
    isInstance: (value) => value instanceof PackageEvent,
    members: { ...contextMembers, 'Id uninstallerId()': () => currentTransaction().userId },
  },
  { name: 'System.InstallHandler', kind: 'interface', members: { 'void onInstall(System.InstallContext context)': abstractMember } },
  { name: 'System.UninstallHandler', kind: 'interface', members: { 'void onUninstall(System.UninstallContext context)': abstractMember } },
];

function runScript(script: object | null, method: string, event: PackageEvent): void {
  if (!isRunningTest()) raise('System.UnexpectedException', `Test.${method.replace(/^on/, 'test')} can only be called from tests`);
  invoke(script ?? raiseNull('Argument 1 cannot be null'), method, [event]);
}

/** The methods of `System.Test` that start such a script. */
export const packageTestMembers: Readonly<Record<string, Native>> = {
  'static void testInstall(System.InstallHandler script, System.Version version)': (script: object | null, version: VersionValue | null) =>
    runScript(script, 'onInstall', new PackageEvent(version, false)),
  'static void testInstall(System.InstallHandler script, System.Version version, Boolean isPush)': (
    script: object | null,
    version: VersionValue | null,
    isPush: boolean | null,
  ) => runScript(script, 'onInstall', new PackageEvent(version, isPush === true)),
  'static void testUninstall(System.UninstallHandler script)': (script: object | null) =>
    runScript(script, 'onUninstall', new PackageEvent(null, false)),
};
