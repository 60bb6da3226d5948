import { LightningElement } from 'lwc';
import MAY_DECIDE from '@salesforce/customPermission/Vouchsafe_Decide';

/** The home of account owners, or one sentence for those who are none: administrators land here first. */
export default class OwnerPage extends LightningElement {
  readonly mayDecide = MAY_DECIDE === true;
}
