/** Classes and pages that the platform itself adds to an org with sites, and that profiles of such an org name. */

/** Apex classes, with the tests of most. */
export const SITE_CLASSES: ReadonlySet<string> = withTests(`ChangePasswordController CommunitiesLandingController CommunitiesLoginController
  CommunitiesSelfRegConfirmController CommunitiesSelfRegController ForgotPasswordController LightningForgotPasswordController
  LightningLoginFormController LightningSelfRegisterController MicrobatchSelfRegController MyProfilePageController SiteLoginController
  SiteRegisterController`);

/** Visualforce pages. */
export const SITE_PAGES: ReadonlySet<string> = new Set(
  `AnswersHome BandwidthExceeded ChangePassword CommunitiesLanding CommunitiesLogin CommunitiesSelfReg CommunitiesSelfRegConfirm
  CommunitiesTemplate Exception FileNotFound ForgotPassword ForgotPasswordConfirm IdeasHome InMaintenance MicrobatchSelfReg MyProfilePage
  SiteLogin SiteRegister SiteRegisterConfirm SiteTemplate StdExceptionTemplate Unauthorized UnderConstruction`.split(/\s+/),
);

function withTests(names: string): Set<string> {
  return new Set(names.split(/\s+/).flatMap((name) => [name, `${name}Test`]));
}
