import heading from '@salesforce/label/c.Vouchsafe_Nominate_Heading';
import intro from '@salesforce/label/c.Vouchsafe_Nominate_Intro';
import open from '@salesforce/label/c.Vouchsafe_Nominate_Open';
import role from '@salesforce/label/c.Vouchsafe_Nominate_Role';
import rolePlaceholder from '@salesforce/label/c.Vouchsafe_Nominate_Role_Placeholder';
import why from '@salesforce/label/c.Vouchsafe_Nominate_Why';
import send from '@salesforce/label/c.Vouchsafe_Nominate_Send';
import cancel from '@salesforce/label/c.Vouchsafe_Nominate_Cancel';
import sent from '@salesforce/label/c.Vouchsafe_Nominate_Sent';
import waiting from '@salesforce/label/c.Vouchsafe_Nominate_Waiting';
import accepted from '@salesforce/label/c.Vouchsafe_Nominate_Accepted';
import declined from '@salesforce/label/c.Vouchsafe_Nominate_Declined';

/** Every word that `c/nominateCustomer` shows. */
export const labels = { heading, intro, open, role, rolePlaceholder, why, send, cancel, sent, waiting, accepted, declined };
