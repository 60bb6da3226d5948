import type { ScratchDefinition } from '../../metadata/scratch-definition.ts';
import type { Schema, SharingModel } from '../schema/description.ts';
import { TimeValue } from '../values/time.ts';
import type { SetUpWriter } from './set-up-writer.ts';

/** The user every org begins with: it runs tests and set-up, and has every right. */
export const ADMINISTRATOR_USERNAME = 'admin@vouchsafe.test';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MIDNIGHT = new TimeValue(0);

/** The ids that others refer to. */
export interface BaseSetUp {
  readonly organizationId: string;
  readonly administratorId: string;
}

/**
 * Writes what every org has from its first day: the organization, an administrator, business hours, a standard price book. What people
 * have changed of it since stays changed. The profiles must be there.
 */
export function loadBase(writer: SetUpWriter, schema: Schema, scratchDefinition: ScratchDefinition): BaseSetUp {
  const known = writer.find('Organization', ORGANIZATION_KEY);
  const organizationId = writer.upsert('Organization', ORGANIZATION_KEY, {
    ...(known === undefined && { ...ORGANIZATION, Name: scratchDefinition.orgName ?? 'Local Org' }),
    DefaultAccountAccess: defaultAccess(schema, 'Account'),
    DefaultContactAccess: defaultAccess(schema, 'Contact'),
    DefaultOpportunityAccess: defaultAccess(schema, 'Opportunity'),
  });
  const administratorId =
    writer.find('User', { Username: ADMINISTRATOR_USERNAME }) ??
    writer.insert('User', { ...ADMINISTRATOR, ProfileId: writer.find('Profile', { Name: 'System Administrator' }) as string });
  if (writer.find('BusinessHours', { IsDefault: true }) === undefined) {
    writer.insert('BusinessHours', {
      Name: 'Default',
      IsDefault: true,
      IsActive: true,
      TimeZoneSidKey: ORGANIZATION.TimeZoneSidKey,
      ...openingHours(WEEK),
    });
  }
  if (writer.find('Pricebook2', { IsStandard: true }) === undefined) {
    writer.insert('Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: true });
  }
  writer.sign(administratorId);
  return { organizationId, administratorId };
}

/** There is one organization; it is known by where it runs. */
const ORGANIZATION_KEY = { InstanceName: 'LOCAL' } as const;

const ORGANIZATION = {
  OrganizationType: 'Developer Edition',
  IsSandbox: false,
  DefaultLocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  TimeZoneSidKey: 'America/Los_Angeles',
  FiscalYearStartMonth: 1,
  UsesStartDateAsFiscalYearName: false,
} as const;

const ADMINISTRATOR = {
  Username: ADMINISTRATOR_USERNAME,
  FirstName: 'Ada',
  LastName: 'Admin',
  Name: 'Ada Admin',
  Email: ADMINISTRATOR_USERNAME,
  Alias: 'admin',
  CommunityNickname: 'admin',
  IsActive: true,
  TimeZoneSidKey: ORGANIZATION.TimeZoneSidKey,
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8',
  UserType: 'Standard',
} as const;

const ACCESS_WORDS: Readonly<Record<SharingModel, string>> = {
  Private: 'None',
  Read: 'Read',
  ReadWrite: 'Edit',
  ReadWriteTransfer: 'Edit',
  FullAccess: 'Edit',
  ControlledByParent: 'ControlledByParent',
};

function defaultAccess(schema: Schema, objectName: string): string {
  return ACCESS_WORDS[schema.object(objectName)?.sharingModel ?? 'ReadWrite'];
}

/** A day of the week. */
export type Weekday = (typeof WEEK)[number];

/**
 * The fields of business hours that are open from midnight to midnight on some days and closed on the others. The platform's own
 * default is open on all.
 */
export function openingHours(openDays: readonly Weekday[]): Record<string, TimeValue | null> {
  return Object.fromEntries(
    WEEK.flatMap((day) => ['StartTime', 'EndTime'].map((edge) => [`${day}${edge}`, openDays.includes(day) ? MIDNIGHT : null])),
  );
}
