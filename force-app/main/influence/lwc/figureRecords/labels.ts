import close from '@salesforce/label/c.Vouchsafe_Figures_Close';
import more from '@salesforce/label/c.Vouchsafe_Figures_Records_More';
import none from '@salesforce/label/c.Vouchsafe_Figures_Records_None';

/** Every word that `c/figureRecords` shows. */
export const labels = { close, more, none };
