// A Firefox for the stories that run in it, by Puppeteer: it speaks WebDriver BiDi to Debian's own Firefox, without a
// driver between them. Playwright would want a Firefox that it patched, or one younger than Debian has.
import { test as base, expect } from '@playwright/test';
import puppeteer, { type Page } from 'puppeteer-core';

export { expect };

/** A tab, by what somebody sees: roles and Dutch names. */
export class Tab {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  async goto(path: string) {
    await this.page.goto(this.origin + path);
  }

  /** Waits for the islands of the page. */
  async awake() {
    await this.page.waitForSelector('html[data-hydrated="true"]');
  }

  /** Presses the button or link, and waits for the page it leads to. */
  async follow(role: 'button' | 'link', name: string) {
    await Promise.all([this.page.waitForNavigation(), this.named(role, name).click()]);
  }

  async type(label: string, text: string) {
    await this.named('textbox', label).fill(text);
  }

  private named(role: string, name: string) {
    return this.page.locator(`::-p-aria([name="${name}"][role="${role}"])`);
  }

  /** What stands in the elements, hidden ones too. */
  async texts(selector: string): Promise<string[]> {
    return this.page.$$eval(selector, (found) => found.map((element) => element.textContent?.trim() ?? ''));
  }

  /** Waits until the first of them says this. */
  async says(selector: string, text: string) {
    await expect.poll(async () => (await this.texts(selector))[0], { message: selector, timeout: 10_000 }).toBe(text);
  }
}

export const test = base.extend<{ tab: Tab }>({
  tab: [
    async ({ baseURL, locale }, use) => {
      const origin = new URL(baseURL ?? '').origin;
      const complaints: string[] = [];
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        extraPrefsFirefox: { 'intl.accept_languages': locale ?? 'nl-NL' },
        defaultViewport: { width: 1280, height: 900 },
        timeout: 60_000,
      });
      const page = await browser.newPage();
      // Firefox hardly draws a tab that is hidden, and what is pressed must have been drawn.
      await page.bringToFront();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asked ${request.url()}`);
      });
      await use(new Tab(page, origin));
      await browser.close();
      expect(complaints, 'complaints of the browser').toEqual([]);
    },
    // Apart from the story's own: a Firefox with a new profile needs seconds, and on a busy machine many.
    { timeout: 90_000 },
  ],
});
