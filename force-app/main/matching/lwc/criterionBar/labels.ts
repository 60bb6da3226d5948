import heading from '@salesforce/label/c.Vouchsafe_Criteria_Heading';
import must from '@salesforce/label/c.Vouchsafe_Criteria_Must';
import nice from '@salesforce/label/c.Vouchsafe_Criteria_Nice';
import off from '@salesforce/label/c.Vouchsafe_Criteria_Off';
import notStated from '@salesforce/label/c.Vouchsafe_Criteria_Not_Stated';
import change from '@salesforce/label/c.Vouchsafe_Criteria_Change';
import importance from '@salesforce/label/c.Vouchsafe_Criteria_Importance';
import more from '@salesforce/label/c.Vouchsafe_Criteria_More';

/** Every word that `c/criterionBar` shows. */
export const labels = { heading, must, nice, off, notStated, change, importance, more };
