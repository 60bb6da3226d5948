import { internationalisation } from 'shell/facts';

const ENGLISH = {
  activity: 'Activity',
  cancel: 'Cancel',
  collaborate: 'Collaborate',
  delete: 'Delete',
  details: 'Details',
  edit: 'Edit',
  editDetails: 'Edit details',
  listView: 'List view',
  language: 'Language',
  new: 'New',
  noNotifications: 'You have no notifications.',
  notifications: 'Notifications',
  related: 'Related',
  save: 'Save',
  searchList: 'Search this list',
  searchListHint: 'Search this list...',
  showMore: 'Show more',
  switchUser: 'Switch user',
  viewAll: 'View all',
};

const GERMAN: typeof ENGLISH = {
  activity: 'Aktivität',
  cancel: 'Abbrechen',
  collaborate: 'Zusammenarbeiten',
  delete: 'Löschen',
  details: 'Details',
  edit: 'Bearbeiten',
  editDetails: 'Details bearbeiten',
  listView: 'Listenansicht',
  language: 'Sprache',
  new: 'Neu',
  noNotifications: 'Sie haben keine Benachrichtigungen.',
  notifications: 'Benachrichtigungen',
  related: 'Zugehörig',
  save: 'Speichern',
  searchList: 'Diese Liste durchsuchen',
  searchListHint: 'Diese Liste durchsuchen...',
  showMore: 'Mehr anzeigen',
  switchUser: 'Benutzer wechseln',
  viewAll: 'Alle anzeigen',
};

/** The shell's own words for buttons and tabs, in the user's language where it knows it. */
export const words = internationalisation.lang.startsWith('de') ? GERMAN : ENGLISH;
