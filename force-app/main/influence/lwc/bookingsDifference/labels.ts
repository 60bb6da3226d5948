import heading from '@salesforce/label/c.Vouchsafe_Difference_Heading';
import same from '@salesforce/label/c.Vouchsafe_Difference_Same';
import deal from '@salesforce/label/c.Vouchsafe_Lines_Deal';
import reported from '@salesforce/label/c.Vouchsafe_Difference_Reported';
import standing from '@salesforce/label/c.Vouchsafe_Difference_Standing';
import difference from '@salesforce/label/c.Vouchsafe_Difference_Difference';
import total from '@salesforce/label/c.Vouchsafe_Bookings_Total';
import dealGone from '@salesforce/label/c.Vouchsafe_Lines_Deal_Key';
import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import unchanged from '@salesforce/label/c.Vouchsafe_Difference_Unchanged';

/** Every word that `c/bookingsDifference` shows. */
export const labels = { heading, same, deal, reported, standing, difference, total, dealGone, showMore, unchanged };
