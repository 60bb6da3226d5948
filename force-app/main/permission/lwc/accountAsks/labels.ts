import title from '@salesforce/label/c.Vouchsafe_Account_Asks_Title';
import waitingOne from '@salesforce/label/c.Vouchsafe_Account_Asks_Waiting_One';
import waitingMany from '@salesforce/label/c.Vouchsafe_Account_Asks_Waiting_Many';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Account_Asks_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Account_Asks_Empty_Message';
import showEarlier from '@salesforce/label/c.Vouchsafe_Account_Asks_Show_Earlier';
import hideEarlier from '@salesforce/label/c.Vouchsafe_Account_Asks_Hide_Earlier';
import earlier from '@salesforce/label/c.Vouchsafe_Account_Asks_Earlier';
import decidedApproved from '@salesforce/label/c.Vouchsafe_Decision_Toast_Approved';
import decidedDeclined from '@salesforce/label/c.Vouchsafe_Decision_Toast_Declined';
import whatSaid from '@salesforce/label/c.Vouchsafe_Answer_What_Said';
import agreed from '@salesforce/label/c.Vouchsafe_Answer_Agreed';
import declinedIt from '@salesforce/label/c.Vouchsafe_Answer_Declined';
import noAnswer from '@salesforce/label/c.Vouchsafe_Answer_No_Answer';
import notAnswered from '@salesforce/label/c.Vouchsafe_Answer_Not_Yet';
import answerRecorded from '@salesforce/label/c.Vouchsafe_Answer_Recorded';

/** Every word that `c/accountAsks` shows. */
export const labels = {
  title,
  waitingOne,
  waitingMany,
  emptyTitle,
  emptyMessage,
  showEarlier,
  hideEarlier,
  earlier,
  decidedApproved,
  decidedDeclined,
  whatSaid,
  agreed,
  declinedIt,
  noAnswer,
  notAnswered,
  answerRecorded,
};
