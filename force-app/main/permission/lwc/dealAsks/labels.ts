import title from '@salesforce/label/c.Vouchsafe_Deal_Asks_Title';
import titleCount from '@salesforce/label/c.Vouchsafe_Deal_Asks_Title_Count';
import titleOne from '@salesforce/label/c.Vouchsafe_Deal_Asks_Title_One';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Deal_Asks_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Deal_Asks_Empty_Message';
import withdrawn from '@salesforce/label/c.Vouchsafe_Deal_Asks_Withdrawn';
import logged from '@salesforce/label/c.Vouchsafe_Deal_Asks_Logged';

/** Every word that `c/dealAsks` shows. */
export const labels = { title, titleCount, titleOne, emptyTitle, emptyMessage, withdrawn, logged };
