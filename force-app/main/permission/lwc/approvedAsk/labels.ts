import needBy from '@salesforce/label/c.Vouchsafe_Decision_Need_By';
import notBefore from '@salesforce/label/c.Vouchsafe_Decision_Not_Before_Day';

/** Every word that `c/approvedAsk` shows. */
export const labels = {
  needBy,
  notBefore,
};
