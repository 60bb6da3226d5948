import heading from '@salesforce/label/c.Vouchsafe_Care_Heading';
import status from '@salesforce/label/c.Vouchsafe_Care_Status';
import candidate from '@salesforce/label/c.Vouchsafe_Care_Candidate';
import active from '@salesforce/label/c.Vouchsafe_Care_Active';
import resting from '@salesforce/label/c.Vouchsafe_Care_Resting';
import retired from '@salesforce/label/c.Vouchsafe_Care_Retired';
import quietUntil from '@salesforce/label/c.Vouchsafe_Care_Quiet_Until';
import usesPerQuarter from '@salesforce/label/c.Vouchsafe_Care_Uses_Per_Quarter';
import restDays from '@salesforce/label/c.Vouchsafe_Care_Rest_Days';
import lastThanked from '@salesforce/label/c.Vouchsafe_Care_Last_Thanked';
import byPolicy from '@salesforce/label/c.Vouchsafe_Care_By_Policy';
import save from '@salesforce/label/c.Vouchsafe_Outcome_Save';
import cancel from '@salesforce/label/c.Vouchsafe_Ask_Cancel';

/** Every word that `c/advocateCareForm` shows. */
export const labels = {
  heading,
  status,
  candidate,
  active,
  resting,
  retired,
  quietUntil,
  usesPerQuarter,
  restDays,
  lastThanked,
  byPolicy,
  save,
  cancel,
};
