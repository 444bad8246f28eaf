import { codes, expect, strangeCode, test, withFaultIn } from '../people';
import { BallotPage, CodePage, DonePage, ReviewPage, vote } from '../pages/voting';
import { readable } from '../readable';
import type { Locator, Page } from '@playwright/test';

/** A letter for each project, so that what one did is not there for the next. */
const LETTER: Record<string, number> = { desktop: 0, phone: 1, 'no-js': 2 };

async function letter(page: Page, wijk: string, project: string): Promise<string> {
  return (await codes(page, wijk))[LETTER[project] ?? 3] ?? '';
}

test('a resident reads the code from the letter, chooses, looks again, changes and casts the vote @nojs', async ({ page }, info) => {
  const code = await letter(page, 'De Turfhoek', info.project.name);
  const [start, ballot, review, done] = [new CodePage(page), new BallotPage(page), new ReviewPage(page), new DonePage(page)];

  await test.step('a typing error is told by its group', async () => {
    await start.enter(withFaultIn(code, 3));
    await expect(start.error).toContainText('Er klopt iets niet. Kijk nog eens naar groepje 3.');
    await start.enter(code.slice(0, 9));
    await expect(start.error).toContainText('De code heeft 16 tekens. U typte er 8.');
    // A secret never comes back in the page.
    await expect(start.field).toHaveValue('');
  });

  await test.step('a code of no letter opens nothing', async () => {
    const [one = '', two = '', three = ''] = await codes(page, 'De Turfhoek');
    await start.enter(strangeCode(one, two, three));
    await expect(start.error).toContainText('Deze code opent geen stembiljet.');
  });

  await test.step('the right code opens the ballot, in small letters without dashes too', async () => {
    await start.enter(code.toLowerCase().replaceAll('-', ' '));
    await expect(ballot.heading).toBeVisible();
    await expect(ballot.chosen).toHaveCount(0);
    await expect(ballot.again).toHaveCount(0);
  });

  const [first = '', second = '', third = '', fourth = ''] = await ballot.titles();
  await test.step('too many is told, and nothing is unticked behind the back', async () => {
    for (const title of [first, second, third, fourth]) await ballot.job(title).check();
    await ballot.next.click();
    await expect(ballot.error).toContainText('U koos te veel. Kies er hoogstens 3.');
    await expect(ballot.chosen).toHaveCount(4);
  });

  await test.step('looks again at two choices; changing keeps them', async () => {
    await ballot.job(third).uncheck();
    await ballot.job(fourth).uncheck();
    await ballot.next.click();
    await expect(review.heading).toBeVisible();
    await expect(page.getByText('U koos 2 banen.')).toBeVisible();
    await expect(page.getByText('Nog niet ingediend.')).toBeVisible();
    await expect(review.jobs).toHaveCount(2);
    await review.change(first);
    await expect(ballot.chosen).toHaveCount(2);
    await ballot.job(first).uncheck();
    await ballot.job(third).check();
    await ballot.next.click();
    await expect(review.jobs).toContainText([second, third]);
  });

  await test.step('casts it, and sees the words only on asking', async () => {
    await review.cast.click();
    await expect(done.heading).toBeVisible();
    await expect(done.words).toHaveCount(3);
    for (const word of await done.words.all()) await expect(word).toBeHidden();
    await done.askWords();
    for (const word of await done.words.all()) await expect(word).toBeVisible();
    await expect(done.words).toHaveText([/^\p{L}+$/u, /^\p{L}+$/u, /^\p{L}+$/u]);
  });

  await test.step('reloading and going back cast nothing again', async () => {
    const words = await done.words.allTextContents();
    await page.reload();
    await expect(page).toHaveURL('/stem');
    await expect(page.getByText('Uw stem is binnen')).toBeVisible();
    for (const word of words) await expect(page.getByText(word)).toHaveCount(0);
    await page.goBack();
    await expect(review.cast).toHaveCount(0);
    await expect(page.getByText(second)).toHaveCount(0);
  });

  await test.step('the same letter again: told that there was voted, never what', async () => {
    await start.enter(code);
    await expect(ballot.again).toBeVisible();
    await expect(ballot.chosen).toHaveCount(0);
  });
});

test('a vote that is pressed in two tabs is one vote @nojs', async ({ page, context }, info) => {
  const code = await letter(page, 'Het Sluiskwartier', info.project.name);
  const [ballot, review] = [new BallotPage(page), new ReviewPage(page)];
  await new CodePage(page).enter(code);
  await ballot.jobs.first().check();
  await ballot.next.click();
  await expect(review.heading).toBeVisible();
  const other = await context.newPage();
  await other.goto('/stem/controle');
  await review.cast.click();
  const done = new DonePage(page);
  await expect(done.heading).toBeVisible();
  await new ReviewPage(other).cast.click();
  await expect(other).toHaveURL('/stem');
  await expect(other.getByText('Uw stem is binnen')).toBeVisible();
});

test('a resident who wanders off finds the vote again, and leaves nothing behind @nojs', async ({ page }) => {
  const code = (await codes(page, 'Noorderveen'))[3] ?? '';
  const [start, ballot, review, done] = [new CodePage(page), new BallotPage(page), new ReviewPage(page), new DonePage(page)];
  await start.enter(code);
  await ballot.jobs.nth(1).check();
  await ballot.next.click();
  const [chosen = ''] = await review.jobs.locator('strong').allInnerTexts();

  await test.step('the first page leads back', async () => {
    await page.goto('/');
    await expect(page.getByText('U hebt nog niet gestemd')).toBeVisible();
    await expect(page.getByText(chosen)).toHaveCount(0);
    await page.getByRole('link', { name: 'Ga verder met stemmen' }).click();
    await expect(ballot.chosen).toHaveCount(1);
  });

  await test.step('more time keeps the ticks that were not sent', async () => {
    await ballot.jobs.nth(0).check();
    await page.getByRole('button', { name: 'Geef mij meer tijd' }).click();
    await expect(ballot.chosen).toHaveCount(2);
    await ballot.jobs.nth(0).uncheck();
    await ballot.next.click();
  });

  await test.step('whoever opens the beginning can neither see nor finish it', async () => {
    await start.goto();
    await expect(page.getByText('Een stem was nog niet af')).toBeVisible();
    await page.goto('/stem/controle');
    await expect(page).toHaveURL('/stem');
    await expect(page.getByText(chosen)).toHaveCount(0);
  });

  await test.step('the same code brings the ticks back', async () => {
    await start.enter(code);
    await expect(ballot.chosen).toHaveCount(1);
    await ballot.next.click();
    await expect(review.jobs).toContainText([chosen]);
    await review.cast.click();
  });

  await test.step('the last button wipes the screen', async () => {
    await expect(done.heading).toBeVisible();
    await done.wipe.click();
    await expect(page).toHaveURL('/stem');
    await expect(page.getByText('Uw stem is binnen')).toHaveCount(0);
    await page.goBack();
    await expect(done.heading).toHaveCount(0);
    const kept = (await page.context().cookies()).map(({ name }) => name);
    expect(kept.filter((name) => name.includes('stem'))).toEqual([]);
  });
});

test('a resident is warned two minutes before the time is over, and goes on', async ({ page }) => {
  const ballot = new BallotPage(page);
  await page.clock.install();
  await new CodePage(page).enter((await codes(page, 'De Turfhoek'))[4] ?? '');
  await page.locator('html[data-hydrated="true"]').waitFor();
  await ballot.jobs.nth(2).check();
  const warning = page.getByRole('status').filter({ hasText: 'U hebt nog twee minuten.' });
  await page.clock.fastForward('12:50');
  await expect(warning).toHaveCount(0);
  await page.clock.fastForward('00:15');
  await expect(warning).toBeVisible();
  await readable(page, 'the warning', 'island');
  await page.locator('form').getByRole('button', { name: 'Geef mij meer tijd' }).click();
  await expect(warning).toHaveCount(0);
  await expect(ballot.chosen).toHaveCount(1);
  await page.locator('html[data-hydrated="true"]').waitFor();
  await page.clock.fastForward('15:01');
  await expect(page.getByRole('status')).toHaveText([/Uw tijd is om/]);
});

test('nobody gets to the ballot, the review or the end without a code @nojs', async ({ page }) => {
  for (const path of ['/stem/kiezen', '/stem/controle', '/stem/klaar']) {
    await page.goto(path);
    await expect(page).toHaveURL('/stem');
  }
});

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

test('a resident votes with the keyboard alone @nojs', async ({ page }, info) => {
  const code = await letter(page, 'Noorderveen', info.project.name);
  const [start, ballot, review] = [new CodePage(page), new BallotPage(page), new ReviewPage(page)];
  await start.goto();
  await tabTo(page, start.field);
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(ballot.heading).toBeVisible();
  await tabTo(page, ballot.jobs.first());
  await page.keyboard.press('Space');
  await tabTo(page, ballot.jobs.nth(2));
  await page.keyboard.press('Space');
  await expect(ballot.chosen).toHaveCount(2);
  await tabTo(page, ballot.next);
  await page.keyboard.press('Enter');
  await expect(review.jobs).toHaveCount(2);
  await tabTo(page, review.cast);
  await page.keyboard.press('Enter');
  await expect(new DonePage(page).heading).toBeVisible();
});

test('the bar says at every tick how many are left', async ({ page }) => {
  const ballot = new BallotPage(page);
  await new CodePage(page).enter((await codes(page, 'Het Sluiskwartier'))[5] ?? '');
  await expect(ballot.meter).toHaveText('Nog niets gekozen. U mag er 3 kiezen.');
  await ballot.jobs.nth(0).check();
  await expect(ballot.meter).toHaveText('1 van 3 gekozen. U mag er nog 2.');
  await ballot.jobs.nth(1).check();
  await ballot.jobs.nth(2).check();
  await expect(ballot.meter).toHaveText('3 van 3 gekozen. Dat is het.');
  await ballot.jobs.nth(3).check();
  await expect(ballot.meter).toHaveText('4 gekozen, dat is 1 te veel. Haal er 1 weg.');
  await ballot.jobs.nth(3).uncheck();
  await expect(ballot.meter).toHaveText('3 van 3 gekozen. Dat is het.');
});

test('the words of a vote are drawn in the browser, so that no server can give two people the same', async ({ page }) => {
  const [ballot, review, done] = [new BallotPage(page), new ReviewPage(page), new DonePage(page)];
  await new CodePage(page).enter((await codes(page, 'De Turfhoek'))[3] ?? '');
  await ballot.jobs.first().check();
  await ballot.next.click();
  await expect(review.heading).toBeVisible();
  const answer = page.waitForResponse('/stem/controle');
  await page.locator('html[data-hydrated="true"]').waitFor();
  const before = await page.locator('input[name="words"]').inputValue();
  await page.reload();
  const suggested = /name="words" value="([^"]+)"|value="([^"]+)" name="words"/.exec(await (await answer).text());
  await page.locator('html[data-hydrated="true"]').waitFor();
  const field = page.locator('input[name="words"]');
  await expect(field).not.toHaveValue(suggested?.[1] ?? suggested?.[2] ?? '');
  const drawn = await field.inputValue();
  expect(drawn, 'a note that was made stays right').toBe(before);
  await review.askWords();
  expect((await review.words.allInnerTexts()).join(' '), 'seen before the vote').toBe(drawn);
  await review.cast.click();
  await expect(page.getByText('Uw browser koos deze woorden zelf. Onze computer heeft dezelfde.')).toBeVisible();
  expect((await done.words.allInnerTexts()).join(' ')).toBe(drawn);
});

test('a server that names other words than the browser drew is caught', async ({ page }) => {
  const [ballot, review, done] = [new BallotPage(page), new ReviewPage(page), new DonePage(page)];
  // The page after the redirect: a redirect itself is never asked of a route.
  await page.route('/stem/controle', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/(&quot;said&quot;:&quot;|"said":")[^"&]+/, '$1boshuis appelbank zomerzeil');
    await route.fulfill({ response: answer, body });
  });
  await new CodePage(page).enter((await codes(page, 'De Turfhoek'))[5] ?? '');
  await ballot.jobs.first().check();
  await ballot.next.click();
  await page.locator('html[data-hydrated="true"]').waitFor();
  const drawn = await page.locator('input[name="words"]').inputValue();
  await review.cast.click();
  await expect(done.alarm).toContainText('onze computer noemt andere woorden dan uw browser koos');
  expect((await done.words.allInnerTexts()).join(' '), 'its own').toBe(drawn);
  await readable(page, 'words that differ', 'island');
});

test('the field says while one types which group to look at', async ({ page }) => {
  const [code = ''] = await codes(page, 'De Turfhoek');
  const start = new CodePage(page);
  await start.goto();
  await start.field.pressSequentially(withFaultIn(code, 2));
  await expect(page.getByText('Kijk nog eens naar groepje 2.')).toBeVisible();
  await start.field.fill(code);
  await expect(page.getByText('De code is goed.')).toBeVisible();
});

test('the square on the letter fills in the code, and the address forgets it', async ({ page }) => {
  const code = (await codes(page, 'De Turfhoek'))[5] ?? '';
  const start = new CodePage(page);
  await page.goto(`/stem#${code.replaceAll('-', '')}`);
  await expect(start.field).toHaveValue(code.replaceAll('-', ''));
  await expect(page).toHaveURL(/\/stem$/);
  await start.button.click();
  await expect(new BallotPage(page).heading).toBeVisible();
});

test('a later vote with the same letter takes the place of the earlier one', async ({ page }) => {
  const code = (await codes(page, 'Noorderveen'))[5] ?? '';
  for (const at of [0, 1]) {
    await new CodePage(page).enter(code);
    const title = (await new BallotPage(page).titles())[at] ?? '';
    await vote(page, code, [title]);
  }
});
