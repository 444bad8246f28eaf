// The vote: the key cards and the letters before it, what nobody sees while it goes on, and its closing by the clock.
import { expect, round } from '../people';
import { wrong } from '../pages/round';
import { BallotPage, CodePage, vote } from '../pages/voting';
import { both } from '../readable';
import { IDEAS, ROUND, WIJK, type Story } from './round';

export async function makesTheKeyCards(story: Story) {
  const { page, control, key, at } = story;
  await control.goto();
  await expect(control.missing).toHaveText(['De sleutelkaarten zijn nog niet gemaakt', '1 wijk heeft nog geen brieven met codes']);
  await page.goto(`/werk${at('/brieven')}`);
  await expect(page.getByText('Maak eerst de sleutelkaarten.')).toBeVisible();
  await page.getByRole('link', { name: 'Sleutelkaarten van de stembus' }).click();
  await both(page, 'no key cards yet');
  await key.make();
  await both(page, 'before the first key card');
  for (const n of [1, 2, 3]) {
    story.cards.push(await key.show(n));
    await both(page, `key card ${n}`);
  }
  expect(new Set(story.cards.flat()).size).toBeGreaterThan(10);
  await page.goto(`/werk${at('/sleutel/kaart')}`);
  await expect(page.getByText('Alle kaarten zijn geprint. Probeer ze nu uit.')).toBeVisible();
  await expect(key.rows).toHaveCount(0);
}

export async function triesTheCards(story: Story) {
  const { page, stranger, control, key, at } = story;
  const [first = [], second = [], third = []] = story.cards;
  await key.rehearse([first, wrong(third, 2)]);
  await expect(key.error).toContainText('Kaart 2, rij 2: Er is een teken verkeerd. Kijk eerst naar groep 1.');
  await expect(key.fields).toHaveCount(1);
  await expect(key.fields).toHaveValue('');
  await both(page, 'a mistyped row', 'any');
  await key.rehearse([first, first]);
  await expect(key.error).toContainText('Deze kaarten openen samen de stembus niet.');
  await stranger.goto('/demo');
  const other = await stranger.locator('.wb-demo-card').first().innerText();
  await key.rehearse([first, third]);
  await expect(page.getByText('De kaarten zijn gemaakt en geprobeerd.')).toBeVisible();
  await key.rehearse([second, second.map((row) => row.toLowerCase())]);
  await expect(key.error).toContainText('Dit is dezelfde kaart als kaart 1 hierboven.');
  await key.rehearse([second, [other]]);
  await expect(key.error).toContainText('Kaart 2: Dit is een kaart van een andere ronde, of een oude kaart die niet meer werkt.');
  await both(page, 'a card of another round', 'any');
  await control.goto();
  await expect(control.missing).toHaveText(['1 wijk heeft nog geen brieven met codes']);
  await stranger.goto('/hoe-veilig');
  const own = stranger.getByRole('listitem');
  await expect(own.filter({ hasText: 'Bewonersplatform' }).first()).toBeVisible();
  await both(stranger, 'how safe it is');
  await page.goto(`/werk${at('/sleutel')}`);
}

export async function printsTheLetters(story: Story) {
  const { page, people, at } = story;
  await page.goto(`/werk${at('/brieven')}`);
  await page.getByLabel(`Hoeveel brieven voor ${WIJK}?`).fill('5');
  await page.getByRole('button', { name: 'Vraag een collega om akkoord' }).click();
  await expect(page.getByText('Uw verzoek wacht nu op een tweede persoon')).toBeVisible();
  const clerk = await people.open('griffier');
  await clerk.getByRole('link', { name: 'Brieven maken' }).click();
  await expect(clerk.getByRole('main')).toContainText('Gevraagd door');
  await clerk.getByRole('checkbox', { name: 'Ja, ik heb alles nagekeken' }).check();
  await clerk.getByRole('button', { name: 'Akkoord: maak de brieven' }).click();
  await both(clerk, 'letters that are being made');
  const show = clerk.getByRole('button', { name: 'Toon de brieven' });
  while (!(await show.count())) await clerk.getByRole('link', { name: 'Kijk opnieuw' }).click();
  await both(clerk, 'letters that are ready');
  await show.click();
  await expect(clerk.getByRole('heading', { level: 1, name: `7 bladen voor ${WIJK}` })).toBeVisible();
  const sheets = clerk.getByRole('article');
  await expect(sheets.filter({ hasText: 'stembiljet op papier, nummer' })).toHaveCount(1);
  const letters = sheets.filter({ hasText: 'brief nummer' });
  story.letters = await letters.locator('.wb-letter__code').allInnerTexts();
  expect(new Set(story.letters).size).toBe(5);
  [, story.lost = ''] = /brief nummer (\d+)/.exec(await letters.nth(4).innerText()) ?? [];
  const envelope = sheets.filter({ hasText: 'reserve-envelop nummer' });
  const [, number = ''] = /reserve-envelop nummer (\d+)/.exec(await envelope.innerText()) ?? [];
  story.envelope = { number, code: await envelope.locator('.wb-letter__code').innerText() };
  await both(clerk, 'the letters');
  await clerk.reload();
  await expect(clerk.getByText('Hier zijn geen brieven om te printen')).toBeVisible();
  await page.goto(`/werk${at('/brieven')}`);
  await expect(page.getByRole('row').filter({ hasText: WIJK })).toContainText('5');
  await expect(page.locator('.wb-letter__code')).toHaveCount(0);
  await both(page, 'the letters that were made');
}

export async function opensTheVote(story: Story) {
  const { page, control, people } = story;
  await story.refused();
  await control.goto();
  await expect(page.getByText('Stemmen gaat nooit vóór de beloofde tijd open.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open het stemmen nu' })).toHaveCount(0);
  await story.forward('Vooruit tot: Stemmen');
  // Days went by, and with them everybody's session.
  await people.become(page, 'smederij');
  await control.goto();
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

export async function aLetterIsLost(story: Story) {
  const { stranger, people } = story;
  const desk = await people.open('balie');
  await desk.getByRole('link', { name: `Een brief is kwijt of gestolen in ${ROUND}` }).click();
  await both(desk, 'a lost letter');
  await desk.getByRole('button', { name: 'Vraag een collega om akkoord' }).click();
  await both(desk, 'a lost letter without a number', 'any');
  await desk.getByLabel('Nummer op de brief').fill(story.lost);
  await desk.getByRole('radio', { name: 'Kwijt' }).check();
  await expect(desk.getByRole('main')).toContainText('ligt nog 1 reserve-envelop');
  const instead = desk.getByLabel('Nummer op de reserve-envelop die u meegeeft');
  await instead.fill(story.lost);
  await desk.getByRole('button', { name: 'Vraag een collega om akkoord' }).click();
  await expect(desk.getByRole('main')).toContainText('Er is geen reserve-envelop met dit nummer.');
  await both(desk, 'an envelope that is not there', 'any');
  await instead.fill(story.envelope.number);
  const code = new CodePage(stranger);
  await code.enter(story.envelope.code);
  await expect(code.error).toContainText('Deze code opent geen stembiljet.');
  await desk.getByRole('button', { name: 'Vraag een collega om akkoord' }).click();
  await expect(desk.getByText('Uw verzoek wacht nu op een tweede persoon')).toBeVisible();
  const smederij = await people.open('smederij');
  await smederij.getByRole('link', { name: 'Een brief ongeldig maken' }).click();
  await both(smederij, 'agreeing to cancel a letter');
  await smederij.getByRole('button', { name: 'Akkoord: maak deze brief ongeldig' }).click();
  await both(smederij, 'agreeing without being sure', 'any');
  await smederij.getByRole('checkbox', { name: 'Ja, ik heb alles nagekeken' }).check();
  await smederij.getByRole('button', { name: 'Akkoord: maak deze brief ongeldig' }).click();
  await expect(smederij.getByText('De brief is ongeldig gemaakt')).toBeVisible();
  await code.enter(story.letters[4] ?? '');
  await expect(code.error).toContainText('Deze code opent geen stembiljet.');
  const owner = await people.open();
  await new CodePage(owner).enter(story.envelope.code);
  await expect(new BallotPage(owner).heading).toBeVisible();
}

export async function nobodySeesATally(story: Story) {
  const { page, stranger, people, at } = story;
  await stranger.goto(at('/spelregels'));
  const seals = await stranger.getByRole('link', { name: `De lijst met zegels van ${WIJK}` }).getAttribute('href');
  story.wijk = seals?.split('/').at(-1) ?? '';
  for (const who of [stranger, page, await people.open('raadslid'), await people.open('beheerder')]) {
    for (const part of ['/uitslag', `/uitslag/${story.wijk}/stemmen.pb`, '/dossier']) {
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
    expect((await stranger.request.get(`${path}/stemmen.pb`)).status(), path).toBe(404);
  }
  const list = await stranger.request.get(at(`/zegels/${story.wijk}`));
  expect((await list.text()).trim().split('\n')).toHaveLength(7);
}

export async function nobodyClosesEarly({ page, control, key, at }: Story) {
  await control.goto();
  await expect(page.getByText('Stemmen sluit nooit vóór de beloofde tijd.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sluit het stemmen nu' })).toHaveCount(0);
  await page.goto(`/werk${at('/telling')}`);
  await expect(key.fields).toHaveCount(0);
  const forced = await page.request.post(`/werk${at('/stap')}`, {
    form: { step: 'close_voting', reason: 'Wij willen naar huis.' },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(forced.status()).toBe(422);
  expect(await forced.text()).toContain('Het stemmen gaat nooit eerder open of dicht dan de afgesproken tijd.');
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
