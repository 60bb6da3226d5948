import type { FigureTexts } from 'c/metricsService';
import pipelineName from '@salesforce/label/c.Vouchsafe_Figure_Pipeline_Name';
import pipelineDefinition from '@salesforce/label/c.Vouchsafe_Figure_Pipeline_Definition';
import pipelineN from '@salesforce/label/c.Vouchsafe_Figure_Pipeline_N';
import penetrationName from '@salesforce/label/c.Vouchsafe_Figure_Penetration_Name';
import penetrationDefinition from '@salesforce/label/c.Vouchsafe_Figure_Penetration_Definition';
import penetrationN from '@salesforce/label/c.Vouchsafe_Figure_Penetration_N';
import adoptionName from '@salesforce/label/c.Vouchsafe_Figure_Adoption_Name';
import adoptionDefinition from '@salesforce/label/c.Vouchsafe_Figure_Adoption_Definition';
import adoptionN from '@salesforce/label/c.Vouchsafe_Figure_Adoption_N';
import winRateLiftName from '@salesforce/label/c.Vouchsafe_Figure_Win_Rate_Lift_Name';
import winRateLiftDefinition from '@salesforce/label/c.Vouchsafe_Figure_Win_Rate_Lift_Definition';
import winRateLiftN from '@salesforce/label/c.Vouchsafe_Figure_Win_Rate_Lift_N';
import cycleDifferenceName from '@salesforce/label/c.Vouchsafe_Figure_Cycle_Difference_Name';
import cycleDifferenceDefinition from '@salesforce/label/c.Vouchsafe_Figure_Cycle_Difference_Definition';
import cycleDifferenceN from '@salesforce/label/c.Vouchsafe_Figure_Cycle_Difference_N';
import fillRateName from '@salesforce/label/c.Vouchsafe_Figure_Fill_Rate_Name';
import fillRateDefinition from '@salesforce/label/c.Vouchsafe_Figure_Fill_Rate_Definition';
import fillRateN from '@salesforce/label/c.Vouchsafe_Figure_Fill_Rate_N';
import answeredInTimeName from '@salesforce/label/c.Vouchsafe_Figure_Answered_In_Time_Name';
import answeredInTimeDefinition from '@salesforce/label/c.Vouchsafe_Figure_Answered_In_Time_Definition';
import answeredInTimeN from '@salesforce/label/c.Vouchsafe_Figure_Answered_In_Time_N';
import answeredSinceSentName from '@salesforce/label/c.Vouchsafe_Figure_Answered_Since_Sent_Name';
import answeredSinceSentDefinition from '@salesforce/label/c.Vouchsafe_Figure_Answered_Since_Sent_Definition';
import answeredSinceSentN from '@salesforce/label/c.Vouchsafe_Figure_Answered_Since_Sent_N';
import utilisationName from '@salesforce/label/c.Vouchsafe_Figure_Utilisation_Name';
import utilisationDefinition from '@salesforce/label/c.Vouchsafe_Figure_Utilisation_Definition';
import utilisationN from '@salesforce/label/c.Vouchsafe_Figure_Utilisation_N';
import concentrationName from '@salesforce/label/c.Vouchsafe_Figure_Concentration_Name';
import concentrationDefinition from '@salesforce/label/c.Vouchsafe_Figure_Concentration_Definition';
import concentrationN from '@salesforce/label/c.Vouchsafe_Figure_Concentration_N';
import coverageName from '@salesforce/label/c.Vouchsafe_Figure_Coverage_Name';
import coverageDefinition from '@salesforce/label/c.Vouchsafe_Figure_Coverage_Definition';
import coverageN from '@salesforce/label/c.Vouchsafe_Figure_Coverage_N';
import loggingCompletenessName from '@salesforce/label/c.Vouchsafe_Figure_Logging_Completeness_Name';
import loggingCompletenessDefinition from '@salesforce/label/c.Vouchsafe_Figure_Logging_Completeness_Definition';
import loggingCompletenessN from '@salesforce/label/c.Vouchsafe_Figure_Logging_Completeness_N';
import points from '@salesforce/label/c.Vouchsafe_Figure_Points';
import days from '@salesforce/label/c.Vouchsafe_Figure_Days';
import times from '@salesforce/label/c.Vouchsafe_Figure_Times';
import interval from '@salesforce/label/c.Vouchsafe_Figure_Interval';
import hidden from '@salesforce/label/c.Vouchsafe_Figure_Hidden';
import nothing from '@salesforce/label/c.Vouchsafe_Figure_Nothing';

/** The words of every figure, as `figureWords` takes them. */
export const figureTexts: FigureTexts = {
  figures: {
    pipeline: { name: pipelineName, definition: pipelineDefinition, n: pipelineN },
    penetration: { name: penetrationName, definition: penetrationDefinition, n: penetrationN },
    adoption: { name: adoptionName, definition: adoptionDefinition, n: adoptionN },
    winRateLift: { name: winRateLiftName, definition: winRateLiftDefinition, n: winRateLiftN },
    cycleDifference: { name: cycleDifferenceName, definition: cycleDifferenceDefinition, n: cycleDifferenceN },
    fillRate: { name: fillRateName, definition: fillRateDefinition, n: fillRateN },
    answeredInTime: { name: answeredInTimeName, definition: answeredInTimeDefinition, n: answeredInTimeN },
    answeredSinceSent: { name: answeredSinceSentName, definition: answeredSinceSentDefinition, n: answeredSinceSentN },
    utilisation: { name: utilisationName, definition: utilisationDefinition, n: utilisationN },
    concentration: { name: concentrationName, definition: concentrationDefinition, n: concentrationN },
    coverage: { name: coverageName, definition: coverageDefinition, n: coverageN },
    loggingCompleteness: { name: loggingCompletenessName, definition: loggingCompletenessDefinition, n: loggingCompletenessN },
  },
  points,
  days,
  times,
  interval,
  hidden,
  nothing,
};
