import heading from '@salesforce/label/c.Vouchsafe_Lines_Heading';
import deal from '@salesforce/label/c.Vouchsafe_Lines_Deal';
import advocate from '@salesforce/label/c.Vouchsafe_Lines_Advocate';
import dealType from '@salesforce/label/c.Vouchsafe_Lines_Deal_Type';
import kind from '@salesforce/label/c.Vouchsafe_Lines_Kind';
import amount from '@salesforce/label/c.Vouchsafe_Lines_Amount';
import closeDate from '@salesforce/label/c.Vouchsafe_Lines_Close_Date';
import bookedOn from '@salesforce/label/c.Vouchsafe_Lines_Booked_On';
import reason from '@salesforce/label/c.Vouchsafe_Lines_Reason';
import recognised from '@salesforce/label/c.Vouchsafe_Lines_Recognised';
import reversed from '@salesforce/label/c.Vouchsafe_Lines_Reversed';
import sum from '@salesforce/label/c.Vouchsafe_Lines_Sum';
import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import close from '@salesforce/label/c.Vouchsafe_Lines_Close';
import dealGone from '@salesforce/label/c.Vouchsafe_Lines_Deal_Key';

/** Every word that `c/bookingLines` shows. */
export const labels = {
  heading,
  deal,
  advocate,
  dealType,
  kind,
  amount,
  closeDate,
  bookedOn,
  reason,
  recognised,
  reversed,
  sum,
  showMore,
  close,
  dealGone,
};
