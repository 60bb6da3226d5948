import approved from '@salesforce/label/c.Vouchsafe_Decision_Toast_Approved';
import declined from '@salesforce/label/c.Vouchsafe_Decision_Toast_Declined';
import instead from '@salesforce/label/c.Vouchsafe_Instead_Toast';

/** Every word that `c/decisionWording` shows. */
export const labels = { approved, declined, instead };
