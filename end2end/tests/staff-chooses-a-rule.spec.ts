// How votes become jobs: staff read the example, try a rule on an earlier round, and choose it for a new one.
import { expect, round, test } from '../people';
import { day, RoundSettings } from '../pages/round';
import { readable, type Script } from '../readable';
import type { Page } from '@playwright/test';

test.describe.configure({ timeout: 120_000 });

const SHARES = 'Gelijke delen, en de rest naar de meeste stemmen';

/** Axe runs in the page: not where scripts are off. */
async function looks(page: Page, name: string, script?: Script) {
  if (test.info().project.name !== 'no-js') await readable(page, name, script);
}

/** Fills in a whole new round but for the rule. */
async function aRound(page: Page, title: string) {
  const settings = new RoundSettings(page);
  await page.goto('/werk/rondes/nieuw');
  await page.getByLabel('Naam van de ronde').fill(title);
  await settings.take('De Turfhoek', '40.000', '300');
  await settings.date('Voorstellen doen begint', day(1, '09:00'));
  return settings;
}

/** The public page of the round whose work page is open. */
const asResident = (page: Page) => new URL(page.url()).pathname.replace('/werk', '');

test('everybody reads how votes become jobs, with pictures and words @nojs', async ({ page }) => {
  await page.goto('/uitleg');
  await page.getByRole('link', { name: 'Zo worden stemmen banen: een voorbeeld in plaatjes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zo worden stemmen banen' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText('8 buren uit de straat betalen elk € 1.500. Samen is dat € 12.000.');
  await expect(main).toContainText('4 buren van het plein betalen elk € 2.750. Samen is dat € 11.000.');
  const ways = page.getByRole('table', { name: 'Vijf manieren, één voorbeeld' });
  await expect(ways.getByRole('row', { name: /^De meeste stemmen gaan voor(?!,)/ })).toContainText('8 van de 12');
  await expect(ways.getByRole('row', { name: SHARES })).toContainText('12 van de 12');
  const paid = page.getByRole('table', { name: 'Zo veel van zijn deel gaf elke buur' });
  await expect(paid.getByRole('row', { name: '4 buren van het plein' })).toContainText('€ 2.750');
  await looks(page, 'how votes become jobs');
});

test('staff try another rule on the round of 2026; the outcome of then stays @nojs', async ({ page, people }) => {
  await people.become(page, 'smederij');
  await page.getByRole('link', { name: 'Proeftelling' }).click();
  await looks(page, 'the trial count');
  await page.getByLabel('Welke ronde?').selectOption({ label: 'Wijkbasisbanen 2026' });
  await page.getByLabel('Hoeveel procent van de stemmers').fill('veel');
  await page.getByRole('button', { name: 'Tel opnieuw' }).click();
  await expect(page.getByRole('alert')).toContainText('getal');
  await expect(page.getByLabel('Hoeveel procent van de stemmers')).toHaveValue('veel');
  await looks(page, 'a trial count with a fault', 'any');
  await page.getByLabel('Hoeveel procent van de stemmers').fill('');
  const main = page.getByRole('main');
  for (const way of await page.getByRole('radio').all()) {
    await way.check();
    await page.getByRole('button', { name: 'Tel opnieuw' }).click();
    await expect(main).toContainText('Dit is een proef. De uitslag van toen verandert niet.');
    await expect(page.getByRole('table', { name: 'De gekozen banen in De Turfhoek' })).toBeVisible();
    await expect(page.getByRole('row', { name: 'Stemmers die iets krijgen' }).first()).toContainText('van de');
  }
  await looks(page, 'a trial of equal shares');
  await page.getByRole('link', { name: 'Bekijk de uitslag van toen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uitslag' })).toBeVisible();
});

test('a trial with the rule of then changes nothing', async ({ page, people }) => {
  await people.become(page, 'smederij');
  const id = (await round(page, 'Wijkbasisbanen 2026')).split('/').at(-1);
  await page.goto(`/rondes/${id}/spelregels`);
  const rule = await page.locator('h2:has-text("Zo tellen we") + p').innerText();
  await page.goto('/werk/proeftelling');
  await page.getByLabel('Welke ronde?').selectOption({ label: 'Wijkbasisbanen 2026' });
  await page.getByRole('radio', { name: new RegExp(`^${rule}(?!,)`) }).check();
  await page.getByRole('button', { name: 'Tel opnieuw' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Dit is dezelfde regel als toen.');
  await expect(main.getByText('Er verandert niets aan de gekozen banen.')).toHaveCount(3);
});

test('a trial is for who manages rounds', async ({ people }) => {
  expect((await (await people.open('balie')).goto('/werk/proeftelling'))?.status()).toBe(403);
  const stranger = await people.open();
  await stranger.goto('/werk/proeftelling');
  await expect(stranger).toHaveURL(/\/inloggen/);
});

test('staff choose equal shares; the rules of the round say so, and a copy keeps it @nojs', async ({ page, people }, info) => {
  const title = `Proef met gelijke delen (${info.project.name})`;
  await people.become(page, 'smederij');
  const settings = await aRound(page, title);
  await expect(page.getByRole('radio', { name: 'De meeste stemmen gaan voor', exact: false }).first()).toBeChecked();
  const example = page.getByRole('link', { name: `Zie het voorbeeld van «${SHARES}» (nieuw tabblad)` });
  await expect(example).toHaveAttribute('href', '/uitleg/tellen#equal_shares_top_up');
  await page.getByRole('radio', { name: SHARES }).check();
  await page.getByLabel('Hoeveel procent van de stemmers').fill('30');
  await settings.save();
  await expect(settings.summary.getByRole('link')).toHaveCount(1);
  await expect(page.getByRole('radio', { name: SHARES })).toBeChecked();
  await expect(page.getByLabel('Hoeveel procent van de stemmers')).toHaveValue('30');
  await looks(page, 'a share that is too large', 'any');
  await page.getByLabel('Hoeveel procent van de stemmers').fill('5');
  await settings.save();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const path = asResident(page);
  await page.goto(`${path}/spelregels`);
  const steps = page.getByRole('main').getByRole('listitem');
  await expect(steps.filter({ hasText: 'minstens 5 % van de stemmers' })).toBeVisible();
  await expect(steps.filter({ hasText: 'Iedere stemmer krijgt een even groot deel' })).toBeVisible();
  await expect(steps.filter({ hasText: 'We beginnen met het idee met de meeste stemmen' })).toHaveCount(0);
  await page.getByText('Voor wie wil narekenen').click();
  await expect(page.getByText('€ 0,50', { exact: true })).toBeVisible();
  await looks(page, 'the rules of equal shares');
  await page.getByRole('link', { name: 'Zie een voorbeeld in plaatjes' }).click();
  await expect(page).toHaveURL('/uitleg/tellen#equal_shares_top_up');

  await page.goto(`/werk${path}`);
  await page.getByRole('button', { name: 'Maak een kopie voor volgend jaar' }).click();
  await expect(page).toHaveURL(/\/instellen$/);
  await expect(page.getByRole('radio', { name: SHARES })).toBeChecked();
  await expect(page.getByLabel('Hoeveel procent van de stemmers')).toHaveValue('5');
  const copy = new URL(page.url()).pathname.replace('/instellen', '');

  for (const draft of [`/werk${path}`, copy]) {
    await page.goto(draft);
    await page.getByText('Het concept weggooien').click();
    await page.getByRole('checkbox', { name: 'Ja, gooi het weg' }).check();
    await page.getByRole('button', { name: 'Gooi het concept weg' }).click();
    await expect(page).toHaveURL('/werk');
  }
});
