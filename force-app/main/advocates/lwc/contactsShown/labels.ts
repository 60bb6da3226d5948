import nobody from '@salesforce/label/c.Vouchsafe_Shown_Nobody';
import by from '@salesforce/label/c.Vouchsafe_Shown_By';

/** Every word that `c/contactsShown` shows. */
export const labels = {
  nobody,
  by,
};
