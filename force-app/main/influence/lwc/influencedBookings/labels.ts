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
import cut from '@salesforce/label/c.Vouchsafe_Bookings_Cut';
import reportedOn from '@salesforce/label/c.Vouchsafe_Bookings_Reported_On';
import download from '@salesforce/label/c.Vouchsafe_Bookings_Download';
import byDealType from '@salesforce/label/c.Vouchsafe_Cut_Deal_Type';
import byIndustry from '@salesforce/label/c.Vouchsafe_Cut_Industry';
import byRegion from '@salesforce/label/c.Vouchsafe_Cut_Region';
import bySize from '@salesforce/label/c.Vouchsafe_Cut_Size';
import byOwner from '@salesforce/label/c.Vouchsafe_Cut_Owner';
import byAdvocate from '@salesforce/label/c.Vouchsafe_Cut_Advocate';
import byAdvocateOwner from '@salesforce/label/c.Vouchsafe_Cut_Customer_Owner';
import others from '@salesforce/label/c.Vouchsafe_Cut_Others';
import newDeals from '@salesforce/label/c.Vouchsafe_Bookings_New';
import expansion from '@salesforce/label/c.Vouchsafe_Bookings_Expansion';
import renewal from '@salesforce/label/c.Vouchsafe_Bookings_Renewal';
import notStated from '@salesforce/label/c.Vouchsafe_Bookings_Not_Stated';
import trend from '@salesforce/label/c.Vouchsafe_Figures_Trend';
import print from '@salesforce/label/c.Vouchsafe_Figures_Print';
import csvFile from '@salesforce/label/c.Vouchsafe_Csv_File';
import csvLine from '@salesforce/label/c.Vouchsafe_Csv_Line';
import csvDeal from '@salesforce/label/c.Vouchsafe_Lines_Deal';
import csvDealKey from '@salesforce/label/c.Vouchsafe_Csv_Deal_Key';
import csvKind from '@salesforce/label/c.Vouchsafe_Lines_Kind';
import csvAmount from '@salesforce/label/c.Vouchsafe_Lines_Amount';
import csvCurrency from '@salesforce/label/c.Vouchsafe_Csv_Currency';
import csvCloseDate from '@salesforce/label/c.Vouchsafe_Lines_Close_Date';
import csvBookedOn from '@salesforce/label/c.Vouchsafe_Lines_Booked_On';
import csvReason from '@salesforce/label/c.Vouchsafe_Lines_Reason';
import csvLate from '@salesforce/label/c.Vouchsafe_Csv_Late';
import csvYes from '@salesforce/label/c.Vouchsafe_Csv_Yes';
import csvNo from '@salesforce/label/c.Vouchsafe_Csv_No';

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
  cut,
  reportedOn,
  download,
  byDealType,
  byIndustry,
  byRegion,
  bySize,
  byOwner,
  byAdvocate,
  byAdvocateOwner,
  others,
  newDeals,
  expansion,
  renewal,
  notStated,
  trend,
  print,
  csvFile,
  csvLine,
  csvDeal,
  csvDealKey,
  csvKind,
  csvAmount,
  csvCurrency,
  csvCloseDate,
  csvBookedOn,
  csvReason,
  csvLate,
  csvYes,
  csvNo,
};
