import notBefore from '@salesforce/label/c.Vouchsafe_Decision_Not_Before';
import note from '@salesforce/label/c.Vouchsafe_Decision_Note';
import notePlaceholder from '@salesforce/label/c.Vouchsafe_Decision_Note_Placeholder';
import conditionMissing from '@salesforce/label/c.Vouchsafe_Decision_Condition_Missing';
import approveWithCondition from '@salesforce/label/c.Vouchsafe_Decision_Approve_With_Condition';
import keep from '@salesforce/label/c.Vouchsafe_Decision_Keep';
import keepUntil from '@salesforce/label/c.Vouchsafe_Decision_Keep_Until';
import back from '@salesforce/label/c.Vouchsafe_Decision_Back';

/** Every word that `c/conditionForm` shows. */
export const labels = {
  notBefore,
  note,
  notePlaceholder,
  conditionMissing,
  approveWithCondition,
  keep,
  keepUntil,
  back,
};
