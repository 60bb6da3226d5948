import { standardObject } from '../standard-language.ts';

const COMMON = `
  MasterLabel string(255) name
  ApiName string(255)
  SortOrder int(9)
  IsDefault boolean`;

/** What the values of a status mean: rows that the org makes of its value sets. */
export const statusObjects = [
  standardObject({ name: 'LeadStatus', prefix: '01V', system: ['audit'], changes: 'readonly', fields: `${COMMON}\nIsConverted boolean` }),
  standardObject({ name: 'CaseStatus', prefix: '01W', system: ['audit'], changes: 'readonly', fields: `${COMMON}\nIsClosed boolean` }),
  standardObject({ name: 'TaskStatus', prefix: '01X', system: ['audit'], changes: 'readonly', fields: `${COMMON}\nIsClosed boolean` }),
  standardObject({
    name: 'TaskPriority',
    prefix: '01K',
    system: ['audit'],
    changes: 'readonly',
    fields: `${COMMON}\nIsHighPriority boolean`,
  }),
];
