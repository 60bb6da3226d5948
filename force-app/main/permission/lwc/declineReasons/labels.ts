import tooBusy from '@salesforce/label/c.Vouchsafe_Decline_Too_Busy';
import sensitive from '@salesforce/label/c.Vouchsafe_Decline_Sensitive';
import openIssue from '@salesforce/label/c.Vouchsafe_Decline_Open_Issue';
import askedRecently from '@salesforce/label/c.Vouchsafe_Decline_Asked_Recently';
import prefersNot from '@salesforce/label/c.Vouchsafe_Decline_Prefers_Not';
import wrongFit from '@salesforce/label/c.Vouchsafe_Decline_Wrong_Fit';
import otherReason from '@salesforce/label/c.Vouchsafe_Decline_Other';

/** Every word that `c/declineReasons` shows. */
export const labels = { tooBusy, sensitive, openIssue, askedRecently, prefersNot, wrongFit, otherReason };
