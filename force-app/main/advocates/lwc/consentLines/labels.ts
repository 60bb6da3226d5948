import heading from '@salesforce/label/c.Vouchsafe_Care_Consent';
import rest from '@salesforce/label/c.Vouchsafe_Consent_Rest';
import kind from '@salesforce/label/c.Vouchsafe_Consent_Kind';
import purpose from '@salesforce/label/c.Vouchsafe_Consent_Purpose';
import permission from '@salesforce/label/c.Vouchsafe_Consent_Permission';
import until from '@salesforce/label/c.Vouchsafe_Consent_Until';
import condition from '@salesforce/label/c.Vouchsafe_Consent_Condition';
import add from '@salesforce/label/c.Vouchsafe_Consent_Add';
import remove from '@salesforce/label/c.Vouchsafe_Consent_Remove';
import removeName from '@salesforce/label/c.Vouchsafe_Consent_Remove_Name';
import anyKind from '@salesforce/label/c.Vouchsafe_Consent_Any_Kind';
import anyPurpose from '@salesforce/label/c.Vouchsafe_Consent_Any_Purpose';
import askEveryTime from '@salesforce/label/c.Vouchsafe_Care_Ask_Every_Time';
import preApproved from '@salesforce/label/c.Vouchsafe_Care_Pre_Approved';
import neverAsk from '@salesforce/label/c.Vouchsafe_Care_Never';

/** Every word that `c/consentLines` shows. */
export const labels = {
  heading,
  rest,
  kind,
  purpose,
  permission,
  until,
  condition,
  add,
  remove,
  removeName,
  anyKind,
  anyPurpose,
  askEveryTime,
  preApproved,
  neverAsk,
};
