import promise from '@salesforce/label/c.Vouchsafe_Decision_Promise';
import asksFor from '@salesforce/label/c.Vouchsafe_Decision_Asks_For';
import forDeal from '@salesforce/label/c.Vouchsafe_Decision_For_Deal';
import message from '@salesforce/label/c.Vouchsafe_Decision_Message';
import value from '@salesforce/label/c.Vouchsafe_Decision_Value';
import needBy from '@salesforce/label/c.Vouchsafe_Decision_Need_By';
import answerBy from '@salesforce/label/c.Vouchsafe_Decision_Answer_By';
import answerWasDue from '@salesforce/label/c.Vouchsafe_Decision_Answer_Was_Due';
import given from '@salesforce/label/c.Vouchsafe_Decision_Given';
import givenNone from '@salesforce/label/c.Vouchsafe_Decision_Given_None';
import givenOne from '@salesforce/label/c.Vouchsafe_Decision_Given_One';
import givenMany from '@salesforce/label/c.Vouchsafe_Decision_Given_Many';
import usesInQuarter from '@salesforce/label/c.Vouchsafe_Decision_Uses';
import restDays from '@salesforce/label/c.Vouchsafe_Decision_Rest';
import routed from '@salesforce/label/c.Vouchsafe_Decision_Routed';
import approve from '@salesforce/label/c.Vouchsafe_Decision_Approve';
import approveIf from '@salesforce/label/c.Vouchsafe_Decision_Approve_If';
import decline from '@salesforce/label/c.Vouchsafe_Decision_Decline';
import declineHeading from '@salesforce/label/c.Vouchsafe_Decision_Decline_Heading';
import declineNote from '@salesforce/label/c.Vouchsafe_Decision_Decline_Note';
import back from '@salesforce/label/c.Vouchsafe_Decision_Back';
import fit from '@salesforce/label/c.Vouchsafe_Decision_Fit';
import got from '@salesforce/label/c.Vouchsafe_Decision_Got';
import gotNothing from '@salesforce/label/c.Vouchsafe_Decision_Got_Nothing';
import thanked from '@salesforce/label/c.Vouchsafe_Decision_Thanked';
import promised from '@salesforce/label/c.Vouchsafe_Decision_Promised';
import valueNone from '@salesforce/label/c.Vouchsafe_Decision_Value_None';
import instead from '@salesforce/label/c.Vouchsafe_Decision_Instead';

/** Every word that `c/decisionPanel` shows. */
export const labels = {
  promise,
  asksFor,
  forDeal,
  message,
  value,
  needBy,
  answerBy,
  answerWasDue,
  given,
  givenNone,
  givenOne,
  givenMany,
  usesInQuarter,
  restDays,
  routed,
  approve,
  approveIf,
  decline,
  declineHeading,
  declineNote,
  back,
  fit,
  got,
  gotNothing,
  thanked,
  promised,
  valueNone,
  instead,
};
