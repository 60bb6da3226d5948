/** Icons of the design system for objects that have one of their own. */
const STANDARD_ICONS: Readonly<Record<string, string>> = {
  Account: 'standard:account',
  Campaign: 'standard:campaign',
  Case: 'standard:case',
  Contact: 'standard:contact',
  Event: 'standard:event',
  Lead: 'standard:lead',
  Opportunity: 'standard:opportunity',
  OpportunityContactRole: 'standard:contact',
  OpportunityLineItem: 'standard:product_item',
  Pricebook2: 'standard:pricebook',
  PricebookEntry: 'standard:pricebook',
  Product2: 'standard:product',
  Task: 'standard:task',
  User: 'standard:user',
};

/** The icon of a tab's motif: `Custom15: People` is `custom:custom15`. */
export function iconOfMotif(motif: string | undefined): string {
  const number = /^Custom(\d+)\b/.exec(motif ?? '')?.[1];
  return number ? `custom:custom${number}` : 'standard:apps';
}

/** The icon of an object: its own, else that of its tab, else a plain one. */
export function iconOfObject(name: string, motif: string | undefined): string {
  return STANDARD_ICONS[name] ?? (motif ? iconOfMotif(motif) : 'standard:record');
}
