// One round from the first setting to a filled job. It moves the clock of the server, which all stories share: so it
// runs once, after all others (playwright.config.ts).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, round, test } from '../people';
import { CheckPage } from '../pages/check';
import { COFFEE, ProposalForm, type Proposal } from '../pages/proposal';
import { ComparePage, OutcomePage } from '../pages/outcome';
import { day, KeyPage, RoundControl, RoundSettings, wrong } from '../pages/round';
import { BallotPage, CodePage, vote } from '../pages/voting';
import { readable, type Script } from '../readable';
import type { Page } from '@playwright/test';

const WIJK = 'De Nieuwe Haven';
const ROUND = 'Wijkbanen van De Nieuwe Haven';

const IDEAS: Proposal[] = [
  { ...COFFEE, wijk: WIJK, title: 'Koffie aan de kade', costs: { Begeleiding: '12.000' } },
  { ...COFFEE, wijk: WIJK, title: 'Roeiboten onderhouden', costs: { Begeleiding: '10.000' } },
  { ...COFFEE, wijk: WIJK, title: 'Voorlezen op het dek', costs: { Begeleiding: '15.000' } },
];

/** On a large screen and a small one. */
async function both(page: Page, name: string, script: Script = 'none') {
  await readable(page, name, script);
  await page.setViewportSize({ width: 390, height: 844 });
  await readable(page, `${name}, on a phone`, script);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('the Smederij runs a round from its settings to a filled job', async ({ page, people }) => {
  test.setTimeout(400_000);
  await people.become(page, 'smederij');
  const stranger = await people.open();
  let control = new RoundControl(page, '');
  const at = (part = '') => `/rondes/${control.id}${part}`;

  await test.step('adds the wijk', async () => {
    await page.getByRole('link', { name: 'Wijken' }).click();
    await page.getByLabel('Naam', { exact: true }).fill(WIJK);
    await page.getByRole('radio', { name: 'Wijk', exact: true }).check();
    await page.getByLabel('Bewoners').fill('80');
    await page.getByLabel('Stempunt').fill('Havenkantoor, Kade 1');
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    await expect(page.getByRole('rowheader', { name: WIJK })).toBeVisible();
    await page.getByRole('link', { name: 'Maak een nieuwe ronde' }).click();
  });

  await test.step('sets up the round; what is missing or out of order is told', async () => {
    const settings = new RoundSettings(page);
    await page.getByLabel('Naam van de ronde').fill(ROUND);
    await settings.save();
    await expect(settings.summary.getByRole('link')).toHaveCount(1);
    await settings.take(WIJK, '25.000', '5');
    await settings.date('Voorstellen doen begint', day(1, '09:00'));
    await settings.date('Verbeteren begint', day(2, '09:00'));
    await settings.date('Toetsen begint', day(3, '09:00'));
    await settings.date('Het stembiljet wordt bekend', day(4, '09:00'));
    await settings.date('Het stemmen gaat open', day(5, '09:00'));
    await settings.date('Het stemmen sluit', day(4, '20:00'));
    await settings.date('De raad krijgt het dossier', day(8, '09:00'));
    await settings.save();
    await expect(settings.summary).toContainText('Deze datum moet later zijn dan de datum erboven.');
    await settings.date('Het stemmen sluit', day(6, '20:00'));
    await settings.save();
    await expect(page.getByRole('heading', { level: 1, name: ROUND })).toBeVisible();
    control = new RoundControl(page, new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await control.is('Concept');
  });

  await test.step('nobody sees a draft', async () => {
    expect((await stranger.goto(at()))?.status()).toBe(404);
  });

  await test.step('opens it for proposals, with a reason', async () => {
    await control.step('Begin nu met voorstellen', '');
    await expect(control.summary).toContainText('Schrijf op waarom.');
    await control.step('Begin nu met voorstellen', 'Alles is klaar, dus we beginnen vandaag.');
    await control.is('Voorstellen doen');
  });

  await test.step('a resident proposes three jobs', async () => {
    const resident = await people.open('bewoner');
    for (const idea of IDEAS) {
      await resident.goto(at());
      const form = new ProposalForm(resident);
      await form.begin(WIJK);
      await form.fill(idea);
      await form.submitted();
    }
  });

  await test.step('goes on to the checks', async () => {
    await control.step('Begin nu met verbeteren', 'Er kwamen drie voorstellen.');
    await control.is('Voorstellen verbeteren');
    await control.step('Begin nu met toetsen', 'Er is niets te verbeteren.');
    await control.is('Voorstellen toetsen');
    await expect(control.missing).toHaveText(['Over 3 voorstellen is nog niet beslist', 'In 1 wijk is nog niets om op te stemmen']);
    await control.step('Maak het stembiljet nu bekend', 'We willen verder.');
    await expect(control.summary).toContainText('Er ontbreekt nog iets. Kijk in de lijst.');
  });

  await test.step('staff answer, a reviewer decides', async () => {
    const reviewer = new CheckPage(await people.open('toetser'));
    const staff = new CheckPage(page);
    for (const idea of IDEAS) {
      await staff.open(idea.title);
      await staff.answer();
      await staff.finds('Geen teken van verdringing');
      await reviewer.open(idea.title);
      await reviewer.decide('Mag op het stembiljet$', 'Niemand deed dit werk voor geld.');
      await expect(reviewer.decided()).toBeVisible();
    }
  });

  await test.step('publishes the ballot; the hash of the rules is that of the file', async () => {
    await control.step('Maak het stembiljet nu bekend', 'Over alles is beslist.');
    await control.is('Het stembiljet is bekend');
    await stranger.goto(at('/spelregels'));
    const download = stranger.waitForEvent('download');
    await stranger.getByRole('link', { name: 'Download de spelregels (JSON)' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('spelregels.json');
    const hash = createHash('sha256').update(readFileSync(await file.path())).digest('hex');
    await expect(stranger.getByText(hash, { exact: true })).toBeVisible();
    await stranger.goto('/logboek');
    await expect(stranger.getByText(hash).first()).toBeVisible();
  });

  const key = new KeyPage(page);
  let card = '';
  await test.step('makes the key card, which is shown once', async () => {
    await control.goto();
    await expect(control.missing).toHaveText(['De sleutelkaart is nog niet gemaakt', '1 wijk heeft nog geen brieven met codes']);
    await page.goto(`/werk${at('/brieven')}`);
    await expect(page.getByText('Maak eerst de sleutelkaart.')).toBeVisible();
    await page.getByRole('link', { name: 'Sleutelkaart van de stembus' }).click();
    card = await key.make();
    expect(card.split(/\s+/)).toHaveLength(14);
    await both(page, 'the key card');
    await page.reload();
    await expect(key.card).toHaveCount(0);
    await page.goto(`/werk${at('/sleutel')}`);
    await expect(key.card).toHaveCount(0);
    await expect(page.getByText('De kaart is gemaakt. Probeer haar nu uit.')).toBeVisible();
  });

  await test.step('tries the card: a wrong one is refused and never sent back', async () => {
    await stranger.goto('/demo');
    const otherCard = await stranger.locator('#sleutelkaart').innerText();
    for (const other of [wrong(card), otherCard]) {
      await key.rehearse(other);
      await expect(key.error).toContainText('Dit is niet de goede sleutelkaart.');
      await expect(key.field).toHaveValue('');
    }
    await control.goto();
    await expect(control.missing).toHaveText(['De sleutelkaart is nog niet geprobeerd', '1 wijk heeft nog geen brieven met codes']);
    await page.goto(`/werk${at('/sleutel')}`);
    await key.rehearse(card.toLowerCase());
    await expect(page.getByText('De kaart is gemaakt en geprobeerd.')).toBeVisible();
  });

  let letters: string[] = [];
  await test.step('prints five letters', async () => {
    await page.goto(`/werk${at('/brieven')}`);
    await page.getByLabel(`Hoeveel brieven voor ${WIJK}?`).fill('5');
    await page.getByRole('button', { name: 'Maak en print brieven' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `5 brieven voor ${WIJK}` })).toBeVisible();
    letters = await page.getByRole('article').locator('.wb-letter__code').allInnerTexts();
    expect(new Set(letters).size).toBe(5);
    await both(page, 'the letters');
    await page.goto(`/werk${at('/brieven')}`);
    await expect(page.getByRole('row').filter({ hasText: WIJK })).toContainText('5');
    await expect(page.locator('.wb-letter__code')).toHaveCount(0);
    await both(page, 'the letters that were made');
  });
  const [first = '', second = ''] = letters;

  await test.step('opens the vote; before that no code opens anything', async () => {
    await refused();
    await control.step('Open het stemmen nu', 'De brieven liggen bij de bewoners.');
    await control.is('Stemmen');
  });

  await test.step('two residents vote; one of them thinks again', async () => {
    const [coffee = '', boats = '', reading = ''] = IDEAS.map((idea) => idea.title);
    const [one, two] = [await people.open(), await people.open()];
    await vote(one, first, [coffee, reading]);
    await vote(two, second, [reading]);
    await vote(two, second, [coffee, boats]);
  });

  let wijk = '';
  await test.step('nobody sees a tally', async () => {
    await stranger.goto(at('/spelregels'));
    const seals = await stranger.getByRole('link', { name: `De lijst met zegels van ${WIJK}` }).getAttribute('href');
    wijk = seals?.split('/').at(-1) ?? '';
    for (const who of [stranger, page, await people.open('raadslid'), await people.open('beheerder')]) {
      for (const part of ['/uitslag', `/uitslag/${wijk}/stemmen.json`, '/dossier']) {
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
    const list = await stranger.request.get(at(`/zegels/${wijk}`));
    expect((await list.text()).trim().split('\n')).toHaveLength(5);
  });

  await test.step('nobody closes the vote early', async () => {
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
  });

  await test.step('the clock passes the closing', async () => {
    await forward(stranger, 'Vooruit tot: Het stemmen is gesloten');
    await expect(stranger.getByText('Het stemmen is gesloten', { exact: true })).toBeVisible();
    await refused();
    // Days went by, and with them everybody's session.
    await people.become(page, 'smederij');
  });

  await test.step('counts with the card; another card opens nothing', async () => {
    await page.goto(`/werk${at('/telling')}`);
    const box = page.getByRole('row').filter({ hasText: WIJK });
    const head = await box.getByRole('cell').last().innerText();
    await expect(box.getByRole('cell').first()).toHaveText('2');
    await both(page, 'the closed box');
    await stranger.goto('/logboek');
    await expect(stranger.getByText(head).first()).toBeVisible();
    await key.count(wrong(card));
    await expect(key.error).toContainText('Dit is niet de goede sleutelkaart.');
    expect((await stranger.goto(at('/uitslag')))?.status()).toBe(404);
    await key.count(card);
    await expect(page.getByRole('heading', { level: 1, name: 'Uitslag' })).toBeVisible();
  });

  await test.step('the outcome: most votes first, the cheapest at a tie, and a reason in every line', async () => {
    await stranger.goto(at('/uitslag'));
    const main = stranger.getByRole('main');
    await expect(main).toContainText('Er komen 2 banen, als de raad het goed vindt. 2 bewoners stemden.');
    await expect(main).toContainText('Van € 25.000 gaat € 22.000 naar de gekozen banen. Er blijft € 3.000 over.');
    await expect(stranger.getByRole('row')).toContainText([
      'Idee',
      /Koffie aan de kade\s+Gekozen.*Dit idee kreeg 2 stemmen/s,
      /Roeiboten onderhouden\s+Gekozen.*Dit idee kreeg 1 stem\..*ging het goedkoopste idee voor/s,
      /Voorlezen op het dek\s+Niet gekozen.*Dat is €\s12\.000 te weinig/s,
    ]);
    await both(stranger, 'the outcome', 'island');
    // Two ballots could be recognised; from ten on they are public.
    await expect(main).toContainText(`${WIJK}: minder dan 10 stemmen.`);
    for (const file of ['stemmen.json', 'stemmen.pb', 'bewijs.json']) {
      expect((await stranger.request.get(at(`/uitslag/${wijk}/${file}`))).status(), file).toBe(404);
    }
  });

  await test.step('of two voters the comparison says nothing', async () => {
    const compare = new ComparePage(stranger);
    await compare.open();
    const few = 'minder dan 10';
    const cells = compare.voters(WIJK).getByRole('cell');
    await expect(cells).toHaveText([few, few, few, few, 'te weinig stemmers', 'te weinig stemmers']);
    await both(stranger, 'the comparison of few');
  });

  await test.step('objections by staff, council by the clock', async () => {
    await control.step('Begin nu met bezwaar', 'De uitslag is openbaar.');
    await control.is('U kunt bezwaar maken');
    await forward(stranger, 'Vooruit tot: De raad beslist');
    await expect(stranger.getByText('De raad beslist', { exact: true })).toBeVisible();
  });

  await test.step('the clerk writes down that one job does not go on, and why', async () => {
    const clerk = await people.open('griffier');
    await clerk.getByRole('link', { name: 'Schrijf het besluit op' }).click();
    await clerk.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await expect(clerk.getByRole('alert')).toBeVisible();
    await readable(clerk, 'an empty decision', 'any');
    await clerk.getByRole('radio', { name: 'De raad neemt de lijst over, behalve enkele banen' }).check();
    await clerk.getByLabel('Waarom?').fill('De raad volgt de bewoners, op één baan na.');
    await clerk.getByRole('checkbox', { name: 'Roeiboten onderhouden' }).check();
    await clerk.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await expect(clerk.getByRole('alert').getByRole('link')).toHaveCount(1);
    await clerk.getByLabel('Reden bij «Roeiboten onderhouden»').fill('De roeivereniging doet dit al.');
    await clerk.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await expect(clerk.getByRole('heading', { level: 1, name: 'Dossier voor de gemeenteraad' })).toBeVisible();
    await expect(clerk.getByText('De raad wijkt af van de bewoners bij:')).toBeVisible();
    await expect(clerk.getByText('Roeiboten onderhouden: De roeivereniging doet dit al.')).toBeVisible();
  });

  await test.step('staff follow the job until somebody works there', async () => {
    await people.become(page, 'smederij');
    await page.goto(at('/banen'));
    await expect(page.getByText('0 van de 1 plekken zijn bezet.')).toBeVisible();
    await page.getByLabel('Stand van Koffie aan de kade').selectOption('Bezet');
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await expect(page.getByText('1 van de 1 plekken zijn bezet.')).toBeVisible();
    await stranger.goto(at('/banen'));
    const job = stranger.getByRole('row').filter({ hasText: 'Koffie aan de kade' });
    await expect(job).toContainText('Bezet');
    await expect(stranger.getByRole('button', { name: 'Bewaar' })).toHaveCount(0);
    await both(page, 'the jobs');
  });

  /** The letter of this round opens nothing now. The demo's own round is open all the while. */
  async function refused() {
    const code = new CodePage(stranger);
    await code.enter(first);
    await expect(code.error).toContainText('Deze code opent geen stembiljet. Kijk of het de brief van deze ronde is.');
    await expect(new BallotPage(stranger).heading).toHaveCount(0);
  }

  /** The button of the demo that lets days go by. */
  async function forward(who: Page, button: string) {
    await who.goto('/demo');
    const line = who.getByRole('listitem').filter({ hasText: ROUND });
    await line.getByRole('button', { name: button }).click();
    await expect(who).toHaveURL(at());
  }
});

test('a round by equal shares tells everybody what they paid, and how it was counted', async ({ page, people }) => {
  test.setTimeout(240_000);
  const path = await round(page, 'Wijkbasisbanen 2027');
  const outcome = new OutcomePage(page);

  await test.step('the clock passes the closing, staff count', async () => {
    await page.goto('/demo');
    const card = await page.locator('#sleutelkaart').innerText();
    const line = page.getByRole('listitem').filter({ hasText: 'Wijkbasisbanen 2027' }).filter({ hasNotText: 'tweede ronde' });
    await line.getByRole('button', { name: 'Vooruit tot: Het stemmen is gesloten' }).click();
    await people.become(page, 'smederij');
    await page.goto(`/werk${path}/telling`);
    await new KeyPage(page).count(card);
  });

  await test.step('three sentences with the numbers of the count', async () => {
    await outcome.goto(path);
    const wijk = outcome.wijk('De Turfhoek');
    const text = (await wijk.innerText()).replaceAll('\u00a0', ' ');
    const [, voters = ''] = /Er was € 68\.000 voor (\d+) stemmers\./.exec(text) ?? [];
    const cents = Math.floor(6_800_000 / Number(voters));
    const share = `€ ${(cents / 100).toLocaleString('nl-NL', { minimumFractionDigits: cents % 100 ? 2 : 0 })}`;
    expect(text).toContain(`Iedereen begon met een deel van ${share}.`);
    expect(text).toMatch(/Daarom kreeg iedereen er op papier steeds iets bij, tot € [\d.,]+\.|kon er al geen idee met stemmen meer bij|Met meer kostten/);
    expect(text).toMatch(/Voor een idee van € [\d.]+ waren ongeveer \d+ mensen nodig die hun hele deel geven\./);
  });

  await test.step('a reason in every line, for winners and losers', async () => {
    const jobs = outcome.jobs('De Turfhoek');
    const winner = jobs.filter({ hasNotText: 'Niet gekozen' }).first();
    await expect(winner).toContainText(/\d+ mensen steunden dit; zij betaalden elk €\s[\d.,]+ uit hun deel\./);
    const loser = jobs.filter({ hasText: 'Niet gekozen' }).first();
    await expect(loser).toContainText(/Zij hadden samen nog €\s[\d.,]+ over\. Er was €\s[\d.,]+ te weinig\./);
    await expect(loser).toContainText(/\d+\s% van de kosten|Gelijk, maar een ander ging voor/);
    await both(page, 'the outcome by equal shares', 'island');
  });

  await test.step('its own reason on the page of a job', async () => {
    const loser = outcome.jobs('De Turfhoek').filter({ hasText: 'Niet gekozen' }).first();
    await loser.getByRole('link').first().click();
    const own = page.locator('section').filter({ has: page.getByRole('heading', { name: 'De uitslag van dit idee' }) });
    await expect(own).toContainText('te weinig');
    await both(page, 'a job that did not win');
    await page.goBack();
  });

  await test.step('the rule and the lot; the lot is the one that was promised', async () => {
    await outcome.unfold();
    await expect(outcome.rules).toContainText('De delen groeien stap voor stap. Daarna op aantal stemmen.');
    for (const wijk of ['De Turfhoek', 'Het Sluiskwartier', 'Noorderveen']) {
      const seed = Buffer.from(await outcome.lot(wijk, 'Lotgetal').innerText(), 'hex');
      const hash = createHash('sha256');
      for (const field of [Buffer.from('wijkbanen/lot-seed/v1'), seed]) {
        const length = Buffer.alloc(8);
        length.writeBigUInt64BE(BigInt(field.length));
        hash.update(length).update(field);
      }
      const promise = hash.digest('hex');
      await expect(outcome.lot(wijk, 'Controlegetal van vóór de stemming')).toHaveText(promise);
      const rules = await (await page.request.get(`${path}/spelregels.json`)).text();
      expect(rules).toContain(promise);
      // The commands on the page, done: the same promise, and the numbers in the order of the list.
      const run = async (term: string) => execFileSync('sh', ['-c', await outcome.lot(wijk, term).innerText()]).toString();
      expect(await run('Opdracht 1')).toContain(promise);
      const drawn = (await run('Opdracht 2')).trim().split('\n').map((line) => `(nummer ${line.split(' ').at(-1)} op het stembiljet)`);
      const listed = outcome.rules.locator('details').filter({ hasText: `Het lot van ${wijk}` }).locator('ol > li');
      await expect(listed).toHaveText(drawn.map((text) => new RegExp(`${text.replace(/[()]/g, '\\$&')}$`)));
    }
    await both(page, 'the rule and the lots', 'island');
  });

  await test.step('the other way beside it, and the dossier', async () => {
    const compare = new ComparePage(page);
    await compare.open();
    await expect(compare.main).toContainText('De uitslag met gelijke delen geldt.');
    const heads = compare.changed.getByRole('columnheader');
    await expect(heads).toHaveText(['Idee', 'Gelijke delen (geldt)', 'Meeste stemmen']);
    await both(page, 'the comparison');
    await page.goto(`${path}/dossier`);
    await both(page, 'the dossier');
    await page.goto(`/en${path}/uitslag`);
    await expect(page.getByRole('main')).toContainText(/Everybody began with a share of €\s[\d.,]+\./);
    await both(page, 'the outcome in English', 'island');
  });
});
