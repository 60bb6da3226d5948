import heading from '@salesforce/label/c.Vouchsafe_Desk_Page_Heading';
import headingCount from '@salesforce/label/c.Vouchsafe_Desk_Page_Heading_Count';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Desk_Page_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Desk_Page_Empty_Message';
import open from '@salesforce/label/c.Vouchsafe_Desk_Page_Open';
import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import unassigned from '@salesforce/label/c.Vouchsafe_Desk_Kind_Unassigned';
import overdue from '@salesforce/label/c.Vouchsafe_Desk_Kind_Overdue';
import passedOn from '@salesforce/label/c.Vouchsafe_Desk_Kind_Passed_On';
import queued from '@salesforce/label/c.Vouchsafe_Desk_Kind_Queued';
import unmetDemand from '@salesforce/label/c.Vouchsafe_Desk_Kind_Unmet_Demand';
import staleProfile from '@salesforce/label/c.Vouchsafe_Desk_Kind_Stale_Profile';
import bookingFailed from '@salesforce/label/c.Vouchsafe_Desk_Kind_Booking_Failed';
import high from '@salesforce/label/c.Vouchsafe_Desk_Risk_High';
import medium from '@salesforce/label/c.Vouchsafe_Desk_Risk_Medium';
import low from '@salesforce/label/c.Vouchsafe_Desk_Risk_Low';

/** Every word that `c/desk` shows. */
export const labels = {
  heading,
  headingCount,
  emptyTitle,
  emptyMessage,
  open,
  showMore,
  unassigned,
  overdue,
  passedOn,
  queued,
  unmetDemand,
  staleProfile,
  bookingFailed,
  high,
  medium,
  low,
};
