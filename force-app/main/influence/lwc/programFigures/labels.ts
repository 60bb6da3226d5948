import title from '@salesforce/label/c.Vouchsafe_Figures_Title';
import landmark from '@salesforce/label/c.Vouchsafe_Figures_Landmark';
import landmarkDay from '@salesforce/label/c.Vouchsafe_Figures_Landmark_Day';
import figure from '@salesforce/label/c.Vouchsafe_Figures_Figure';
import counts from '@salesforce/label/c.Vouchsafe_Figures_Counts';
import what from '@salesforce/label/c.Vouchsafe_Figures_What';
import show from '@salesforce/label/c.Vouchsafe_Figures_Show';
import showDeals from '@salesforce/label/c.Vouchsafe_Figures_Show_Deals';
import showWithout from '@salesforce/label/c.Vouchsafe_Figures_Show_Without';
import showMissed from '@salesforce/label/c.Vouchsafe_Figures_Show_Missed';
import showUnanswered from '@salesforce/label/c.Vouchsafe_Figures_Show_Unanswered';
import records from '@salesforce/label/c.Vouchsafe_Figures_Records';
import funnel from '@salesforce/label/c.Vouchsafe_Figures_Funnel';
import funnelDefinition from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Definition';
import funnelStep from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Step';
import funnelRequests from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Requests';
import funnelShare from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Share';
import funnelRequested from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Requested';
import funnelAsked from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Asked';
import funnelApproved from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Approved';
import funnelTookPlace from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Took_Place';
import funnelWon from '@salesforce/label/c.Vouchsafe_Figures_Funnel_Won';
import uses from '@salesforce/label/c.Vouchsafe_Figures_Uses';
import usesDefinition from '@salesforce/label/c.Vouchsafe_Figures_Uses_Definition';
import usesChart from '@salesforce/label/c.Vouchsafe_Figures_Uses_Chart';
import usesTimes from '@salesforce/label/c.Vouchsafe_Figures_Uses_Times';
import usesAdvocates from '@salesforce/label/c.Vouchsafe_Figures_Uses_Advocates';
import usesBusiest from '@salesforce/label/c.Vouchsafe_Figures_Uses_Busiest';
import coverage from '@salesforce/label/c.Vouchsafe_Figures_Coverage';
import coverageDefinition from '@salesforce/label/c.Vouchsafe_Figures_Coverage_Definition';
import coverageSegment from '@salesforce/label/c.Vouchsafe_Figures_Coverage_Segment';
import coverageFree from '@salesforce/label/c.Vouchsafe_Figures_Coverage_Free';
import coverageExpected from '@salesforce/label/c.Vouchsafe_Figures_Coverage_Expected';
import coverageEach from '@salesforce/label/c.Vouchsafe_Figures_Coverage_Each';
import download from '@salesforce/label/c.Vouchsafe_Figures_Download';
import file from '@salesforce/label/c.Vouchsafe_Figures_File';
import value from '@salesforce/label/c.Vouchsafe_Figures_Value';
import from from '@salesforce/label/c.Vouchsafe_Figures_From';
import to from '@salesforce/label/c.Vouchsafe_Figures_To';
import asOf from '@salesforce/label/c.Vouchsafe_Figures_As_Of';
import span from '@salesforce/label/c.Vouchsafe_Figures_Span';
import notStated from '@salesforce/label/c.Vouchsafe_Bookings_Not_Stated';
import stage from '@salesforce/label/c.Vouchsafe_Figure_Stage';
import stageAny from '@salesforce/label/c.Vouchsafe_Figure_Stage_Any';

/** Every word that `c/programFigures` shows, but for those of the figures themselves. */
export const labels = {
  title,
  landmark,
  landmarkDay,
  figure,
  counts,
  what,
  show,
  showDeals,
  showWithout,
  showMissed,
  showUnanswered,
  records,
  funnel,
  funnelDefinition,
  funnelStep,
  funnelRequests,
  funnelShare,
  funnelRequested,
  funnelAsked,
  funnelApproved,
  funnelTookPlace,
  funnelWon,
  uses,
  usesDefinition,
  usesChart,
  usesTimes,
  usesAdvocates,
  usesBusiest,
  coverage,
  coverageDefinition,
  coverageSegment,
  coverageFree,
  coverageExpected,
  coverageEach,
  download,
  file,
  value,
  from,
  to,
  asOf,
  span,
  notStated,
  stage,
  stageAny,
};
