import heading from '@salesforce/label/c.Vouchsafe_Ask_Heading';
import activityType from '@salesforce/label/c.Vouchsafe_Ask_Activity_Type';
import needBy from '@salesforce/label/c.Vouchsafe_Ask_Need_By';
import needByPast from '@salesforce/label/c.Vouchsafe_Ask_Need_By_Past';
import context from '@salesforce/label/c.Vouchsafe_Ask_Context';
import value from '@salesforce/label/c.Vouchsafe_Ask_Value';
import valuePlaceholder from '@salesforce/label/c.Vouchsafe_Ask_Value_Placeholder';
import promise from '@salesforce/label/c.Vouchsafe_Ask_Promise';
import send from '@salesforce/label/c.Vouchsafe_Ask_Send';
import cancel from '@salesforce/label/c.Vouchsafe_Ask_Cancel';
import sending from '@salesforce/label/c.Vouchsafe_Ask_Sending';
import alternates from '@salesforce/label/c.Vouchsafe_Ask_Alternates';
import deskHeading from '@salesforce/label/c.Vouchsafe_Finder_Desk_Ask_Heading';
import deskPromise from '@salesforce/label/c.Vouchsafe_Finder_Desk_Ask_Promise';
import override from '@salesforce/label/c.Vouchsafe_Ask_Panel_Override';

/** Every word that `c/askPanel` shows. */
export const labels = {
  heading,
  activityType,
  needBy,
  needByPast,
  context,
  value,
  valuePlaceholder,
  promise,
  send,
  cancel,
  sending,
  alternates,
  deskHeading,
  deskPromise,
  override,
};
