import MAY_DECIDE from '@salesforce/customPermission/Vouchsafe_Decide';
import MAY_REPORT from '@salesforce/customPermission/Vouchsafe_Report';
import MAY_REQUEST from '@salesforce/customPermission/Vouchsafe_Request';
import MAY_STEWARD from '@salesforce/customPermission/Vouchsafe_Steward';

/**
 * True for somebody who reports and does nothing else in Vouchsafe. Their way leads from a figure to a deal; there, parts of the
 * page that are for asking and answering would only tell them that they may not.
 */
export const ONLY_REPORTS = MAY_REPORT === true && MAY_REQUEST !== true && MAY_DECIDE !== true && MAY_STEWARD !== true;
