import heading from '@salesforce/label/c.Vouchsafe_Desk_Fit_Heading';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Desk_Fit_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Desk_Fit_Empty_Message';
import ask from '@salesforce/label/c.Vouchsafe_Desk_Fit_Ask';
import asked from '@salesforce/label/c.Vouchsafe_Desk_Fit_Asked';

/** Every word that `c/deskSuggestions` shows. */
export const labels = { heading, emptyTitle, emptyMessage, ask, asked };
