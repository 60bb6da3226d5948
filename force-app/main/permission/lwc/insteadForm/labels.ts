import heading from '@salesforce/label/c.Vouchsafe_Instead_Heading';
import search from '@salesforce/label/c.Vouchsafe_Instead_Search';
import offer from '@salesforce/label/c.Vouchsafe_Instead_Offer';
import offerName from '@salesforce/label/c.Vouchsafe_Instead_Offer_Name';
import nobody from '@salesforce/label/c.Vouchsafe_Instead_Nobody';
import nobodyFound from '@salesforce/label/c.Vouchsafe_Instead_Nobody_Found';
import more from '@salesforce/label/c.Vouchsafe_Instead_More';
import back from '@salesforce/label/c.Vouchsafe_Decision_Back';

/** Every word that `c/insteadForm` shows. */
export const labels = {
  heading,
  search,
  offer,
  offerName,
  nobody,
  nobodyFound,
  more,
  back,
};
