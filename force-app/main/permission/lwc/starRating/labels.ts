import stars from '@salesforce/label/c.Vouchsafe_Rating_Stars';

/** Every word that `c/starRating` shows. */
export const labels = { stars };
