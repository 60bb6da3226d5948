import caption from '@salesforce/label/c.Vouchsafe_Bookings_Caption';
import quarter from '@salesforce/label/c.Vouchsafe_Bookings_Quarter';
import newDeals from '@salesforce/label/c.Vouchsafe_Bookings_New';
import expansion from '@salesforce/label/c.Vouchsafe_Bookings_Expansion';
import renewal from '@salesforce/label/c.Vouchsafe_Bookings_Renewal';
import notStated from '@salesforce/label/c.Vouchsafe_Bookings_Not_Stated';
import total from '@salesforce/label/c.Vouchsafe_Bookings_Total';
import n from '@salesforce/label/c.Vouchsafe_Bookings_N';
import share from '@salesforce/label/c.Vouchsafe_Bookings_Share';
import soFar from '@salesforce/label/c.Vouchsafe_Bookings_So_Far';
import showLines from '@salesforce/label/c.Vouchsafe_Bookings_Show_Lines';
import allQuarters from '@salesforce/label/c.Vouchsafe_Bookings_All_Quarters';

/** Every word that `c/bookingsTable` shows. */
export const labels = { caption, quarter, newDeals, expansion, renewal, notStated, total, n, share, soFar, showLines, allQuarters };
