import caption from '@salesforce/label/c.Vouchsafe_Bookings_Caption';
import quarter from '@salesforce/label/c.Vouchsafe_Bookings_Quarter';
import total from '@salesforce/label/c.Vouchsafe_Bookings_Total';
import n from '@salesforce/label/c.Vouchsafe_Bookings_N';
import soFar from '@salesforce/label/c.Vouchsafe_Bookings_So_Far';
import showLines from '@salesforce/label/c.Vouchsafe_Bookings_Show_Lines';
import allQuarters from '@salesforce/label/c.Vouchsafe_Bookings_All_Quarters';

/** Every word that `c/bookingsTable` shows. */
export const labels = { caption, quarter, total, n, soFar, showLines, allQuarters };
