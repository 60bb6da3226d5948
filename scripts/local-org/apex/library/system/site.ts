import { ApexException, raise } from '../../runtime/exception.ts';
import { ApexList } from '../../runtime/collections/list.ts';
import type { LibraryClass } from '../declaration.ts';
import { PageReferenceValue } from './page-reference.ts';

const SITE_EXCEPTION = 'Site.ExternalUserCreateException';

const nothing = (): null => null;

function refuse(): never {
  return raise('System.UnsupportedOperationException', 'The local org has no Experience Cloud sites');
}

/**
 * What `System.Site` and `System.Network` answer to code that runs outside of a site, as all code does here: there is no current site, and
 * whoever isn't its guest is neither logged in nor registered.
 */
export const siteClasses: readonly LibraryClass[] = [
  {
    name: 'System.Site',
    members: {
      'static PageReference changePassword(String newPassword, String verifyNewPassword)': nothing,
      'static PageReference changePassword(String newPassword, String verifyNewPassword, String oldPassword)': nothing,
      'static Id createExternalUser(SObject user, String accountId)': nothing,
      'static Id createExternalUser(SObject user, String accountId, String password)': nothing,
      'static Id createExternalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)': nothing,
      'static Id createPersonAccountPortalUser(SObject user, String ownerId, String password)': nothing,
      'static Id createPortalUser(SObject user, String accountId, String password)': nothing,
      'static Id createPortalUser(SObject user, String accountId, String password, Boolean sendEmailConfirmation)': nothing,
      'static Boolean forgotPassword(String username)': () => false,
      'static String getAdminEmail()': nothing,
      'static Id getAdminId()': nothing,
      'static String getErrorDescription()': nothing,
      'static String getErrorMessage()': nothing,
      'static String getExperienceId()': nothing,
      'static String getMasterLabel()': nothing,
      'static String getName()': nothing,
      'static String getOriginalUrl()': nothing,
      'static String getPathPrefix()': nothing,
      'static Id getSiteId()': nothing,
      'static PageReference getTemplate()': nothing,
      'static Boolean isLoginEnabled()': () => false,
      'static Boolean isPasswordExpired()': () => false,
      'static Boolean isRegistrationEnabled()': () => false,
      'static Boolean isValidUsername(String username)': (username: string | null) =>
        username !== null && /^[^@\s]+@[^@\s]+\.\w+$/.test(username),
      'static PageReference login(String username, String password, String startUrl)': nothing,
      'static void setExperienceId(String experienceId)': () => undefined,
      'static void validatePassword(SObject user, String password, String confirmPassword)': refuse,
    },
  },
  {
    name: SITE_EXCEPTION,
    extends: 'System.Exception',
    isInstance: (value) => value instanceof ApexException && value.typeName === SITE_EXCEPTION,
    members: {
      'new()': () => new ApexException(SITE_EXCEPTION),
      'new(List<String> displayMessages, String internalMessages)': (_messages: ApexList | null, message: string | null) =>
        new ApexException(SITE_EXCEPTION, message),
      'List<String> getDisplayMessages()': (self: ApexException) =>
        new ApexList('String', self.apexMessage === null ? [] : [self.apexMessage]),
    },
  },
  {
    name: 'System.Network',
    members: {
      'new()': () => ({}),
      'static PageReference communitiesLanding()': () => new PageReferenceValue(''),
      'static PageReference forwardToAuthPage(String startUrl)': nothing,
      'static PageReference forwardToAuthPage(String startUrl, String displayType)': nothing,
      'static String getLoginUrl(String networkId)': nothing,
      'static String getLogoutUrl(String networkId)': nothing,
      'static String getNetworkId()': nothing,
      'static String getSelfRegUrl(String networkId)': nothing,
    },
  },
];
