import title from '@salesforce/label/c.Vouchsafe_Finder_Title';
import fitOne from '@salesforce/label/c.Vouchsafe_Finder_Fit_One';
import fitMany from '@salesforce/label/c.Vouchsafe_Finder_Fit_Many';
import closedTitle from '@salesforce/label/c.Vouchsafe_Finder_Closed_Title';
import closedMessage from '@salesforce/label/c.Vouchsafe_Finder_Closed_Message';
import noAdvocatesTitle from '@salesforce/label/c.Vouchsafe_Finder_No_Advocates_Title';
import noAdvocatesMessage from '@salesforce/label/c.Vouchsafe_Finder_No_Advocates_Message';
import nobodyFitsTitle from '@salesforce/label/c.Vouchsafe_Finder_Nobody_Fits_Title';
import nobodyFitsMessage from '@salesforce/label/c.Vouchsafe_Finder_Nobody_Fits_Message';
import reset from '@salesforce/label/c.Vouchsafe_Finder_Reset';
import sentTitle from '@salesforce/label/c.Vouchsafe_Finder_Sent_Title';
import sentMessage from '@salesforce/label/c.Vouchsafe_Finder_Sent_Message';
import approvedTitle from '@salesforce/label/c.Vouchsafe_Finder_Approved_Title';
import approvedMessage from '@salesforce/label/c.Vouchsafe_Finder_Approved_Message';
import queuedMessage from '@salesforce/label/c.Vouchsafe_Finder_Queued_Message';
import deskQuestion from '@salesforce/label/c.Vouchsafe_Finder_Desk_Question';
import deskAsk from '@salesforce/label/c.Vouchsafe_Finder_Desk_Ask';
import deskTitle from '@salesforce/label/c.Vouchsafe_Finder_Desk_Asked_Title';
import deskMessage from '@salesforce/label/c.Vouchsafe_Finder_Desk_Asked_Message';
import noFavouriteFitsMessage from '@salesforce/label/c.Vouchsafe_Finder_No_Favourite_Fits_Message';
import nothingToCompare from '@salesforce/label/c.Vouchsafe_Finder_Nothing_To_Compare';
import notKept from '@salesforce/label/c.Vouchsafe_Finder_Favourite_Not_Kept';

/** Every word that `c/referenceFinder` shows. */
export const labels = {
  title,
  fitOne,
  fitMany,
  closedTitle,
  closedMessage,
  noAdvocatesTitle,
  noAdvocatesMessage,
  nobodyFitsTitle,
  nobodyFitsMessage,
  reset,
  sentTitle,
  sentMessage,
  approvedTitle,
  approvedMessage,
  queuedMessage,
  deskQuestion,
  deskAsk,
  deskTitle,
  deskMessage,
  noFavouriteFitsMessage,
  nothingToCompare,
  notKept,
};
