import heading from '@salesforce/label/c.Vouchsafe_Comparison_Heading';
import close from '@salesforce/label/c.Vouchsafe_Comparison_Close';
import match from '@salesforce/label/c.Vouchsafe_Advocate_Total';
import readiness from '@salesforce/label/c.Vouchsafe_Comparison_Readiness';
import percent from '@salesforce/label/c.Vouchsafe_Comparison_Percent';
import availability from '@salesforce/label/c.Vouchsafe_Comparison_Availability';
import answers from '@salesforce/label/c.Vouchsafe_Comparison_Answers';
import offers from '@salesforce/label/c.Vouchsafe_Comparison_Offers';
import languages from '@salesforce/label/c.Vouchsafe_Comparison_Languages';
import verified from '@salesforce/label/c.Vouchsafe_Comparison_Verified';
import unknown from '@salesforce/label/c.Vouchsafe_Comparison_Unknown';
import ask from '@salesforce/label/c.Vouchsafe_Advocate_Ask';
import askName from '@salesforce/label/c.Vouchsafe_Advocate_Ask_Name';
import none from '@salesforce/label/c.Vouchsafe_Comparison_None';
import near from '@salesforce/label/c.Vouchsafe_Comparison_Near';
import partly from '@salesforce/label/c.Vouchsafe_Comparison_Partly';

/** Every word that `c/advocateComparison` shows. */
export const labels = {
  heading,
  close,
  match,
  readiness,
  percent,
  availability,
  answers,
  offers,
  languages,
  verified,
  unknown,
  ask,
  askName,
  none,
  near,
  partly,
};
