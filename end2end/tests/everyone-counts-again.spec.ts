import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { OutcomePage } from '../pages/outcome';
import { ballotsOf, pack, unzip, wijkOf, withBallots, zip, type Files } from '../pack';
import { expect, round, test } from '../people';
import { readable } from '../readable';

// Opening every envelope takes a while, and longer in a development build.
const COUNTED = { timeout: 60_000 };

test.describe.configure({ timeout: 120_000 });

const WIJKEN = ['De Turfhoek', 'Het Sluiskwartier', 'Noorderveen'];

/** The outcome of the demo's counted round, with its islands awake. */
async function outcome(page: Page, prefix = '') {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${prefix}${path}/uitslag`);
  await expect(page.locator('html')).toHaveAttribute('data-hydrated', 'true');
}

/** The island: the button, what it says, and its list of checks. */
function island(page: Page) {
  const found = page.locator('.wb-recount');
  const checks = found.locator('> .wb-recount__checks > .wb-recount__check');
  return {
    button: found.getByRole('button'),
    status: found.getByRole('status'),
    checks,
    /** A wijk, with its own checks in it. */
    wijk: (name: string) => checks.filter({ hasText: name }),
  };
}

/** The page gets the pack with a change in it. */
async function tamper(page: Page, change: (files: Files) => Files) {
  await page.route('**/pakket.zip', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: zip(change(unzip(await answer.body()))) });
  });
}

test('everybody counts the ballots again and gets the numbers on the page', async ({ page }) => {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/uitslag`);
  const files = await pack(page, path);
  for (const wijk of WIJKEN) {
    const ballots = ballotsOf(files, wijk);
    const given = ballots.flatMap((ballot) => ballot.choices);
    const seals = (files.get(`${wijkOf(files, wijk).wijk}/seals.txt`) ?? '').split('\n');

    const used = ballots.map((ballot) => ballot.seal);
    expect(new Set(used).size, 'one ballot a seal').toBe(used.length);
    expect(used.filter((seal) => !seals.includes(seal)), 'no seal from outside the list').toEqual([]);

    for (const row of await new OutcomePage(page).jobs(wijk).all()) {
      const job = (await row.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? '';
      const votes = given.filter((choice) => choice === job).length;
      await expect(row.getByRole('cell').nth(1)).toHaveText(votes.toLocaleString('nl-NL'));
    }
  }
});

test('the browser counts the whole round again, checks everything and finds the same outcome', async ({ page }) => {
  await outcome(page);
  const { button, status, checks, wijk } = island(page);
  await expect(status).toBeEmpty();
  await button.click();
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.', COUNTED);
  for (const name of ['Bestanden', 'Logboek', 'Twee mensen', 'Regels', 'Ronde']) {
    await expect(checks.locator('> div > strong').getByText(`${name}: klopt.`, { exact: true })).toHaveCount(1);
  }
  for (const name of WIJKEN) {
    await expect(wijk(name)).toContainText('De uitslag is dezelfde.');
    await wijk(name).getByText('Alles wat is nagekeken').click();
    for (const check of ['Zegels', 'Handtekeningen', 'Stembus', 'Keuzes', 'Lot', 'Telling', 'Enveloppen', 'Ongeldige brieven']) {
      await expect(wijk(name)).toContainText(`${check}: klopt.`);
    }
  }
  await readable(page, 'the outcome after counting again', 'island');
});

test('with the keyboard alone, and the focus stays on the button', async ({ page }) => {
  await outcome(page);
  const { button, status } = island(page);
  await page.getByRole('main').getByRole('link', { name: 'Vind uw stem' }).focus();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.', COUNTED);
  await expect(button).toBeFocused();
  await page.keyboard.press('Space');
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.', COUNTED);
});

test('in English', async ({ page }) => {
  await outcome(page, '/en');
  const { button, status, wijk } = island(page);
  await expect(button).toHaveText('Count everything again');
  await button.click();
  await expect(status).toHaveText('Same outcome. Everything is right.', COUNTED);
  await expect(wijk('Noorderveen')).toContainText('The outcome is the same.');
});

test('a changed ballot is found by its signature and by its envelope', async ({ page }) => {
  await tamper(page, (files) => {
    const ballots = ballotsOf(files, 'De Turfhoek');
    const [first] = ballots;
    const other = ballots.find((ballot) => ballot.choices.join() !== first?.choices.join());
    if (first && other) first.choices = other.choices;
    return withBallots(files, 'De Turfhoek', ballots);
  });
  await outcome(page);
  const { button, status, checks, wijk } = island(page);
  await button.click();
  await expect(status).toContainText('klopt iets niet', COUNTED);
  const changed = wijk('De Turfhoek').first();
  await expect(changed).toContainText(/De handtekening van zegel [0-9a-f]{12} klopt niet/);
  for (const name of ['Handtekeningen', 'Stembus', 'Enveloppen', 'Uitslag']) {
    await expect(changed).toContainText(`${name}: klopt niet.`);
  }
  await expect(wijk('Noorderveen')).toContainText('De uitslag is dezelfde.');
  await expect(checks.filter({ hasText: 'Logboek: klopt.' })).toHaveCount(1);
  await readable(page, 'the outcome with a changed ballot', 'island');
});

test('other votes give another outcome, and the jobs that differ are named', async ({ page }) => {
  let dropped = '';
  await tamper(page, (files) => {
    const { wijk } = wijkOf(files, 'De Turfhoek');
    dropped = (JSON.parse(files.get(`${wijk}/outcome.json`) ?? '') as { winners: { proposal: string }[] }).winners[0]?.proposal ?? '';
    const ballots = ballotsOf(files, 'De Turfhoek').filter((ballot) => !ballot.choices.includes(dropped));
    return withBallots(files, 'De Turfhoek', ballots);
  });
  await outcome(page);
  const { button, status, wijk } = island(page);
  await button.click();
  await expect(status).toHaveText('Andere uitslag. Er klopt iets niet.', COUNTED);
  const title = await page.locator(`a[href="/voorstellen/${dropped}"]`).first().innerText();
  const count = wijk('De Turfhoek').first();
  await expect(count).toContainText('Telling: klopt niet.');
  await expect(count.getByRole('paragraph').filter({ hasText: 'niet na het tellen' })).toContainText(title);
  await expect(count).toContainText('Stembus: klopt niet.');
});

test('an entry of the journal that was taken out is seen', async ({ page }) => {
  await tamper(page, (files) => {
    const lines = (files.get('journal.jsonl') ?? '').split('\n');
    const rest = lines.filter((line) => !line.includes('act_agreed'));
    return new Map(files).set('journal.jsonl', rest.join('\n'));
  });
  await outcome(page);
  const { button, status, checks } = island(page);
  await button.click();
  await expect(status).toContainText('klopt iets niet', COUNTED);
  await expect(checks.filter({ hasText: 'Logboek: klopt niet.' })).toHaveCount(1);
  await expect(checks.filter({ hasText: 'Twee mensen: klopt niet.' })).toContainText('daar staan geen twee mensen achter');
});

test('when the votes do not come, one can try again', async ({ page }) => {
  await page.route('**/pakket.zip', (route) => route.abort('internetdisconnected'));
  await outcome(page);
  const { button, status } = island(page);
  await button.click();
  await expect(status).toHaveText(/^De stemmen konden niet worden opgehaald\. Kijk of u internet hebt/);
  await expect(button).toHaveText('Probeer het opnieuw');
  await page.unroute('**/pakket.zip');
  await button.click();
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.', COUNTED);
});

// Whatever is missing: the worker's own script, what it imports, or the count.
for (const file of ['recount.*.js', 'recount_glue.*.js', 'recount.*.wasm']) {
  test(`without ${file} somebody hears to look at the connection`, async ({ page }) => {
    await page.route(`**/pkg/${file}`, (route) => route.abort('internetdisconnected'));
    await outcome(page);
    const { button, status } = island(page);
    await button.click();
    await expect(status).toContainText('Kijk of u internet hebt');
    await expect(status).toContainText('het bestand en de opdracht hieronder');
  });
}

test('a browser that cannot count is told so, and no connection is blamed', async ({ page }) => {
  const cannot = async (why: string) => {
    await outcome(page);
    const { button, status } = island(page);
    await button.click();
    await expect(status, why).toHaveText(/^Deze browser kan de stemmen niet tellen\./);
    await expect(status, why).toContainText('het bestand en de opdracht hieronder');
  };

  await page.route('**/pkg/recount.*.wasm', (route) => route.fulfill({ body: 'of a later kind' }));
  await cannot('wasm that it does not know');
  await page.unroute('**/pkg/recount.*.wasm');

  await page.route('**/pkg/recount.*.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `delete self.WebAssembly;\n${await answer.text()}` });
  });
  await cannot('no wasm at all');
  await page.unroute('**/pkg/recount.*.js');

  await page.addInitScript(() => {
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(script: string | URL) {
        super(script);
      }
    };
  });
  await cannot('no workers that are modules');

  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await cannot('no workers');
});

test('an answer of the website that is wrong is told, and not counted', async ({ page }) => {
  let answer: { status?: number; json?: object } = {};
  await page.route('**/pakket.zip', (route) => route.fulfill(answer));
  for (answer of [{ status: 404 }, { status: 503 }, { json: { stemmen: [] } }]) {
    await outcome(page);
    const { button, status } = island(page);
    await button.click();
    await expect(status).toHaveText(/^Het antwoord van de website is niet te lezen\. Er klopt iets niet, of deze pagina is oud/);
    await expect(status).toContainText('het bestand en de opdracht hieronder');
    await expect(button).toHaveText('Probeer het opnieuw');
  }
});

test('without JavaScript there are the file, the rules and the command @nojs', async ({ page }) => {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/uitslag`);
  await expect(page.getByRole('link', { name: 'Download alles van deze ronde' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'De spelregels van deze ronde' }).first()).toBeVisible();
  await page.getByText('Narekenen op uw eigen computer').first().click();
  const command = await page.locator('code').filter({ hasText: 'wijkbanen count' }).first().innerText();
  const href = await page.getByRole('link', { name: /\(Pabulib\)/ }).first().getAttribute('href');
  const file = test.info().outputPath('stemmen.pb');
  writeFileSync(file, await (await page.request.get(href ?? '')).body());

  // What the page says, done: the program finds the jobs of the page, in the same order, for the same money.
  const words = command.replace('stemmen.pb', file).split(' ').slice(1);
  const answer = JSON.parse(execFileSync(process.env.WIJKBANEN_BIN ?? 'wijkbanen', [...words, '--json']).toString());
  const projects = readFileSync(file, 'utf8').split('\n').map((line) => line.split(';')).filter((cells) => cells.length > 3);
  const names = new Map(projects.map(([id = '', , , name = '']) => [id, name]));
  const found: string[] = answer.winners.map((id: string) => names.get(id) ?? id);
  expect(found.length).toBeGreaterThan(1);
  const main = new OutcomePage(page);
  const chosen = main.jobs('De Turfhoek').filter({ has: page.getByText('Gekozen', { exact: true }) });
  await expect(chosen.getByRole('rowheader').getByRole('link')).toHaveText(found);
  const total = Number(answer.total_cost).toLocaleString('nl-NL');
  await expect(main.wijk('De Turfhoek')).toContainText(new RegExp(`gaat €\\s${total} naar`));
});

test('without JavaScript no button is offered that does nothing @nojs', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, 'with JavaScript there is a button');
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/uitslag`);
  await expect(page.getByRole('button', { name: /opnieuw/ })).toHaveCount(0);
});
