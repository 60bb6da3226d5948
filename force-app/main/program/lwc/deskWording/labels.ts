import unassigned from '@salesforce/label/c.Vouchsafe_Desk_Kind_Unassigned';
import overdue from '@salesforce/label/c.Vouchsafe_Desk_Kind_Overdue';
import needIsNear from '@salesforce/label/c.Vouchsafe_Desk_Kind_Need_Is_Near';
import passedOn from '@salesforce/label/c.Vouchsafe_Desk_Kind_Passed_On';
import queued from '@salesforce/label/c.Vouchsafe_Desk_Kind_Queued';
import unmetDemand from '@salesforce/label/c.Vouchsafe_Desk_Kind_Unmet_Demand';
import toThank from '@salesforce/label/c.Vouchsafe_Desk_Kind_To_Thank';
import overused from '@salesforce/label/c.Vouchsafe_Desk_Kind_Overused';
import staleProfile from '@salesforce/label/c.Vouchsafe_Desk_Kind_Stale_Profile';
import underused from '@salesforce/label/c.Vouchsafe_Desk_Kind_Underused';
import bookingFailed from '@salesforce/label/c.Vouchsafe_Desk_Kind_Booking_Failed';
import answer from '@salesforce/label/c.Vouchsafe_Desk_Action_Answer';
import remind from '@salesforce/label/c.Vouchsafe_Desk_Action_Remind';
import passOn from '@salesforce/label/c.Vouchsafe_Desk_Action_Pass_On';
import askNow from '@salesforce/label/c.Vouchsafe_Desk_Action_Ask_Now';
import find from '@salesforce/label/c.Vouchsafe_Desk_Action_Find';
import nobodyFits from '@salesforce/label/c.Vouchsafe_Desk_Action_Nobody_Fits';
import confirm from '@salesforce/label/c.Vouchsafe_Desk_Action_Confirm';
import askOwner from '@salesforce/label/c.Vouchsafe_Desk_Action_Ask_Owner';
import rest from '@salesforce/label/c.Vouchsafe_Desk_Action_Rest';
import leave from '@salesforce/label/c.Vouchsafe_Desk_Action_Leave';
import thanked from '@salesforce/label/c.Vouchsafe_Desk_Action_Thanked';
import askToThank from '@salesforce/label/c.Vouchsafe_Desk_Action_Ask_To_Thank';
import tryAgain from '@salesforce/label/c.Vouchsafe_Desk_Action_Try_Again';
import nomination from '@salesforce/label/c.Vouchsafe_Desk_Kind_Nomination';
import consider from '@salesforce/label/c.Vouchsafe_Desk_Action_Consider';

/** Why something is on the desk, by the kind that Apex gives. */
export const KINDS: Readonly<Record<string, string | undefined>> = {
  Unassigned: unassigned,
  Overdue: overdue,
  'Need Is Near': needIsNear,
  'Passed On': passedOn,
  Queued: queued,
  'Unmet Demand': unmetDemand,
  Nomination: nomination,
  'To Thank': toThank,
  Overused: overused,
  'Stale Profile': staleProfile,
  Underused: underused,
  'Booking Failed': bookingFailed,
};

/** What can be done, by the action that Apex takes. */
export const ACTIONS: Readonly<Record<string, string | undefined>> = {
  Answer: answer,
  Remind: remind,
  'Pass On': passOn,
  'Ask Now': askNow,
  Find: find,
  'Nobody Fits': nobodyFits,
  Consider: consider,
  Confirm: confirm,
  'Ask Owner': askOwner,
  Rest: rest,
  Leave: leave,
  Thanked: thanked,
  'Ask To Thank': askToThank,
  'Try Again': tryAgain,
};
