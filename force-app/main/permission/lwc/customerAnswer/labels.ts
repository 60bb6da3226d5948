import write from '@salesforce/label/c.Vouchsafe_Customer_Write';
import fold from '@salesforce/label/c.Vouchsafe_Customer_Fold';
import asked from '@salesforce/label/c.Vouchsafe_Customer_Asked';
import whatSaid from '@salesforce/label/c.Vouchsafe_Answer_What_Said';
import agreed from '@salesforce/label/c.Vouchsafe_Answer_Agreed';
import declinedIt from '@salesforce/label/c.Vouchsafe_Answer_Declined';
import noAnswer from '@salesforce/label/c.Vouchsafe_Answer_No_Answer';
import notAnswered from '@salesforce/label/c.Vouchsafe_Answer_Not_Yet';
import recorded from '@salesforce/label/c.Vouchsafe_Answer_Recorded';
import note from '@salesforce/label/c.Vouchsafe_Answer_Note';

/** Every word that `c/customerAnswer` shows. */
export const labels = {
  write,
  fold,
  asked,
  whatSaid,
  agreed,
  declinedIt,
  noAnswer,
  notAnswered,
  recorded,
  note,
};
