import factorValues from '@salesforce/label/c.Vouchsafe_Advocate_Factor_Values';
import factorPartly from '@salesforce/label/c.Vouchsafe_Advocate_Factor_Partly';
import factorNear from '@salesforce/label/c.Vouchsafe_Advocate_Factor_Near';
import factorNone from '@salesforce/label/c.Vouchsafe_Advocate_Factor_None';
import answersDay from '@salesforce/label/c.Vouchsafe_Advocate_Answers_Day';
import answersDays from '@salesforce/label/c.Vouchsafe_Advocate_Answers_Days';
import free from '@salesforce/label/c.Vouchsafe_Availability_Free';
import resting from '@salesforce/label/c.Vouchsafe_Availability_Resting';
import restingUntil from '@salesforce/label/c.Vouchsafe_Availability_Resting_Until';
import quiet from '@salesforce/label/c.Vouchsafe_Availability_Quiet';
import quietUntil from '@salesforce/label/c.Vouchsafe_Availability_Quiet_Until';
import booked from '@salesforce/label/c.Vouchsafe_Availability_Booked';
import bookedUntil from '@salesforce/label/c.Vouchsafe_Availability_Booked_Until';
import never from '@salesforce/label/c.Vouchsafe_Availability_Never';
import retired from '@salesforce/label/c.Vouchsafe_Excluded_Retired';
import notActive from '@salesforce/label/c.Vouchsafe_Excluded_Not_Active';
import accountBooked from '@salesforce/label/c.Vouchsafe_Excluded_Account_Booked';
import accountBookedUntil from '@salesforce/label/c.Vouchsafe_Excluded_Account_Booked_Until';
import ownAccount from '@salesforce/label/c.Vouchsafe_Excluded_Own_Account';
import sameParent from '@salesforce/label/c.Vouchsafe_Excluded_Same_Parent';
import askedAlready from '@salesforce/label/c.Vouchsafe_Excluded_Asked_Already';
import doesNotOffer from '@salesforce/label/c.Vouchsafe_Excluded_Does_Not_Offer';
import mustNotMet from '@salesforce/label/c.Vouchsafe_Excluded_Must_Not_Met';
import tooLate from '@salesforce/label/c.Vouchsafe_Excluded_Too_Late';
import inTime from '@salesforce/label/c.Vouchsafe_Excluded_In_Time';
import excludedOther from '@salesforce/label/c.Vouchsafe_Excluded_Other';

/** Every word that `c/advocateWording` shows. */
export const labels = {
  factorValues,
  factorPartly,
  factorNear,
  factorNone,
  answersDay,
  answersDays,
  free,
  resting,
  restingUntil,
  quiet,
  quietUntil,
  booked,
  bookedUntil,
  never,
  retired,
  notActive,
  accountBooked,
  accountBookedUntil,
  ownAccount,
  sameParent,
  askedAlready,
  doesNotOffer,
  mustNotMet,
  tooLate,
  inTime,
  excludedOther,
};
