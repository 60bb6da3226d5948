import title from '@salesforce/label/c.Vouchsafe_Ask_Decision_Title';
import decidedApproved from '@salesforce/label/c.Vouchsafe_Decision_Toast_Approved';
import decidedDeclined from '@salesforce/label/c.Vouchsafe_Decision_Toast_Declined';

/** Every word that `c/askDecision` shows. */
export const labels = { title, decidedApproved, decidedDeclined };
