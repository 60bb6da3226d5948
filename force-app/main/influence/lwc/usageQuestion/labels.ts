import question from '@salesforce/label/c.Vouchsafe_Usage_Question';
import yes from '@salesforce/label/c.Vouchsafe_Outcome_Yes';
import no from '@salesforce/label/c.Vouchsafe_Outcome_No';
import dismiss from '@salesforce/label/c.Vouchsafe_Usage_Dismiss';
import logBelow from '@salesforce/label/c.Vouchsafe_Usage_Log_Below';
import askBelow from '@salesforce/label/c.Vouchsafe_Usage_Ask_Below';
import deskLogs from '@salesforce/label/c.Vouchsafe_Usage_Desk_Logs';
import thanks from '@salesforce/label/c.Vouchsafe_Usage_Thanks';

/** Every word that `c/usageQuestion` shows. */
export const labels = { question, yes, no, dismiss, logBelow, askBelow, deskLogs, thanks };
