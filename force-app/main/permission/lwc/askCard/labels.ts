import queuedWith from '@salesforce/label/c.Vouchsafe_Ask_Line_Queued';
import pendingWith from '@salesforce/label/c.Vouchsafe_Ask_Line_Pending';
import answerDue from '@salesforce/label/c.Vouchsafe_Ask_Line_Answer_Due';
import answerOverdue from '@salesforce/label/c.Vouchsafe_Ask_Line_Answer_Overdue';
import approvedBy from '@salesforce/label/c.Vouchsafe_Ask_Line_Approved';
import approvedOwn from '@salesforce/label/c.Vouchsafe_Ask_Line_Approved_Own';
import declinedBy from '@salesforce/label/c.Vouchsafe_Ask_Line_Declined';
import closedAt from '@salesforce/label/c.Vouchsafe_Ask_Line_Closed';
import tookPlace from '@salesforce/label/c.Vouchsafe_Ask_Line_Took_Place';
import missedAt from '@salesforce/label/c.Vouchsafe_Ask_Line_Missed';
import scheduled from '@salesforce/label/c.Vouchsafe_Ask_Line_Scheduled';
import needBy from '@salesforce/label/c.Vouchsafe_Ask_Line_Need_By';
import reason from '@salesforce/label/c.Vouchsafe_Ask_Line_Reason';
import condition from '@salesforce/label/c.Vouchsafe_Ask_Condition';
import notBefore from '@salesforce/label/c.Vouchsafe_Ask_Condition_Not_Before';
import showContact from '@salesforce/label/c.Vouchsafe_Ask_Show_Contact';
import contactRecorded from '@salesforce/label/c.Vouchsafe_Ask_Contact_Recorded';
import noEmail from '@salesforce/label/c.Vouchsafe_Ask_Contact_No_Email';
import noPhone from '@salesforce/label/c.Vouchsafe_Ask_Contact_No_Phone';
import withdraw from '@salesforce/label/c.Vouchsafe_Ask_Withdraw';
import withdrawSure from '@salesforce/label/c.Vouchsafe_Ask_Withdraw_Sure';
import withdrawYes from '@salesforce/label/c.Vouchsafe_Ask_Withdraw_Yes';
import keep from '@salesforce/label/c.Vouchsafe_Ask_Keep';
import didItHappen from '@salesforce/label/c.Vouchsafe_Ask_Did_It_Happen';
import yes from '@salesforce/label/c.Vouchsafe_Outcome_Yes';
import no from '@salesforce/label/c.Vouchsafe_Outcome_No';
import moved from '@salesforce/label/c.Vouchsafe_Outcome_Moved';
import stepAsked from '@salesforce/label/c.Vouchsafe_Ask_Step_Asked';
import stepApproved from '@salesforce/label/c.Vouchsafe_Ask_Step_Approved';
import stepTookPlace from '@salesforce/label/c.Vouchsafe_Ask_Step_Took_Place';
import stepDone from '@salesforce/label/c.Vouchsafe_Ask_Step_Done';
import stepOpen from '@salesforce/label/c.Vouchsafe_Ask_Step_Open';
import progress from '@salesforce/label/c.Vouchsafe_Ask_Progress';
import contactCoordinated from '@salesforce/label/c.Vouchsafe_Ask_Contact_Coordinated';
import contactAfterAgreement from '@salesforce/label/c.Vouchsafe_Ask_Contact_After_Agreement';
import contactFrom from '@salesforce/label/c.Vouchsafe_Ask_Contact_From';
import customerAsked from '@salesforce/label/c.Vouchsafe_Ask_Customer_Asked';
import customerAgreed from '@salesforce/label/c.Vouchsafe_Ask_Customer_Agreed';
import customerSilent from '@salesforce/label/c.Vouchsafe_Ask_Customer_Silent';
import queuePlace from '@salesforce/label/c.Vouchsafe_Ask_Queue_Place';
import queuePlaceExpected from '@salesforce/label/c.Vouchsafe_Ask_Queue_Place_Expected';
import schedule from '@salesforce/label/c.Vouchsafe_Outcome_Schedule';
import calendar from '@salesforce/label/c.Vouchsafe_Ask_Calendar';
import calendarTitle from '@salesforce/label/c.Vouchsafe_Ask_Calendar_Title';
import rating from '@salesforce/label/c.Vouchsafe_Rating_Question';
import briefing from '@salesforce/label/c.Vouchsafe_Briefing';
import next from '@salesforce/label/c.Vouchsafe_Ask_Next';
import nextThen from '@salesforce/label/c.Vouchsafe_Ask_Next_Then';
import instead from '@salesforce/label/c.Vouchsafe_Ask_Line_Instead';
import approvedStanding from '@salesforce/label/c.Vouchsafe_Ask_Line_Approved_Standing';

/** Every word that `c/askCard` shows. */
export const labels = {
  queuedWith,
  pendingWith,
  answerDue,
  answerOverdue,
  approvedBy,
  approvedOwn,
  declinedBy,
  closedAt,
  tookPlace,
  missedAt,
  scheduled,
  needBy,
  reason,
  condition,
  notBefore,
  showContact,
  contactRecorded,
  noEmail,
  noPhone,
  withdraw,
  withdrawSure,
  withdrawYes,
  keep,
  didItHappen,
  yes,
  no,
  moved,
  stepAsked,
  stepApproved,
  stepTookPlace,
  stepDone,
  stepOpen,
  progress,
  contactCoordinated,
  contactAfterAgreement,
  contactFrom,
  customerAsked,
  customerAgreed,
  customerSilent,
  queuePlace,
  queuePlaceExpected,
  schedule,
  calendar,
  calendarTitle,
  rating,
  briefing,
  next,
  nextThen,
  instead,
  approvedStanding,
};
