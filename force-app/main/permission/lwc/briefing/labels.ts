import heading from '@salesforce/label/c.Vouchsafe_Briefing';
import close from '@salesforce/label/c.Vouchsafe_Briefing_Close';
import sellerTitle from '@salesforce/label/c.Vouchsafe_Briefing_Seller_Title';
import customerTitle from '@salesforce/label/c.Vouchsafe_Briefing_Customer_Title';
import prospect from '@salesforce/label/c.Vouchsafe_Briefing_Prospect';
import who from '@salesforce/label/c.Vouchsafe_Briefing_Who';
import common from '@salesforce/label/c.Vouchsafe_Briefing_Common';
import story from '@salesforce/label/c.Vouchsafe_Advocate_Story';
import frame from '@salesforce/label/c.Vouchsafe_Briefing_Frame';
import minutes from '@salesforce/label/c.Vouchsafe_Briefing_Minutes';
import by from '@salesforce/label/c.Vouchsafe_Briefing_By';
import notBefore from '@salesforce/label/c.Vouchsafe_Ask_Condition_Not_Before';
import condition from '@salesforce/label/c.Vouchsafe_Briefing_Condition';
import questions from '@salesforce/label/c.Vouchsafe_Briefing_Questions';
import questionsAbout from '@salesforce/label/c.Vouchsafe_Briefing_Questions_About';
import questionsUsual from '@salesforce/label/c.Vouchsafe_Briefing_Questions_Usual';
import value from '@salesforce/label/c.Vouchsafe_Briefing_Value';
import mind from '@salesforce/label/c.Vouchsafe_Briefing_Mind';
import mindSeller from '@salesforce/label/c.Vouchsafe_Briefing_Mind_Seller';
import mindCustomer from '@salesforce/label/c.Vouchsafe_Briefing_Mind_Customer';
import copy from '@salesforce/label/c.Vouchsafe_Briefing_Copy';
import copied from '@salesforce/label/c.Vouchsafe_Briefing_Copied';
import notCopied from '@salesforce/label/c.Vouchsafe_Briefing_Not_Copied';
import print from '@salesforce/label/c.Vouchsafe_Briefing_Print';

/** Every word that `c/briefing` shows. */
export const labels = {
  heading,
  close,
  sellerTitle,
  customerTitle,
  prospect,
  who,
  common,
  story,
  frame,
  minutes,
  by,
  notBefore,
  condition,
  questions,
  questionsAbout,
  questionsUsual,
  value,
  mind,
  mindSeller,
  mindCustomer,
  copy,
  copied,
  notCopied,
  print,
};
