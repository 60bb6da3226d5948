import title from '@salesforce/label/c.Vouchsafe_Bookings_Title';
import definition from '@salesforce/label/c.Vouchsafe_Bookings_Definition';
import method from '@salesforce/label/c.Vouchsafe_Bookings_Method';
import range from '@salesforce/label/c.Vouchsafe_Bookings_Range';
import lastFour from '@salesforce/label/c.Vouchsafe_Bookings_Last_Four';
import lastEight from '@salesforce/label/c.Vouchsafe_Bookings_Last_Eight';
import lastTwelve from '@salesforce/label/c.Vouchsafe_Bookings_Last_Twelve';
import emptyTitle from '@salesforce/label/c.Vouchsafe_Bookings_Empty_Title';
import emptyMessage from '@salesforce/label/c.Vouchsafe_Bookings_Empty_Message';
import truncated from '@salesforce/label/c.Vouchsafe_Bookings_Truncated';
import dealsOne from '@salesforce/label/c.Vouchsafe_Bookings_Deals_One';
import dealsMany from '@salesforce/label/c.Vouchsafe_Bookings_Deals_Many';
import linesOne from '@salesforce/label/c.Vouchsafe_Bookings_Lines_One';
import linesMany from '@salesforce/label/c.Vouchsafe_Bookings_Lines_Many';
import lateLogged from '@salesforce/label/c.Vouchsafe_Bookings_Late_Logged';
import currencies from '@salesforce/label/c.Vouchsafe_Bookings_Currencies';

/** Every word that `c/influencedBookings` shows. */
export const labels = {
  title,
  definition,
  method,
  range,
  lastFour,
  lastEight,
  lastTwelve,
  emptyTitle,
  emptyMessage,
  truncated,
  dealsOne,
  dealsMany,
  linesOne,
  linesMany,
  lateLogged,
  currencies,
};
