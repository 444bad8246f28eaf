// After the count: a voter looks for three words, with and without JavaScript, and the server never hears them.
import type { Page } from '@playwright/test';
import { ballotsOf, pack, wijkOf, type Ballot } from '../pack';
import { expect, round, test } from '../people';
import { both } from '../readable';

const WIJK = 'Noorderveen';

/** The page of the demo's counted round, with a ballot of it and the titles that were chosen. */
async function found(page: Page) {
  const path = await round(page, 'Wijkbasisbanen 2026');
  const files = await pack(page, path);
  const [ballot] = ballotsOf(files, WIJK);
  if (!ballot) throw new Error('no ballots');
  const { candidates } = wijkOf(files, WIJK);
  const titles = candidates.filter(({ proposal }) => ballot.choices.includes(proposal)).map(({ title }) => title);
  await page.goto(`${path}/uitslag`);
  await page.getByRole('main').getByRole('link', { name: 'Vind uw stem' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vind uw stem' })).toBeVisible();
  return { ballot, titles, path };
}

/** The island, once it is awake. */
async function search(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('data-hydrated', 'true');
  const island = page.locator('.wb-recount');
  return {
    field: island.getByLabel('Uw drie woorden'),
    button: island.getByRole('button', { name: /^Zoek/ }),
    error: island.getByRole('alert'),
    status: island.getByRole('status'),
    lines: island.locator('.wb-recount__check'),
  };
}

/** Everything that goes to the server from now on, as text. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.context().on('request', (request) => said.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  return said;
}

/** Words that no ballot has: the first two of one, in another order. */
const others = ({ words }: Ballot) => words.split(' ').reverse().join(' ');

test('words are looked up in the browser, and the server hears only that they were there', async ({ page }) => {
  const { ballot, titles } = await found(page);
  const { field, button, status, lines } = await search(page);
  await both(page, 'finding a vote', 'island');
  const said = listen(page);
  await field.fill(ballot.words.toUpperCase().replaceAll(' ', ', '));
  await button.click();
  await expect(status).toHaveText('Uw stem staat in de lijst.');
  await expect(lines.first()).toContainText(WIJK);
  for (const title of titles) await expect(lines.first()).toContainText(title);
  await both(page, 'a vote that was found', 'island');
  const words = ballot.words.split(' ');
  expect(said.filter((line) => words.some((word) => line.toLowerCase().includes(word)))).toEqual([]);
  expect(said.filter((line) => line.startsWith('POST'))).toEqual([expect.stringMatching(/vind-uw-stem result=found$/)]);
  await page.reload();
  await expect(page.getByRole('main')).toContainText(/\d+ keer vond iemand zijn stem\./);
});

test('a slip of the pen is offered and never taken unasked', async ({ page }) => {
  const { ballot } = await found(page);
  const { field, button, error, status } = await search(page);
  await button.click();
  await expect(error).toContainText('Typ de drie woorden');
  await field.fill('boshuis');
  await button.click();
  await expect(error).toContainText('U typte er 1.');
  const [first = '', ...rest] = ballot.words.split(' ');
  const slip = [`${first}e`, ...rest].join(' ');
  await field.fill(slip);
  await field.press('Enter');
  await expect(error).toContainText('Bedoelt u deze?');
  await expect(status).toBeEmpty();
  await both(page, 'words that are nearly right', 'island');
  await page.getByRole('button', { name: `Ja, zoek ${ballot.words}` }).click();
  await expect(status).toHaveText('Uw stem staat in de lijst.');
  await expect(field).toHaveValue(ballot.words);
});

test('words that are not there lead to what one can do', async ({ page }) => {
  const { ballot } = await found(page);
  const { field, button, status, lines } = await search(page);
  await field.fill(others(ballot));
  await button.click();
  await expect(status).toHaveText('Deze woorden staan niet in de lijst.');
  await expect(lines).toContainText(['Lees dan hieronder wat u kunt doen.']);
  await both(page, 'a vote that was not found', 'island');
  await expect(page.getByRole('heading', { name: 'Staat uw stem er niet bij?' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Nakijken met uw brief kon tot');
});

test('when the list does not come, one looks by letter', async ({ page }) => {
  await page.route('**/pakket.zip', (route) => route.abort('internetdisconnected'));
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/vind-uw-stem`);
  const { field, button, status } = await search(page);
  await field.fill('boshuis appelbank zomerzeil');
  await button.click();
  await expect(status).toContainText('U kunt ook hieronder zoeken, op de eerste letter.');
});

test('in English', async ({ page }) => {
  const { ballot, path } = await found(page);
  await page.goto(`/en${path}/vind-uw-stem`);
  await expect(page.locator('html')).toHaveAttribute('data-hydrated', 'true');
  await page.getByLabel('Your three words').fill(ballot.words);
  await page.getByRole('button', { name: 'Look for my vote' }).click();
  await expect(page.locator('.wb-recount').getByRole('status')).toHaveText('Your vote is in the list.');
});

test('by first letter the vote is in a list, and one says whether it was there @nojs', async ({ page, javaScriptEnabled }) => {
  const { ballot, titles } = await found(page);
  const letters = page.getByRole('navigation', { name: 'Eerste letter' });
  await expect(page.getByRole('table')).toHaveCount(0);
  await letters.getByRole('link', { name: ballot.words.charAt(0).toUpperCase(), exact: true }).click();
  // What looks a page over is a script itself.
  if (javaScriptEnabled !== false) await both(page, 'the list of a letter', 'island');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: ballot.words, exact: true }) });
  const next = page.getByRole('navigation', { name: 'Bladzijden' }).getByRole('link', { name: 'Volgende' });
  while (!(await row.count())) await next.click();
  await expect(row).toContainText(WIJK);
  for (const title of titles) await expect(row).toContainText(title);
  await page.getByRole('button', { name: 'Ja, mijn stem staat erbij' }).click();
  await expect(page.getByText('Dank u wel. Uw stem staat erbij.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/\d+ keer vond iemand zijn stem\./);
});

test('without JavaScript no field is offered that does nothing @nojs', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, 'with JavaScript there is a field');
  await found(page);
  await expect(page.getByRole('textbox')).toHaveCount(0);
});
