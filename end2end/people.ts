// A signed-in browser for every role, and what no page of any story may ever do: complain, or ask another host.
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

export { expect };

/** Everybody on /demo, by sign-in name. */
export type Role = 'bewoner' | 'smederij' | 'toetser' | 'balie' | 'raadslid' | 'griffier' | 'beheerder';

export interface People {
  /** A page in a browser of its own, signed in as this role; without a role a stranger. */
  open(role?: Role): Promise<Page>;
  /** Signs in as this role, in a browser that is open already. */
  become(page: Page, role: Role): Promise<void>;
  /** Fails the story if this browser complains, or asks another host. */
  watch(context: BrowserContext): void;
}

// An error page and a form that comes back are no fault of the page; the stories say where they expect them.
const REFUSAL = /^Failed to load resource: the server responded with a status of (401|403|404|409|422) /;

export const test = base.extend<{ people: People }>({
  people: [
    async ({ browser, context, baseURL }, use) => {
      const complaints: string[] = [];
      const opened: BrowserContext[] = [];
      const own = new URL(baseURL ?? '').origin;

      function watch(watched: BrowserContext) {
        watched.on('console', (message) => {
          if (message.type() === 'error' && !REFUSAL.test(message.text())) {
            complaints.push(`${message.page()?.url()}: ${message.text()}`);
          }
        });
        watched.on('weberror', (thrown) => complaints.push(`${thrown.page()?.url()}: ${thrown.error().message}`));
        watched.on('request', (request) => {
          const url = new URL(request.url());
          if (url.protocol.startsWith('http') && url.origin !== own) complaints.push(`asked ${request.url()}`);
        });
      }

      async function become(page: Page, role: Role) {
        await page.goto('/demo');
        await page.getByRole('listitem').filter({ hasText: `(${role})` }).getByRole('button').click();
        await expect(page).toHaveURL(role === 'bewoner' ? '/mijn' : '/werk');
      }

      async function open(role?: Role) {
        const fresh = await browser.newContext();
        opened.push(fresh);
        watch(fresh);
        const page = await fresh.newPage();
        if (role) await become(page, role);
        return page;
      }

      watch(context);
      await use({ open, become, watch });
      for (const fresh of opened) await fresh.close();
      expect(complaints, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

/** The demo's voting codes of one wijk; each is one letter. */
export async function codes(page: Page, wijk: string): Promise<string[]> {
  await page.goto('/demo');
  const heading = page.getByRole('heading', { name: wijk, exact: true });
  return page.locator('div').filter({ has: heading }).last().getByRole('listitem').allInnerTexts();
}

/** The address of a round, by its title. */
export async function round(page: Page, title: string): Promise<string> {
  await page.goto('/rondes');
  const path = await page.getByRole('link', { name: title, exact: true }).getAttribute('href');
  return path ?? '';
}

// What no letter has: I, L, O and U.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The code with another sign in this group, 1 to 4. */
export function withFaultIn(code: string, group: number): string {
  const at = (group - 1) * 5 + 1;
  const other = SIGNS[(SIGNS.indexOf(code.charAt(at)) + 1) % SIGNS.length];
  return code.slice(0, at) + other + code.slice(at + 1);
}

/** A code that is on no letter but whose check signs fit: the check is linear, so three codes added up make a fourth. */
export function strangeCode(one: string, two: string, three: string): string {
  const value = (code: string, at: number) => SIGNS.indexOf(code.charAt(at));
  return [...one]
    .map((sign, at) => (sign === '-' ? sign : SIGNS[value(one, at) ^ value(two, at) ^ value(three, at)]))
    .join('');
}
