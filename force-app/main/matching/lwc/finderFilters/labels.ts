import neededBy from '@salesforce/label/c.Vouchsafe_Filter_Needed_By';
import neededByPast from '@salesforce/label/c.Vouchsafe_Need_By_Past';
import favouritesOnly from '@salesforce/label/c.Vouchsafe_Filter_Favourites_Only';

/** Every word that `c/finderFilters` shows. */
export const labels = { neededBy, neededByPast, favouritesOnly };
