import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { ORG_URL, PASSWORD } from './people.ts';
import type { Person } from './people.ts';

const RESULTS = join(import.meta.dirname, '../../test-results');
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Where Debian puts it; another one can be named by CHROMIUM. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A browser window of one person, which notes everything that goes wrong in it. */
export class Screen {
  readonly page: Page;
  readonly troubles: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`${message.text()} ${message.location().url}`);
    });
  }

  /** Logs somebody in, in a window of their own. */
  static async open(browser: Browser, person: Person): Promise<Screen> {
    const context = await browser.newContext({ viewport: DESKTOP });
    const response = await context.request.post(`${ORG_URL}/local/login`, {
      data: { username: `${person}@vouchsafe.test`, password: PASSWORD },
    });
    assert.equal(response.status(), 200, `${person} logs in`);
    return new Screen(await context.newPage());
  }

  /** Opens a record's page. */
  async openRecord(object: string, id: string): Promise<void> {
    await this.page.goto(`${ORG_URL}/lightning/r/${object}/${id}/view`);
  }

  /** Pictures of what is on the screen, at desktop and phone width. */
  async picture(name: string): Promise<void> {
    mkdirSync(RESULTS, { recursive: true });
    await this.page.screenshot({ path: join(RESULTS, `${name}-desktop.png`), fullPage: true });
    await this.page.setViewportSize(PHONE);
    await this.page.screenshot({ path: join(RESULTS, `${name}-phone.png`), fullPage: true });
    await this.page.setViewportSize(DESKTOP);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Starts Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
}
