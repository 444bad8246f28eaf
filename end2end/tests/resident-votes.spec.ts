import { codes, expect, strangeCode, test, withFaultIn } from '../people';
import { BallotPage, CodePage, DonePage, ReviewPage, vote } from '../pages/voting';
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
    await expect(done.heading).toBeVisible();
    expect(await done.words.allTextContents()).toEqual(words);
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
  const words = await done.words.allTextContents();
  await new ReviewPage(other).cast.click();
  await expect(new DonePage(other).heading).toBeVisible();
  // The words of the first: the second press found the vote in the box.
  expect(await new DonePage(other).words.allTextContents()).toEqual(words);
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
  await page.reload();
  const suggested = /name="words" value="([^"]+)"|value="([^"]+)" name="words"/.exec(await (await answer).text());
  const field = page.locator('input[name="words"]');
  await expect(field).not.toHaveValue(suggested?.[1] ?? suggested?.[2] ?? '');
  const drawn = await field.inputValue();
  await review.cast.click();
  await expect(done.words).toHaveCount(3);
  expect((await done.words.allTextContents()).join(' ')).toBe(drawn);
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
