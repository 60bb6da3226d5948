import error from '@salesforce/label/c.Vouchsafe_Error';
import retry from '@salesforce/label/c.Vouchsafe_Error_Retry';

/** Every word that `c/errorPanel` shows. */
export const labels = { error, retry };
