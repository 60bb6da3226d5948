import menu from '@salesforce/label/c.Vouchsafe_Searches_Menu';
import save from '@salesforce/label/c.Vouchsafe_Searches_Save';
import saveNow from '@salesforce/label/c.Vouchsafe_Outcome_Save';
import remove from '@salesforce/label/c.Vouchsafe_Searches_Delete';
import title from '@salesforce/label/c.Vouchsafe_Searches_Title';
import titlePlaceholder from '@salesforce/label/c.Vouchsafe_Searches_Title_Placeholder';
import cancel from '@salesforce/label/c.Vouchsafe_Ask_Cancel';

/** Every word that `c/savedSearches` shows. */
export const labels = { menu, save, saveNow, remove, title, titlePlaceholder, cancel };
