/** What the server wrote into the page: the user, and the application as this user sees it. */

export interface PageComponent {
  readonly name: string;
  readonly identifier: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly facets: Readonly<Record<string, readonly PageComponent[]>>;
  readonly refusal?: string;
}

export interface Page {
  readonly name: string;
  readonly label: string;
  readonly template: string;
  readonly regions: Readonly<Record<string, readonly PageComponent[]>>;
}

export interface ApplicationTab {
  readonly target: string;
  readonly kind: 'object' | 'page';
  readonly label: string;
  readonly icon: string;
}

export interface ObjectSummary {
  readonly label: string;
  readonly labelPlural: string;
  readonly icon: string;
}

export interface ShellUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly title: string;
}

interface Facts {
  readonly user: ShellUser;
  readonly isAdministrator: boolean;
  readonly clockAheadMilliseconds: number;
  readonly internationalisation: { readonly locale: string; readonly lang: string; readonly timeZone: string };
  readonly languages: readonly string[];
  readonly application: {
    readonly label: string;
    readonly headerColor: string;
    readonly tabs: readonly ApplicationTab[];
    readonly pages: Readonly<Record<string, Page>>;
    readonly recordPages: Readonly<Record<string, string>>;
    readonly objects: Readonly<Record<string, ObjectSummary>>;
  };
}

const facts = (globalThis as unknown as { localOrg: Facts }).localOrg;

export const { user, isAdministrator, clockAheadMilliseconds, application, internationalisation, languages } = facts;

/** The words and the icon of an object; plain ones when the user may not see it. */
export function objectSummary(name: string): ObjectSummary {
  return application.objects[name] ?? { label: name, labelPlural: name, icon: 'standard:record' };
}

/** A page for records without a FlexiPage of their own: details beside related lists. */
const STANDARD_RECORD_PAGE: Page = {
  name: 'standard-record-page',
  label: 'Record',
  template: 'flexipage:recordHomeTemplateDesktop',
  regions: {
    header: [placed('force:highlightsPanel')],
    main: [placed('force:detailPanel')],
    sidebar: [placed('force:relatedListContainer')],
  },
};

/** The page that shows the records of an object. */
export function recordPageOf(objectName: string): Page {
  return application.pages[application.recordPages[objectName] ?? ''] ?? STANDARD_RECORD_PAGE;
}

function placed(name: string): PageComponent {
  return { name, identifier: name, properties: {}, facets: {} };
}

/** A moment as the user reads it: date and time in their zone. */
export function momentText(moment: string | null): string {
  if (!moment) return '';
  const { locale, timeZone } = internationalisation;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(moment));
}
