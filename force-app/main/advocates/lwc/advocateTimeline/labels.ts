import heading from '@salesforce/label/c.Vouchsafe_Timeline_Heading';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Timeline_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Timeline_Empty_Message';
import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import added from '@salesforce/label/c.Vouchsafe_Timeline_Added';
import nominated from '@salesforce/label/c.Vouchsafe_Timeline_Nominated';
import verified from '@salesforce/label/c.Vouchsafe_Timeline_Verified';
import thanked from '@salesforce/label/c.Vouchsafe_Timeline_Thanked';
import asked from '@salesforce/label/c.Vouchsafe_Timeline_Asked';
import approved from '@salesforce/label/c.Vouchsafe_Timeline_Approved';
import standingYes from '@salesforce/label/c.Vouchsafe_Timeline_Approved_Standing';
import declined from '@salesforce/label/c.Vouchsafe_Timeline_Declined';
import expired from '@salesforce/label/c.Vouchsafe_Timeline_Expired';
import withdrawn from '@salesforce/label/c.Vouchsafe_Timeline_Withdrawn';
import tookPlace from '@salesforce/label/c.Vouchsafe_Timeline_Took_Place';
import missed from '@salesforce/label/c.Vouchsafe_Timeline_Missed';
import planned from '@salesforce/label/c.Vouchsafe_Timeline_Planned';
import shown from '@salesforce/label/c.Vouchsafe_Timeline_Shown';
import recognised from '@salesforce/label/c.Vouchsafe_Timeline_Recognised';
import reversed from '@salesforce/label/c.Vouchsafe_Timeline_Reversed';
import allowed from '@salesforce/label/c.Vouchsafe_Timeline_Allowed';

/** Every word that `c/advocateTimeline` shows. */
export const labels = {
  heading,
  emptyTitle,
  emptyMessage,
  showMore,
  added,
  nominated,
  verified,
  thanked,
  asked,
  approved,
  standingYes,
  declined,
  expired,
  withdrawn,
  tookPlace,
  missed,
  planned,
  shown,
  recognised,
  reversed,
  allowed,
};
