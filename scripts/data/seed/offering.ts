/** A product that deals are made of. */
export interface Product {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  /** List price of one unit. */
  readonly price: number;
}

/** What is sold. */
export const products: readonly Product[] = [
  { code: 'CORE-STD', name: 'Core Platform Standard', family: 'Core Platform', price: 24_000 },
  { code: 'CORE-ENT', name: 'Core Platform Enterprise', family: 'Core Platform', price: 68_000 },
  { code: 'ANA-WORK', name: 'Analytics Workbench', family: 'Analytics', price: 18_000 },
  { code: 'ANA-FCST', name: 'Analytics Forecasting', family: 'Analytics', price: 26_500 },
  { code: 'MOB-FIELD', name: 'Mobile Field App', family: 'Mobile', price: 12_400 },
  { code: 'INT-HUB', name: 'Integration Hub', family: 'Integration Hub', price: 31_000 },
  { code: 'INT-CONN', name: 'Integration Hub Connector Pack', family: 'Integration Hub', price: 8_950 },
  { code: 'SEC-SUITE', name: 'Security Suite', family: 'Security Suite', price: 34_800 },
  { code: 'SUP-TEAM', name: 'Support Desk Team', family: 'Support Desk', price: 14_200 },
  { code: 'SUP-ENT', name: 'Support Desk Enterprise', family: 'Support Desk', price: 41_000 },
];

/** The product families, as advocates and deals name them. */
export const families: readonly string[] = [...new Set(products.map((product) => product.family))];

/** What customers use the products for. */
export const useCases: readonly string[] = [
  'Replace Legacy System',
  'Automate Operations',
  'Improve Forecasting',
  'Consolidate Tools',
  'Expand Globally',
  'Compliance',
];

/** What customers gave up. */
export const competitors: readonly string[] = ['Northwind CRM', 'Acme Suite', 'Spreadsheet', 'In-house'];

/** Company sizes, each with its lowest and highest number of employees. */
export const sizeBands: readonly (readonly [string, number, number])[] = [
  ['1-49', 12, 49],
  ['50-249', 50, 249],
  ['250-999', 250, 999],
  ['1000-4999', 1000, 4999],
  ['5000+', 5000, 42_000],
];

/** Industries, each with what its companies are called. */
export const industries: readonly (readonly [string, readonly string[]])[] = [
  ['Banking', ['Bank', 'Savings Bank', 'Credit Union', 'Capital', 'Trust']],
  ['Healthcare', ['Clinics', 'Health Partners', 'Medical Group', 'Hospitals', 'Care']],
  ['Manufacturing', ['Works', 'Industries', 'Precision Parts', 'Machinery', 'Components']],
  ['Retail', ['Stores', 'Markets', 'Outfitters', 'Home Goods', 'Grocers']],
  ['Technology', ['Software', 'Systems', 'Data', 'Networks', 'Labs']],
  ['Energy', ['Power', 'Renewables', 'Grid Services', 'Solar', 'Utilities']],
  ['Insurance', ['Mutual', 'Assurance', 'Underwriters', 'Life', 'Re']],
  ['Education', ['University', 'Academy', 'Learning', 'Polytechnic', 'School Trust']],
  ['Government', ['City Services', 'Regional Authority', 'Transport Agency', 'Water Board', 'County Council']],
  ['Transportation', ['Logistics', 'Freight', 'Rail', 'Shipping', 'Airways']],
];

/** First words of company names. */
export const companyWords: readonly string[] =
  'Alder,Amber,Anchor,Aurora,Beacon,Birch,Bluefield,Bridgewater,Brightwell,Calder,Cascade,Cedar,Clearwater,Cobalt,Copper,Crestview,Delta,Eastgate,Elm,Ember,Fairmont,Falcon,Fernhill,Foxglove,Glenmore,Granite,Greenlane,Halcyon,Harbor,Hawthorn,Hazel,Highland,Horizon,Ironbridge,Juniper,Kestrel,Kingsway,Lakeside,Larch,Linden,Magnolia,Maple,Marlow,Meridian,Millbrook,Northgate,Oakhurst,Orchard,Osprey,Palisade,Pinecrest,Quarry,Ravenwood,Redwood,Ridgeway,Rowan,Saffron,Sequoia,Silverline,Southbank,Stonefield,Summit,Tamarack,Thornbury,Timberline,Vale,Verdant,Westbrook,Willow,Windermere'.split(
    ',',
  );

/** A job at a customer: the contact's title, and what it says of the advocate. */
export interface Job {
  readonly title: string;
  readonly role: string;
  readonly persona: string;
  readonly seniority: string;
  readonly department: string;
}

const jobRows: readonly (readonly [string, string, string, string])[] = [
  ['Chief Information Officer', 'Economic Buyer', 'C-Level', 'IT'],
  ['Chief Financial Officer', 'Economic Buyer', 'C-Level', 'Finance'],
  ['Vice President Operations', 'Business Champion', 'Vice President', 'Operations'],
  ['Vice President Customer Service', 'Business Champion', 'Vice President', 'Service'],
  ['Head of IT', 'Technical Evaluator', 'Director', 'IT'],
  ['Director of Sales Operations', 'Business Champion', 'Director', 'Sales'],
  ['Director of Data and Analytics', 'Technical Evaluator', 'Director', 'IT'],
  ['Enterprise Architect', 'Technical Evaluator', 'Specialist', 'IT'],
  ['Information Security Officer', 'Security Reviewer', 'Manager', 'Security'],
  ['Service Desk Manager', 'End User', 'Manager', 'Service'],
  ['Regional Manager', 'End User', 'Manager', 'Operations'],
  ['Platform Administrator', 'End User', 'Specialist', 'IT'],
];

/** The jobs of contacts. */
export const jobs: readonly Job[] = jobRows.map(([title, persona, seniority, department]) => ({
  title,
  role: title,
  persona,
  seniority,
  department,
}));

/** Stories to tell, by use case; `{competitor}`, `{months}`, `{number}` and `{share}` are filled in. */
export const stories: Readonly<Record<string, readonly string[]>> = {
  'Replace Legacy System': [
    'Retired {competitor} after {number} years and went live in {months} months, department by department, without a day of downtime.',
    'Moved {number} teams off {competitor} in {months} months. Support tickets fell by {share} % in the first quarter.',
  ],
  'Automate Operations': [
    'Automated order handling end to end; the same team now processes {share} % more without overtime.',
    'Cut manual data entry by {share} % within {months} months and closed {number} spreadsheets for good.',
  ],
  'Improve Forecasting': [
    'Forecast accuracy rose by {share} % within {months} months; the board now plans on weekly numbers.',
    'Replaced a monthly forecast that took {number} people a week by one that is there every morning.',
  ],
  'Consolidate Tools': [
    'Brought {number} tools together on one platform and saved {share} % of the licence cost.',
    'One view of the customer instead of {number} systems; new staff are productive in half the time.',
  ],
  'Expand Globally': [
    'Opened {number} countries in {months} months on one set of processes and reports.',
    'Rolled out to {number} sites on two continents with a team of four.',
  ],
  Compliance: [
    'Passed the yearly audit without findings for the first time, with {share} % less preparation.',
    'Answers {number} regulatory reports from one source; evidence is a click away.',
  ],
};
