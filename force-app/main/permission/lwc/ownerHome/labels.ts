import waitingTitle from '@salesforce/label/c.Vouchsafe_Home_Waiting_Title';
import waitingCount from '@salesforce/label/c.Vouchsafe_Home_Waiting_Count';
import waitingEmptyTitle from '@salesforce/label/c.Vouchsafe_Home_Waiting_Empty_Title';
import waitingEmptyMessage from '@salesforce/label/c.Vouchsafe_Home_Waiting_Empty_Message';
import customersTitle from '@salesforce/label/c.Vouchsafe_Home_Customers_Title';
import customersCount from '@salesforce/label/c.Vouchsafe_Home_Customers_Count';
import customersEmptyTitle from '@salesforce/label/c.Vouchsafe_Home_Customers_Empty_Title';
import customersEmptyMessage from '@salesforce/label/c.Vouchsafe_Home_Customers_Empty_Message';
import allDone from '@salesforce/label/c.Vouchsafe_Home_All_Done';
import someFailed from '@salesforce/label/c.Vouchsafe_Home_Some_Failed';
import saved from '@salesforce/label/c.Vouchsafe_Home_Saved';
import approvedTitle from '@salesforce/label/c.Vouchsafe_Home_Approved_Title';
import approvedCount from '@salesforce/label/c.Vouchsafe_Home_Approved_Count';

/** Every word that `c/ownerHome` shows. */
export const labels = {
  waitingTitle,
  waitingCount,
  waitingEmptyTitle,
  waitingEmptyMessage,
  customersTitle,
  customersCount,
  customersEmptyTitle,
  customersEmptyMessage,
  allDone,
  someFailed,
  saved,
  approvedTitle,
  approvedCount,
};
