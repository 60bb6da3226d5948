import heading from '@salesforce/label/c.Vouchsafe_Policy_Page_Heading';
import standard from '@salesforce/label/c.Vouchsafe_Policy_Page_Standard';
import noStandard from '@salesforce/label/c.Vouchsafe_Policy_Page_No_Standard';
import save from '@salesforce/label/c.Vouchsafe_Outcome_Save';
import saved from '@salesforce/label/c.Vouchsafe_Policy_Page_Saved';
import clockStopped from '@salesforce/label/c.Vouchsafe_Policy_Page_Clock_Stopped';
import clockRuns from '@salesforce/label/c.Vouchsafe_Policy_Page_Clock_Runs';
import clockOn from '@salesforce/label/c.Vouchsafe_Policy_Page_Clock_On';
import startClock from '@salesforce/label/c.Vouchsafe_Policy_Page_Start_Clock';
import clockStarted from '@salesforce/label/c.Vouchsafe_Policy_Page_Clock_Started';

/** Every word that `c/policyEditor` shows. */
export const labels = { heading, standard, noStandard, save, saved, clockStopped, clockRuns, clockOn, startClock, clockStarted };
