import salesDeal from '@salesforce/label/c.Vouchsafe_Purpose_Sales_Deal';
import event from '@salesforce/label/c.Vouchsafe_Purpose_Event';
import analyst from '@salesforce/label/c.Vouchsafe_Purpose_Analyst';
import press from '@salesforce/label/c.Vouchsafe_Purpose_Press';
import other from '@salesforce/label/c.Vouchsafe_Purpose_Other';

/** Every word that `c/purposes` shows. */
export const labels = {
  salesDeal,
  event,
  analyst,
  press,
  other,
};
