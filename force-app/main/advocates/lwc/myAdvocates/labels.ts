import state from '@salesforce/label/c.Vouchsafe_Mine_State';
import uses from '@salesforce/label/c.Vouchsafe_Mine_Uses';
import usesOf from '@salesforce/label/c.Vouchsafe_Mine_Uses_Of';
import lastAsked from '@salesforce/label/c.Vouchsafe_Mine_Last_Asked';
import never from '@salesforce/label/c.Vouchsafe_Mine_Never';
import shown from '@salesforce/label/c.Vouchsafe_Mine_Shown';
import shownTimes from '@salesforce/label/c.Vouchsafe_Mine_Shown_Times';
import consent from '@salesforce/label/c.Vouchsafe_Mine_Consent';
import always from '@salesforce/label/c.Vouchsafe_Mine_Always';
import neverFor from '@salesforce/label/c.Vouchsafe_Mine_Never_For';
import askFirst from '@salesforce/label/c.Vouchsafe_Mine_Ask_First';
import edit from '@salesforce/label/c.Vouchsafe_Mine_Edit';
import editName from '@salesforce/label/c.Vouchsafe_Mine_Edit_Name';
import showMore from '@salesforce/label/c.Vouchsafe_Finder_Show_More';
import notActive from '@salesforce/label/c.Vouchsafe_Mine_Not_Active';
import search from '@salesforce/label/c.Vouchsafe_Mine_Search';
import nobody from '@salesforce/label/c.Vouchsafe_Mine_Nobody';
import lastThanked from '@salesforce/label/c.Vouchsafe_Mine_Last_Thanked';
import thank from '@salesforce/label/c.Vouchsafe_Mine_Thank';
import thankName from '@salesforce/label/c.Vouchsafe_Mine_Thank_Name';
import shownName from '@salesforce/label/c.Vouchsafe_Mine_Shown_Name';
import everything from '@salesforce/label/c.Vouchsafe_Mine_Everything';
import until from '@salesforce/label/c.Vouchsafe_Mine_Until';

/** Every word that `c/myAdvocates` shows. */
export const labels = {
  state,
  uses,
  usesOf,
  lastAsked,
  never,
  shown,
  shownTimes,
  consent,
  always,
  neverFor,
  askFirst,
  edit,
  editName,
  showMore,
  notActive,
  search,
  nobody,
  lastThanked,
  thank,
  thankName,
  shownName,
  everything,
  until,
};
