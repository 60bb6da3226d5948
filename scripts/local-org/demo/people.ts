/** A role of the demo company. */
export interface DemoRole {
  readonly developerName: string;
  readonly name: string;
  /** Developer name of the role above; absent at the top. */
  readonly parent?: string;
}

/** Someone who can log in to the demo. */
export interface DemoUser {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly role: string;
  /** User name of the manager. */
  readonly manager?: string;
  readonly permissionSets: readonly string[];
  /** Developer names of public groups. */
  readonly groups: readonly string[];
}

/** Roles, those above first: sales operations and the program see what sellers and account owners see. */
export const demoRoles: readonly DemoRole[] = [
  { developerName: 'Sales_Operations', name: 'Sales Operations' },
  { developerName: 'Customer_Programs', name: 'Customer Programs', parent: 'Sales_Operations' },
  { developerName: 'Sales', name: 'Sales', parent: 'Customer_Programs' },
  { developerName: 'Account_Management', name: 'Account Management', parent: 'Customer_Programs' },
];

/** The product catalogue is kept by the program manager here; a standard user only reads it. */
export const CATALOGUE_SET = {
  name: 'Demo_Product_Catalogue',
  label: 'Demo: Product Catalogue',
  objects: ['Product2', 'Pricebook2'],
} as const;

const manager = 'manager@vouchsafe.test';

/** The people of the demo, in the order in which the login page offers them. */
export const demoUsers: readonly DemoUser[] = [
  {
    username: 'rep@vouchsafe.test',
    firstName: 'Riley',
    lastName: 'Brooks',
    title: 'Account Executive',
    role: 'Sales',
    manager,
    permissionSets: ['Vouchsafe_Requester'],
    groups: [],
  },
  {
    username: 'rep2@vouchsafe.test',
    firstName: 'Sam',
    lastName: 'Ortega',
    title: 'Account Executive',
    role: 'Sales',
    manager,
    permissionSets: ['Vouchsafe_Requester'],
    groups: [],
  },
  {
    username: 'owner@vouchsafe.test',
    firstName: 'Dana',
    lastName: 'Whitaker',
    title: 'Customer Success Manager',
    role: 'Account_Management',
    manager,
    permissionSets: ['Vouchsafe_Account_Owner'],
    groups: [],
  },
  {
    username: 'owner2@vouchsafe.test',
    firstName: 'Omar',
    lastName: 'Haddad',
    title: 'Customer Success Manager',
    role: 'Account_Management',
    manager,
    permissionSets: ['Vouchsafe_Account_Owner'],
    groups: [],
  },
  {
    username: manager,
    firstName: 'Maya',
    lastName: 'Lindqvist',
    title: 'Reference Program Manager',
    role: 'Customer_Programs',
    permissionSets: ['Vouchsafe_Program_Manager', CATALOGUE_SET.name],
    groups: ['Vouchsafe_Stewards'],
  },
  {
    username: 'ops@vouchsafe.test',
    firstName: 'Priya',
    lastName: 'Nair',
    title: 'Sales Operations Analyst',
    role: 'Sales_Operations',
    permissionSets: ['Vouchsafe_Ops'],
    groups: ['Vouchsafe_Reporters'],
  },
];
