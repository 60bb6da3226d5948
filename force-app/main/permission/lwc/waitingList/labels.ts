import asksFor from '@salesforce/label/c.Vouchsafe_Decision_Asks_For';
import choose from '@salesforce/label/c.Vouchsafe_Waiting_Choose';
import chooseAll from '@salesforce/label/c.Vouchsafe_Waiting_Choose_All';
import chosen from '@salesforce/label/c.Vouchsafe_Waiting_Chosen';
import approveChosen from '@salesforce/label/c.Vouchsafe_Waiting_Approve_Chosen';
import declineChosen from '@salesforce/label/c.Vouchsafe_Waiting_Decline_Chosen';
import why from '@salesforce/label/c.Vouchsafe_Waiting_Why';
import approve from '@salesforce/label/c.Vouchsafe_Decision_Approve';
import decline from '@salesforce/label/c.Vouchsafe_Decision_Decline';
import back from '@salesforce/label/c.Vouchsafe_Decision_Back';
import needBy from '@salesforce/label/c.Vouchsafe_Decision_Need_By';
import answerBy from '@salesforce/label/c.Vouchsafe_Decision_Answer_By';
import answerWasDue from '@salesforce/label/c.Vouchsafe_Decision_Answer_Was_Due';
import open from '@salesforce/label/c.Vouchsafe_Waiting_Open';
import close from '@salesforce/label/c.Vouchsafe_Waiting_Close';

/** Every word that `c/waitingList` shows. */
export const labels = {
  asksFor,
  choose,
  chooseAll,
  chosen,
  approveChosen,
  declineChosen,
  why,
  approve,
  decline,
  back,
  needBy,
  answerBy,
  answerWasDue,
  open,
  close,
};
