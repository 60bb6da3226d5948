import heading from '@salesforce/label/c.Vouchsafe_Policy_Page_Heading';
import standard from '@salesforce/label/c.Vouchsafe_Policy_Page_Standard';
import noStandard from '@salesforce/label/c.Vouchsafe_Policy_Page_No_Standard';
import save from '@salesforce/label/c.Vouchsafe_Outcome_Save';
import saved from '@salesforce/label/c.Vouchsafe_Policy_Page_Saved';

/** Every word that `c/policyEditor` shows. */
export const labels = { heading, standard, noStandard, save, saved };
