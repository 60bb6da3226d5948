import title from '@salesforce/label/c.Vouchsafe_Ask_Decision_Title';

/** Every word that `c/askDecision` shows. */
export const labels = { title };
