import { readdirSync, readFileSync } from 'node:fs';
import { codes, expect, round, test } from '../people';
import { COFFEE } from '../pages/proposal';
import type { Page } from '@playwright/test';

const TEXTS = new URL('../../app/texts/', import.meta.url);

/** Every text of a language: the lines of its messages, and each form of those that go by number. */
function texts(lang: string): Set<string> {
  const folder = new URL(`${lang}/`, TEXTS);
  const lines = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'));
  const text = /^(?:[\w-]+ = | *\*?\[\w+\] | {4})(?=[^ {}*[]|\{ \$\w+ \})(.*)$/;
  return new Set(lines.flatMap((line) => text.exec(line)?.[1]?.trim() ?? []));
}

/** What only a Dutch page says: each text as a pattern, with anything where a value goes. Residents write Dutch too, so a
 * text with a value counts only when it begins with words enough to know it by. */
function dutch(): RegExp[] {
  const english = texts('en');
  return [...texts('nl')]
    .filter((text) => !english.has(text) && (text.includes('{') ? /^[^{]{12,}\{/.test(text) : /\p{L}{3}/u.test(text)))
    .map((text) => text.split(/\{ [^}]*\}/).map((part) => part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')).join('.+'))
    .map((pattern) => new RegExp(`^${pattern}$`));
}

/** Every piece of text that the page shows, but for what people wrote themselves. */
async function pieces(page: Page): Promise<string[]> {
  const all = await page.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent?.closest('[lang]:not(html):not([lang="en"]), script')) found.push(walker.currentNode.textContent ?? '');
    }
    return found;
  });
  return all.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text.length > 2);
}

async function isEnglish(page: Page, name: string) {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const patterns = dutch();
  const found = (await pieces(page)).filter((text) => patterns.some((pattern) => pattern.test(text)));
  expect.soft(found, `${name}: Dutch that is left`).toEqual([]);
}

test('the switch shows the same page in the other language', async ({ page }) => {
  for (const path of [await round(page, 'Wijkbasisbanen 2027'), '/stem', '/hoe-veilig', '/']) {
    await page.goto(path);
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(path === '/' ? '/en' : `/en${path}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('link', { name: 'Nederlands' }).click();
    await expect(page).toHaveURL(path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  }
});

test('the English pages for residents have no Dutch of ours left', async ({ page }) => {
  const at = {
    proposing: await round(page, 'Wijkbasisbanen 2028'),
    voting: await round(page, 'Wijkbasisbanen 2027'),
    adopted: await round(page, 'Wijkbasisbanen 2026'),
  };
  const paths = [
    '', '/rondes', at.proposing, at.voting, at.adopted, `${at.voting}/voorstellen`, `${at.voting}/spelregels`, `${at.adopted}/uitslag`,
    `${at.adopted}/dossier`, `${at.adopted}/vergelijking`, `${at.adopted}/banen`, '/uitleg', '/uitleg/tellen', '/hoe-veilig', '/verdringing', '/help', '/privacy', '/toegankelijkheid',
    '/logboek', '/inloggen', '/account-maken', '/stem', '/niets',
  ];
  for (const path of paths) {
    await page.goto(`/en${path}`);
    await isEnglish(page, path);
  }
});

test('staff try a rule in English', async ({ page, people }) => {
  await people.become(page, 'smederij');
  await page.goto('/en/werk/proeftelling');
  await isEnglish(page, 'the trial count');
  await page.getByRole('button', { name: 'Count again' }).click();
  await expect(page.getByText('This is a trial.')).toBeVisible();
  await isEnglish(page, 'a trial of equal shares');
  await page.goto('/en/werk/rondes/nieuw');
  await isEnglish(page, 'a new round');
});

test('a resident votes in English from the code to the end', async ({ page }) => {
  const code = (await codes(page, 'De Turfhoek'))[4] ?? '';
  await page.goto('/en/stem');
  await page.getByLabel('Your voting code').fill('ABCD');
  await page.getByRole('button', { name: 'Go on' }).click();
  await isEnglish(page, 'a code that is too short');
  await page.getByLabel('Your voting code').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await isEnglish(page, 'the ballot');
  await page.getByRole('button', { name: 'Go on' }).click();
  await isEnglish(page, 'nothing chosen');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Go on' }).click();
  await isEnglish(page, 'the review');
  await page.getByRole('button', { name: 'Send my vote' }).click();
  await expect(page).toHaveURL('/en/stem/klaar');
  await isEnglish(page, 'the end');
  await page.reload();
  await expect(page.getByText('Your vote is in')).toBeVisible();
  await isEnglish(page, 'the end once more');
});

test('a resident proposes in English, faults and all', async ({ page, people }) => {
  await people.become(page, 'bewoner');
  await page.goto(`/en${await round(page, 'Wijkbasisbanen 2028')}/voorstel-doen`);
  await isEnglish(page, 'the beginning');
  await page.getByRole('radio', { name: COFFEE.wijk }).check();
  await page.locator('main form button').click();
  await isEnglish(page, 'an empty proposal');
  await page.locator('button[value="submit"]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await isEnglish(page, 'a proposal with every fault');
});
