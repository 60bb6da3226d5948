import why from '@salesforce/label/c.Vouchsafe_Consider_Why';
import who from '@salesforce/label/c.Vouchsafe_Consider_Who';
import whoPlaceholder from '@salesforce/label/c.Vouchsafe_Consider_Who_Placeholder';
import nobody from '@salesforce/label/c.Vouchsafe_Consider_Nobody';
import accept from '@salesforce/label/c.Vouchsafe_Consider_Accept';
import accepted from '@salesforce/label/c.Vouchsafe_Consider_Accepted';
import decline from '@salesforce/label/c.Vouchsafe_Consider_Decline';
import declined from '@salesforce/label/c.Vouchsafe_Consider_Declined';
import reasonAlready from '@salesforce/label/c.Vouchsafe_Consider_Reason_Already';
import reasonNotNow from '@salesforce/label/c.Vouchsafe_Consider_Reason_Not_Now';
import reasonSensitive from '@salesforce/label/c.Vouchsafe_Consider_Reason_Sensitive';
import reasonUnasked from '@salesforce/label/c.Vouchsafe_Consider_Reason_Unasked';
import reasonOther from '@salesforce/label/c.Vouchsafe_Consider_Reason_Other';

/** Every word that `c/nominationDecision` shows. */
export const labels = {
  why,
  who,
  whoPlaceholder,
  nobody,
  accept,
  accepted,
  decline,
  declined,
  reasonAlready,
  reasonNotNow,
  reasonSensitive,
  reasonUnasked,
  reasonOther,
};
