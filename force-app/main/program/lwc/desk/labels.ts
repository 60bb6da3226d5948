import heading from '@salesforce/label/c.Vouchsafe_Desk_Page_Heading';
import headingCount from '@salesforce/label/c.Vouchsafe_Desk_Page_Heading_Count';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Desk_Page_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Desk_Page_Empty_Message';
import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import all from '@salesforce/label/c.Vouchsafe_Desk_Page_All';
import kinds from '@salesforce/label/c.Vouchsafe_Desk_Page_Kinds';
import done from '@salesforce/label/c.Vouchsafe_Desk_Page_Done';

/** Every word that `c/desk` shows. */
export const labels = { heading, headingCount, emptyTitle, emptyMessage, showMore, all, kinds, done };
