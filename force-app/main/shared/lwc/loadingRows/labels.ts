import loading from '@salesforce/label/c.Vouchsafe_Loading';

/** Every word that `c/loadingRows` shows. */
export const labels = { loading };
