import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import showExcluded from '@salesforce/label/c.Vouchsafe_Finder_Show_Excluded';
import hideExcluded from '@salesforce/label/c.Vouchsafe_Finder_Hide_Excluded';
import oneMoreAt from '@salesforce/label/c.Vouchsafe_List_One_More_At';
import moreAt from '@salesforce/label/c.Vouchsafe_List_More_At';
import onlyBest from '@salesforce/label/c.Vouchsafe_List_Only_Best';
import comparisonHint from '@salesforce/label/c.Vouchsafe_List_Comparison_Hint';

/** Every word that `c/advocateList` shows. */
export const labels = { showMore, showExcluded, hideExcluded, oneMoreAt, moreAt, onlyBest, comparisonHint };
