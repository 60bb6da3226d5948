import title from '@salesforce/label/c.Vouchsafe_No_Set_Title';
import message from '@salesforce/label/c.Vouchsafe_No_Set_Message';
import messageForAdministrators from '@salesforce/label/c.Vouchsafe_No_Set_Message_Administrator';
import open from '@salesforce/label/c.Vouchsafe_No_Set_Open';

/** Every word that `c/noPermissionSet` shows. */
export const labels = { title, message, messageForAdministrators, open };
