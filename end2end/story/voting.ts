// The vote: the key card and the letters before it, what nobody sees while it goes on, and its closing by the clock.
import { expect, round } from '../people';
import { wrong } from '../pages/round';
import { vote } from '../pages/voting';
import { both } from '../readable';
import { IDEAS, WIJK, type Story } from './round';

export async function makesTheKeyCard(story: Story) {
  const { page, control, key, at } = story;
  await control.goto();
  await expect(control.missing).toHaveText(['De sleutelkaart is nog niet gemaakt', '1 wijk heeft nog geen brieven met codes']);
  await page.goto(`/werk${at('/brieven')}`);
  await expect(page.getByText('Maak eerst de sleutelkaart.')).toBeVisible();
  await page.getByRole('link', { name: 'Sleutelkaart van de stembus' }).click();
  story.card = await key.make();
  expect(story.card.split(/\s+/)).toHaveLength(14);
  await both(page, 'the key card');
  await page.reload();
  await expect(key.card).toHaveCount(0);
  await page.goto(`/werk${at('/sleutel')}`);
  await expect(key.card).toHaveCount(0);
  await expect(page.getByText('De kaart is gemaakt. Probeer haar nu uit.')).toBeVisible();
}

export async function triesTheCard(story: Story) {
  const { page, stranger, control, key, at } = story;
  await stranger.goto('/demo');
  const otherCard = await stranger.locator('#sleutelkaart').innerText();
  for (const other of [wrong(story.card), otherCard]) {
    await key.rehearse(other);
    await expect(key.error).toContainText('Dit is niet de goede sleutelkaart.');
    await expect(key.field).toHaveValue('');
  }
  await control.goto();
  await expect(control.missing).toHaveText(['De sleutelkaart is nog niet geprobeerd', '1 wijk heeft nog geen brieven met codes']);
  await page.goto(`/werk${at('/sleutel')}`);
  await key.rehearse(story.card.toLowerCase());
  await expect(page.getByText('De kaart is gemaakt en geprobeerd.')).toBeVisible();
}

export async function printsTheLetters(story: Story) {
  const { page, at } = story;
  await page.goto(`/werk${at('/brieven')}`);
  await page.getByLabel(`Hoeveel brieven voor ${WIJK}?`).fill('5');
  await page.getByRole('button', { name: 'Maak en print brieven' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `5 brieven voor ${WIJK}` })).toBeVisible();
  story.letters = await page.getByRole('article').locator('.wb-letter__code').allInnerTexts();
  expect(new Set(story.letters).size).toBe(5);
  await both(page, 'the letters');
  await page.goto(`/werk${at('/brieven')}`);
  await expect(page.getByRole('row').filter({ hasText: WIJK })).toContainText('5');
  await expect(page.locator('.wb-letter__code')).toHaveCount(0);
  await both(page, 'the letters that were made');
}

export async function opensTheVote(story: Story) {
  const { control } = story;
  await story.refused();
  await control.step('Open het stemmen nu', 'De brieven liggen bij de bewoners.');
  await control.is('Stemmen');
}

export async function twoResidentsVote(story: Story) {
  const { people } = story;
  const [first = '', second = ''] = story.letters;
  const [coffee = '', boats = '', reading = ''] = IDEAS.map((idea) => idea.title);
  const [one, two] = [await people.open(), await people.open()];
  await vote(one, first, [coffee, reading]);
  await vote(two, second, [reading]);
  await vote(two, second, [coffee, boats]);
}

export async function nobodySeesATally(story: Story) {
  const { page, stranger, people, at } = story;
  await stranger.goto(at('/spelregels'));
  const seals = await stranger.getByRole('link', { name: `De lijst met zegels van ${WIJK}` }).getAttribute('href');
  story.wijk = seals?.split('/').at(-1) ?? '';
  for (const who of [stranger, page, await people.open('raadslid'), await people.open('beheerder')]) {
    for (const part of ['/uitslag', `/uitslag/${story.wijk}/stemmen.json`, '/dossier']) {
      expect((await who.goto(at(part)))?.status(), part).toBe(404);
    }
    for (const part of ['', '/voorstellen', '/spelregels', '/banen']) {
      await who.goto(at(part));
      await expect(who.getByRole('main')).not.toContainText(/\d+ (stem|stemmen|keer gekozen)\b/);
    }
  }
  // Nor of the demo's round, where enough people voted to publish the ballots.
  const other = await round(stranger, 'Wijkbasisbanen 2027');
  await stranger.goto(`${other}/spelregels`);
  for (const seals of await stranger.getByRole('link', { name: 'De lijst met zegels van' }).all()) {
    const path = (await seals.getAttribute('href'))?.replace('/zegels/', '/uitslag/');
    expect((await stranger.request.get(`${path}/stemmen.json`)).status(), path).toBe(404);
  }
  const list = await stranger.request.get(at(`/zegels/${story.wijk}`));
  expect((await list.text()).trim().split('\n')).toHaveLength(5);
}

export async function nobodyClosesEarly({ page, control, key, at }: Story) {
  await control.goto();
  await expect(page.getByText('Stemmen sluit nooit vóór de beloofde tijd.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sluit het stemmen nu' })).toHaveCount(0);
  await page.goto(`/werk${at('/telling')}`);
  await expect(key.field).toHaveCount(0);
  const forced = await page.request.post(`/werk${at('/stap')}`, {
    form: { step: 'close_voting', reason: 'Wij willen naar huis.' },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(forced.status()).toBe(422);
  expect(await forced.text()).toContain('De stembus sluit nooit eerder dan de afgesproken tijd.');
  await control.goto();
  await control.is('Stemmen');
}

export async function theClockPassesTheClosing(story: Story) {
  const { page, stranger, people } = story;
  await story.forward('Vooruit tot: Het stemmen is gesloten');
  await expect(stranger.getByText('Het stemmen is gesloten', { exact: true })).toBeVisible();
  await story.refused();
  // Days went by, and with them everybody's session.
  await people.become(page, 'smederij');
}
