import { PAGES, rounds } from '../every-page';
import { codes, expect, test } from '../people';
import { BallotPage, CodePage, ReviewPage } from '../pages/voting';
import type { Page } from '@playwright/test';

// Many phones of older people have letters twice as large: the page is as narrow as before, and every rem twice as wide.
test.describe.configure({ timeout: 240_000 });
test.skip(({ isMobile }) => !isMobile, 'told on a phone');

/** Fails where the page, with letters this much larger, is wider than the screen. */
async function fits(page: Page, name: string, percent = 200) {
  await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), percent);
  const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect.soft(needed, `${name}: width at ${percent} %`).toBeLessThanOrEqual(there ?? 0);
}

/** How many letters of the text fit beside each other in the narrowest of these places. */
async function room(page: Page, places: string): Promise<number> {
  const all = await page.locator(places).evaluateAll((found) =>
    found.map((place) => place.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(place).fontSize)),
  );
  // A letter is about half as wide as it is high.
  return Math.min(...all) * 2;
}

for (const [n, [role, paths]] of PAGES.entries()) {
  test(`letters twice as large fit the pages of ${role ?? (n ? 'the foot' : 'the rounds')}`, async ({ people }) => {
    const page = await people.open(role);
    for (const path of paths(await rounds(page))) {
      await page.goto(path);
      await fits(page, path);
    }
  });
}

test('letters twice as large fit every step of the vote, and the bar covers none of it', async ({ page }) => {
  const code = (await codes(page, 'Noorderveen'))[4] ?? '';
  const [start, ballot, review] = [new CodePage(page), new BallotPage(page), new ReviewPage(page)];
  await start.goto();
  await fits(page, 'the code');
  await start.enter(code);
  await ballot.jobs.first().check();
  await fits(page, 'the ballot');
  const bar = page.locator('.wb-ballot__bar');
  await expect(bar, 'far below the first job').not.toBeInViewport();
  await ballot.next.click();
  await expect(review.heading).toBeVisible();
  await fits(page, 'the review');
});

test('words beside an icon have room, with letters twice as large', async ({ page }) => {
  await page.goto('/');
  await fits(page, '/');
  expect(await room(page, '.wb-how__step > h3')).toBeGreaterThan(12);
  await page.goto('/stem');
  await fits(page, '/stem');
  expect(await room(page, '.wb-notice__title')).toBeGreaterThan(12);
});

test('a long word in the title of an idea stays whole beside its pictogram or below it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const { adopted } = await rounds(page);
  await page.goto(`${adopted}/voorstellen`);
  const broken = await page.getByRole('article').getByRole('heading').evaluateAll((titles) =>
    titles.filter((title) => {
      // Narrower than its longest word: some word is in two pieces.
      const { width } = title.getBoundingClientRect();
      const whole = title.cloneNode(true) as HTMLElement;
      whole.style.cssText = 'position: absolute; flex: none; inline-size: min-content; hyphens: manual; overflow-wrap: normal';
      title.after(whole);
      const longest = whole.getBoundingClientRect().width;
      whole.remove();
      return longest > width + 1;
    }).map((title) => title.textContent),
  );
  expect(broken).toEqual([]);
});

test('the dossier fits a narrow phone with the spacing of WCAG 1.4.12', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { adopted } = await rounds(page);
  await page.goto(`${adopted}/dossier`);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      element.style.setProperty('letter-spacing', '0.12em', 'important');
      element.style.setProperty('word-spacing', '0.16em', 'important');
      element.style.setProperty('line-height', '1.5', 'important');
    }
  });
  await fits(page, 'the dossier', 100);
});
