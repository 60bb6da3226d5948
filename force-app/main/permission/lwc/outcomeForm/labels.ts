import yesHeading from '@salesforce/label/c.Vouchsafe_Outcome_Yes_Heading';
import noHeading from '@salesforce/label/c.Vouchsafe_Outcome_No_Heading';
import movedHeading from '@salesforce/label/c.Vouchsafe_Outcome_Moved_Heading';
import tookPlaceOn from '@salesforce/label/c.Vouchsafe_Outcome_Took_Place_On';
import tookPlaceFuture from '@salesforce/label/c.Vouchsafe_Outcome_Took_Place_Future';
import scheduledAt from '@salesforce/label/c.Vouchsafe_Outcome_Scheduled_At';
import effect from '@salesforce/label/c.Vouchsafe_Outcome_Effect';
import decisive from '@salesforce/label/c.Vouchsafe_Outcome_Effect_Decisive';
import helped from '@salesforce/label/c.Vouchsafe_Outcome_Effect_Helped';
import noEffect from '@salesforce/label/c.Vouchsafe_Outcome_Effect_None';
import tooEarly from '@salesforce/label/c.Vouchsafe_Outcome_Effect_Unknown';
import feedback from '@salesforce/label/c.Vouchsafe_Outcome_Feedback';
import feedbackPlaceholder from '@salesforce/label/c.Vouchsafe_Outcome_Feedback_Placeholder';
import save from '@salesforce/label/c.Vouchsafe_Outcome_Save';
import cancel from '@salesforce/label/c.Vouchsafe_Ask_Cancel';
import rating from '@salesforce/label/c.Vouchsafe_Rating_Question';
import scheduleHeading from '@salesforce/label/c.Vouchsafe_Outcome_Schedule_Heading';

/** Every word that `c/outcomeForm` shows. */
export const labels = {
  yesHeading,
  noHeading,
  movedHeading,
  tookPlaceOn,
  tookPlaceFuture,
  scheduledAt,
  effect,
  decisive,
  helped,
  noEffect,
  tooEarly,
  feedback,
  feedbackPlaceholder,
  save,
  cancel,
  rating,
  scheduleHeading,
};
