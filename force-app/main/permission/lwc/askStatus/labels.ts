import queued from '@salesforce/label/c.Vouchsafe_Ask_Status_Queued';
import pending from '@salesforce/label/c.Vouchsafe_Ask_Status_Pending';
import approved from '@salesforce/label/c.Vouchsafe_Ask_Status_Approved';
import declined from '@salesforce/label/c.Vouchsafe_Ask_Status_Declined';
import expired from '@salesforce/label/c.Vouchsafe_Ask_Status_Expired';
import withdrawn from '@salesforce/label/c.Vouchsafe_Ask_Status_Withdrawn';
import completed from '@salesforce/label/c.Vouchsafe_Ask_Status_Completed';
import missed from '@salesforce/label/c.Vouchsafe_Ask_Status_Missed';

/** Every word that `c/askStatus` shows. */
export const labels = { queued, pending, approved, declined, expired, withdrawn, completed, missed };
