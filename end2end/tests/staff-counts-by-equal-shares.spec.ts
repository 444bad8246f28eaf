// The demo's round by equal shares, counted. It moves the clock of the server too: so it runs once, after all others
// (playwright.config.ts).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, round, test } from '../people';
import { ComparePage, OutcomePage } from '../pages/outcome';
import { KeyPage } from '../pages/round';
import { both } from '../readable';

test('a round by equal shares tells everybody what they paid, and how it was counted', async ({ page, people }) => {
  test.setTimeout(240_000);
  const path = await round(page, 'Wijkbasisbanen 2027');
  const outcome = new OutcomePage(page);

  await test.step('the clock passes the closing, staff count', async () => {
    await page.goto('/demo');
    const [one = '', , other = ''] = await page.locator('.wb-demo-card').allInnerTexts();
    const line = page.getByRole('listitem').filter({ hasText: 'Wijkbasisbanen 2027' }).filter({ hasNotText: 'tweede ronde' });
    await line.getByRole('button', { name: 'Vooruit tot: Het stemmen is gesloten' }).click();
    await people.become(page, 'smederij');
    await page.goto(`/werk${path}/telling`);
    await page.getByRole('button', { name: 'Vraag een collega om mee te tellen' }).click();
    const clerk = await people.open('griffier');
    await clerk.getByRole('link', { name: 'De stembus openen en tellen' }).click();
    await new KeyPage(clerk).count([[one], [other]]);
    await expect(clerk.getByRole('heading', { level: 1, name: 'Uitslag' })).toBeVisible();
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
      const seed = Buffer.from(await outcome.lot(wijk, 'Beloofd getal').innerText(), 'hex');
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
      const drawn = (await run('Opdracht 3')).trim().split('\n').map((line) => `(nummer ${line.split(' ').at(-1)} op het stembiljet)`);
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
