import heading from '@salesforce/label/c.Vouchsafe_Setup_Heading';
import allGood from '@salesforce/label/c.Vouchsafe_Setup_All_Good';
import toMendOne from '@salesforce/label/c.Vouchsafe_Setup_To_Mend_One';
import toMend from '@salesforce/label/c.Vouchsafe_Setup_To_Mend';
import people from '@salesforce/label/c.Vouchsafe_Setup_Area_People';
import jobs from '@salesforce/label/c.Vouchsafe_Setup_Area_Jobs';
import criteria from '@salesforce/label/c.Vouchsafe_Setup_Area_Criteria';
import contacts from '@salesforce/label/c.Vouchsafe_Setup_Area_Contacts';
import sample from '@salesforce/label/c.Vouchsafe_Setup_Area_Sample';
import good from '@salesforce/label/c.Vouchsafe_Setup_State_Good';
import bad from '@salesforce/label/c.Vouchsafe_Setup_State_Bad';
import note from '@salesforce/label/c.Vouchsafe_Setup_State_Note';
import lastRun from '@salesforce/label/c.Vouchsafe_Setup_Last_Run';
import nextRun from '@salesforce/label/c.Vouchsafe_Setup_Next_Run';
import start from '@salesforce/label/c.Vouchsafe_Setup_Start';
import startAll from '@salesforce/label/c.Vouchsafe_Setup_Start_All';
import startedAll from '@salesforce/label/c.Vouchsafe_Setup_Started_All';
import started from '@salesforce/label/c.Vouchsafe_Setup_Started';
import addSample from '@salesforce/label/c.Vouchsafe_Setup_Add_Sample';
import addedSample from '@salesforce/label/c.Vouchsafe_Setup_Added_Sample';
import removeSample from '@salesforce/label/c.Vouchsafe_Setup_Remove_Sample';
import removedSample from '@salesforce/label/c.Vouchsafe_Setup_Removed_Sample';

/** Every word that `c/setupPage` shows. */
export const labels = {
  heading,
  allGood,
  toMendOne,
  toMend,
  people,
  jobs,
  criteria,
  contacts,
  sample,
  good,
  bad,
  note,
  lastRun,
  nextRun,
  start,
  startAll,
  startedAll,
  started,
  addSample,
  addedSample,
  removeSample,
  removedSample,
};
