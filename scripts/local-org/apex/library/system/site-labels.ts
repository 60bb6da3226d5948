import type { LibraryClass } from '../declaration.ts';

/** Labels that every org has for the pages of its sites. */
const NAMES = `address_information authorization_required bandwidth_limit_exceeded cancel change_password change_your_password
  click_forget_password community_nickname confirm_password contact_information down_for_maintenance edit email enter_password error error2
  file_not_found forgot_password forgot_password_confirmation forgot_your_password_q go_to_login_page in_maintenance limit_exceeded login
  login_button login_or_register_first logout my_profile my_profile_page new_password new_user_q old_password page_not_found_detail password
  passwords_dont_match powered_by register registration_confirmation save site_login site_under_construction sorry_for_inconvenience
  sorry_for_inconvenience_back_shortly stay_tuned submit temp_password_sent thank_you_for_registering under_construction user_information
  user_registration username verify_new_password`;

/** `Label.Site.passwords_dont_match`: here each says its own name in words, as no page shows it. */
export const siteLabelClass: LibraryClass = {
  name: 'System.Label.Site',
  members: Object.fromEntries(
    NAMES.split(/\s+/).map((name) => {
      const words = name.replaceAll('_', ' ');
      return [`static String ${name}`, () => words.charAt(0).toUpperCase() + words.slice(1)];
    }),
  ),
};
