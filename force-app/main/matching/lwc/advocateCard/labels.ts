import ask from '@salesforce/label/c.Vouchsafe_Advocate_Ask';
import askName from '@salesforce/label/c.Vouchsafe_Advocate_Ask_Name';
import score from '@salesforce/label/c.Vouchsafe_Advocate_Score';
import why from '@salesforce/label/c.Vouchsafe_Advocate_Why';
import met from '@salesforce/label/c.Vouchsafe_Advocate_Met';
import partlyMet from '@salesforce/label/c.Vouchsafe_Advocate_Partly_Met';
import notMet from '@salesforce/label/c.Vouchsafe_Advocate_Not_Met';
import criterion from '@salesforce/label/c.Vouchsafe_Advocate_Criterion';
import wanted from '@salesforce/label/c.Vouchsafe_Advocate_Wanted';
import has from '@salesforce/label/c.Vouchsafe_Advocate_Has';
import points from '@salesforce/label/c.Vouchsafe_Advocate_Points';
import nothing from '@salesforce/label/c.Vouchsafe_Advocate_Nothing';
import pointsOf from '@salesforce/label/c.Vouchsafe_Advocate_Points_Of';
import fit from '@salesforce/label/c.Vouchsafe_Advocate_Fit';
import readiness from '@salesforce/label/c.Vouchsafe_Advocate_Readiness';
import times from '@salesforce/label/c.Vouchsafe_Advocate_Times';
import total from '@salesforce/label/c.Vouchsafe_Advocate_Total';
import story from '@salesforce/label/c.Vouchsafe_Advocate_Story';
import offers from '@salesforce/label/c.Vouchsafe_Advocate_Offers';
import languages from '@salesforce/label/c.Vouchsafe_Advocate_Languages';
import verified from '@salesforce/label/c.Vouchsafe_Advocate_Verified';
import notVerified from '@salesforce/label/c.Vouchsafe_Advocate_Not_Verified';
import uses from '@salesforce/label/c.Vouchsafe_Advocate_Uses';
import compare from '@salesforce/label/c.Vouchsafe_Advocate_Compare';
import compareName from '@salesforce/label/c.Vouchsafe_Advocate_Compare_Name';
import keep from '@salesforce/label/c.Vouchsafe_Advocate_Keep';
import more from '@salesforce/label/c.Vouchsafe_Advocate_More';

/** Every word that `c/advocateCard` shows. */
export const labels = {
  ask,
  askName,
  score,
  why,
  met,
  partlyMet,
  notMet,
  criterion,
  wanted,
  has,
  points,
  nothing,
  pointsOf,
  fit,
  readiness,
  times,
  total,
  story,
  offers,
  languages,
  verified,
  notVerified,
  uses,
  compare,
  compareName,
  keep,
  more,
};
