import unknown from '@salesforce/label/c.Vouchsafe_Error_Unknown';
import unreachable from '@salesforce/label/c.Vouchsafe_Error_Unreachable';

/** Every word that `c/errors` shows. */
export const labels = { unknown, unreachable };
