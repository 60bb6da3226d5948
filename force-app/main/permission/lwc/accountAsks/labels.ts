import title from '@salesforce/label/c.Vouchsafe_Account_Asks_Title';
import waitingOne from '@salesforce/label/c.Vouchsafe_Account_Asks_Waiting_One';
import waitingMany from '@salesforce/label/c.Vouchsafe_Account_Asks_Waiting_Many';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Account_Asks_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Account_Asks_Empty_Message';
import showEarlier from '@salesforce/label/c.Vouchsafe_Account_Asks_Show_Earlier';
import hideEarlier from '@salesforce/label/c.Vouchsafe_Account_Asks_Hide_Earlier';
import earlier from '@salesforce/label/c.Vouchsafe_Account_Asks_Earlier';

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
};
