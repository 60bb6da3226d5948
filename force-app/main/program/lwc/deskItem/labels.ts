import close from '@salesforce/label/c.Vouchsafe_Desk_Page_Close';
import more from '@salesforce/label/c.Vouchsafe_Desk_Page_More';
import high from '@salesforce/label/c.Vouchsafe_Desk_Risk_High';
import medium from '@salesforce/label/c.Vouchsafe_Desk_Risk_Medium';
import low from '@salesforce/label/c.Vouchsafe_Desk_Risk_Low';

/** Every word that `c/deskItem` shows, but those of kinds and actions. */
export const labels = { close, more, high, medium, low };
