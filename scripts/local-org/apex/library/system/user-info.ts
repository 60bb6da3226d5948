import { isRunningTest } from '../../runtime/async.ts';
import { currentTransaction } from '../../runtime/current.ts';
import { raise } from '../../runtime/exception.ts';
import type { LibraryClass } from '../declaration.ts';
import { organizationField, runningUser } from '../running-user.ts';
import { ZoneOfTime } from './time.ts';

const text = (field: string): string | null => (runningUser().record?.get(field) as string | null | undefined) ?? null;

/** Apex runs without a session here, as asynchronous code does on the platform; tests have one there that opens nothing. */
function sessionId(): string | null {
  return isRunningTest() ? `${(organizationField('Id') ?? '').slice(0, 15)}!ApexTestSession` : null;
}

/** `System.UserInfo`. */
export const userInfoClass: LibraryClass = {
  name: 'System.UserInfo',
  members: {
    'static String getDefaultCurrency()': () => 'USD',
    'static String getFirstName()': () => text('FirstName'),
    'static String getLanguage()': () => runningUser().language,
    'static String getLastName()': () => text('LastName'),
    'static String getLocale()': () => runningUser().locale,
    'static String getName()': () => text('Name'),
    'static String getOrganizationId()': () => organizationField('Id'),
    'static String getOrganizationName()': () => organizationField('Name'),
    'static String getProfileId()': () => text('ProfileId'),
    'static String getSessionId()': sessionId,
    'static TimeZone getTimeZone()': () => new ZoneOfTime(runningUser().timeZone),
    'static String getUiTheme()': () => 'Theme4d',
    'static String getUiThemeDisplayed()': () => 'Theme4d',
    'static String getUserEmail()': () => text('Email'),
    'static String getUserId()': () => currentTransaction().userId,
    'static String getUserName()': () => text('Username'),
    'static String getUserRoleId()': () => text('UserRoleId'),
    'static String getUserType()': () => text('UserType') ?? 'Standard',
    'static Boolean isMultiCurrencyOrganization()': () => false,
  },
};

function withoutParameters(): never {
  return raise('System.UnsupportedOperationException', 'The local org keeps no feature parameters of packages');
}

/** `System.FeatureManagement`, of the running user. */
export const featureManagementClass: LibraryClass = {
  name: 'System.FeatureManagement',
  members: {
    'static Boolean checkPermission(String name)': (name: string | null) => {
      const transaction = currentTransaction();
      return name !== null && transaction.security.hasCustomPermission(transaction.userId, name);
    },
    'static Boolean checkPackageBooleanValue(String name)': withoutParameters,
    'static Date checkPackageDateValue(String name)': withoutParameters,
    'static Integer checkPackageIntegerValue(String name)': withoutParameters,
    'static void setPackageBooleanValue(String name, Boolean value)': withoutParameters,
    'static void setPackageDateValue(String name, Date value)': withoutParameters,
    'static void setPackageIntegerValue(String name, Integer value)': withoutParameters,
  },
};
