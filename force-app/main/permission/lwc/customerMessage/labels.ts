import subjectLabel from '@salesforce/label/c.Vouchsafe_Customer_Subject_Label';
import bodyLabel from '@salesforce/label/c.Vouchsafe_Customer_Body_Label';
import mail from '@salesforce/label/c.Vouchsafe_Customer_Mail';
import copy from '@salesforce/label/c.Vouchsafe_Customer_Copy';
import copied from '@salesforce/label/c.Vouchsafe_Customer_Copied';
import notSent from '@salesforce/label/c.Vouchsafe_Customer_Not_Sent';
import noMail from '@salesforce/label/c.Vouchsafe_Customer_No_Mail';
import subject from '@salesforce/label/c.Vouchsafe_Draft_Subject';
import greeting from '@salesforce/label/c.Vouchsafe_Draft_Greeting';
import ask from '@salesforce/label/c.Vouchsafe_Draft_Ask';
import minutes from '@salesforce/label/c.Vouchsafe_Draft_Minutes';
import by from '@salesforce/label/c.Vouchsafe_Draft_By';
import gain from '@salesforce/label/c.Vouchsafe_Draft_Gain';
import wayOut from '@salesforce/label/c.Vouchsafe_Draft_Way_Out';
import regards from '@salesforce/label/c.Vouchsafe_Draft_Regards';

/** Every word that `c/customerMessage` shows. */
export const labels = {
  subjectLabel,
  bodyLabel,
  mail,
  copy,
  copied,
  notSent,
  noMail,
  subject,
  greeting,
  ask,
  minutes,
  by,
  gain,
  wayOut,
  regards,
};
