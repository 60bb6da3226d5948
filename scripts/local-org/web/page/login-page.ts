import { document, escapeHtml } from './shell-page.ts';
import type { ShellUser } from './shell-page.ts';

/**
 * The page on which a person says who they are: demo users by one click, anyone else by name and password.
 * @param password of the demo users, which is no secret; absent when there are none.
 * @param goal the address to open after login.
 */
export function loginPage(application: string, users: readonly ShellUser[], password: string | undefined, goal: string): string {
  const demoUsers = password === undefined || users.length === 0 ? '' : demoList(users, password);
  return document(
    `Log in | ${application}`,
    '<script type="module" src="/shell/login.js"></script>',
    `<main class="local-login">
      <article class="slds-card local-login__card">
        <h1 class="slds-text-heading_large slds-m-bottom_x-small">${escapeHtml(application)}</h1>
        <p class="slds-text-color_weak slds-m-bottom_medium">A local org on this computer.${demoUsers ? ' Choose who you are.' : ''}</p>
        <p class="slds-text-color_error slds-m-bottom_small" role="alert" id="login-error"></p>
        ${demoUsers}
        <details ${demoUsers ? '' : 'open'} class="slds-m-top_medium">
          <summary>Log in with a user name</summary>
          <form id="login-form" class="slds-form slds-m-top_small" data-goal="${escapeHtml(goal)}">
            <div class="slds-form-element">
              <label class="slds-form-element__label" for="username">User name</label>
              <div class="slds-form-element__control">
                <input class="slds-input" id="username" name="username" autocomplete="username" required />
              </div>
            </div>
            <div class="slds-form-element">
              <label class="slds-form-element__label" for="password">Password</label>
              <div class="slds-form-element__control">
                <input class="slds-input" id="password" name="password" type="password" autocomplete="current-password" required />
              </div>
            </div>
            <button class="slds-button slds-button_brand slds-m-top_medium">Log in</button>
          </form>
        </details>
      </article>
    </main>`,
  );
}

function demoList(users: readonly ShellUser[], password: string): string {
  const buttons = users.map(
    (user) => `<li>
          <button type="button" class="local-login__user" data-username="${escapeHtml(user.username)}" data-password="${escapeHtml(password)}">
            <span class="local-login__initials" aria-hidden="true">${escapeHtml(initials(user.name))}</span>
            <span>
              <strong>${escapeHtml(user.name)}</strong>
              <span class="slds-text-color_weak">${escapeHtml([user.title, user.username].filter(Boolean).join(' · '))}</span>
            </span>
          </button>
        </li>`,
  );
  return `<ul class="local-login__users">${buttons.join('')}</ul>`;
}

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2);
}
