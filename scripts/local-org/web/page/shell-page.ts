import type { ApplicationModel } from './application-model.ts';

/** A user who may be switched to. */
export interface ShellUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly title: string;
}

/** What the page knows before the first component loads; `globalThis.localOrg` in the browser. */
export interface PageFacts {
  readonly user: ShellUser;
  readonly isAdministrator: boolean;
  /** How far somebody has moved the org's clock; the page's own then goes along. */
  readonly clockAheadMilliseconds: number;
  readonly customPermissions: readonly string[];
  /** Permissions of the platform that the user has, such as `CustomizeApplication`. */
  readonly userPermissions: readonly string[];
  readonly internationalisation: {
    readonly locale: string;
    readonly lang: string;
    readonly currency: string;
    readonly timeZone: string;
    readonly dir: 'ltr';
  };
  /** Custom labels that are translated into the user's language, by name. */
  readonly labels: Readonly<Record<string, string>>;
  /** Languages that the org is translated into, besides its own. */
  readonly languages: readonly string[];
  readonly application: ApplicationModel;
}

/** The page that holds the application. */
export function shellPage(facts: PageFacts, build: string): string {
  const ahead = facts.clockAheadMilliseconds;
  const clock = ahead > 0 ? `<script src="/shell/moved-clock.js" data-ahead="${ahead}"></script>` : '';
  return document(
    facts.application.label,
    `${clock}<script>globalThis.localOrg = ${scriptText(facts)};</script>
    <script src="/components/${build}/synthetic-shadow.js"></script>
    <script type="module" src="/components/${build}/app.js"></script>`,
    '<div id="application"></div>',
    facts.internationalisation.lang,
  );
}

/** A page with one message, for what goes wrong before the application is there. */
export function messagePage(title: string, message: string): string {
  return document(
    title,
    '',
    `<main class="slds-p-around_xx-large slds-align_absolute-center">
      <article class="slds-card slds-p-around_large" style="max-width: 48rem">
        <h1 class="slds-text-heading_large slds-m-bottom_medium">${escapeHtml(title)}</h1>
        <p style="white-space: pre-wrap; overflow-wrap: anywhere">${escapeHtml(message)}</p>
      </article>
    </main>`,
  );
}

/** A page of the design system around a body. */
export function document(title: string, head: string, body: string, language = 'en'): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(title)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
    <link rel="stylesheet" href="/shell/shell.css" />
    ${head}
  </head>
  <body class="slds-scope">
    ${body}
  </body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that may stand in a script: nothing in it can end the script. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
