import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import showExcluded from '@salesforce/label/c.Vouchsafe_Finder_Show_Excluded';
import hideExcluded from '@salesforce/label/c.Vouchsafe_Finder_Hide_Excluded';

/** Every word that `c/advocateList` shows. */
export const labels = { showMore, showExcluded, hideExcluded };
