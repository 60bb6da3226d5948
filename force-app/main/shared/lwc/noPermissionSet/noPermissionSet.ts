import { LightningElement } from 'lwc';
import ADMINISTERS from '@salesforce/userPermission/CustomizeApplication';
import { NavigationMixin } from 'lightning/navigation';
import { labels } from './labels';

/** What somebody without the permission set for a page reads instead of it: one sentence, and for administrators the way to set-up. */
export default class NoPermissionSet extends NavigationMixin(LightningElement) {
  readonly labels = labels;
  readonly administers = ADMINISTERS === true;

  get message(): string {
    return this.administers ? labels.messageForAdministrators : labels.message;
  }

  handleOpen(): void {
    void this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'Vouchsafe_Setup' } });
  }
}
