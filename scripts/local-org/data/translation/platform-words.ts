/** Words that the platform itself has for its objects and their fields in other languages, by the English label. */
export interface PlatformWords {
  /** Singular and plural, by the object's name. */
  readonly objects: Readonly<Record<string, readonly [string, string]>>;
  readonly fields: Readonly<Record<string, string>>;
}

const GERMAN: PlatformWords = {
  objects: {
    Account: ['Account', 'Accounts'],
    Campaign: ['Kampagne', 'Kampagnen'],
    Case: ['Kundenvorgang', 'Kundenvorgänge'],
    Contact: ['Kontakt', 'Kontakte'],
    Event: ['Ereignis', 'Ereignisse'],
    Lead: ['Lead', 'Leads'],
    Opportunity: ['Opportunity', 'Opportunities'],
    OpportunityContactRole: ['Opportunity-Kontaktrolle', 'Opportunity-Kontaktrollen'],
    OpportunityLineItem: ['Opportunity-Produkt', 'Opportunity-Produkte'],
    Product2: ['Produkt', 'Produkte'],
    Task: ['Aufgabe', 'Aufgaben'],
    User: ['Benutzer', 'Benutzer'],
  },
  fields: {
    'Account ID': 'Account ID',
    'Account Type': 'Account-Typ',
    Amount: 'Betrag',
    'Annual Revenue': 'Jahresumsatz',
    'Billing City': 'Rechnungsort',
    'Billing Country': 'Rechnungsland',
    'Billing Street': 'Rechnungsstraße',
    'Close Date': 'Schlusstermin',
    'Created By ID': 'Erstellt von ID',
    'Created Date': 'Erstelldatum',
    Department: 'Abteilung',
    Description: 'Beschreibung',
    Email: 'E-Mail',
    Employees: 'Mitarbeiter',
    'First Name': 'Vorname',
    'Forecast Category': 'Prognosekategorie',
    Industry: 'Branche',
    'Last Modified By ID': 'Zuletzt geändert von ID',
    'Last Modified Date': 'Datum der letzten Änderung',
    'Last Name': 'Nachname',
    'Lead Source': 'Lead-Quelle',
    'Mobile Phone': 'Mobiltelefon',
    Name: 'Name',
    'Next Step': 'Nächster Schritt',
    'Opportunity Type': 'Typ',
    'Owner ID': 'Inhaber ID',
    'Parent Account ID': 'Übergeordneter Account ID',
    Phone: 'Telefon',
    Priority: 'Priorität',
    'Probability (%)': 'Wahrscheinlichkeit (%)',
    'Product ID': 'Produkt ID',
    Quantity: 'Menge',
    Role: 'Rolle',
    'Sales Price': 'Verkaufspreis',
    Stage: 'Phase',
    Subject: 'Betreff',
    Title: 'Titel',
    'Total Price': 'Gesamtpreis',
    Type: 'Typ',
  },
};

/** By language, without the region. */
export const PLATFORM_WORDS: Readonly<Record<string, PlatformWords>> = { de: GERMAN };
