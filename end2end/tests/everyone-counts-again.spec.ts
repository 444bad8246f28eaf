import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { OutcomePage } from '../pages/outcome';
import { expect, round, test } from '../people';
import { readable } from '../readable';

interface Published {
  winners: string[];
  seals: string[];
  opened: { ballots: { choices: string[]; seal: string }[] };
}

const WIJKEN = ['De Turfhoek', 'Het Sluiskwartier', 'Noorderveen'];

/** The outcome of the demo's counted round, with its islands awake. */
async function outcome(page: Page, prefix = '') {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${prefix}${path}/uitslag`);
  await expect(page.locator('html')).toHaveAttribute('data-hydrated', 'true');
}

/** The island of a wijk: the button, what it says, and its list of checks. */
function island(page: Page, wijk: string) {
  const found = page.locator('.wb-recount').filter({ has: page.getByRole('button', { name: wijk }) });
  return {
    button: found.getByRole('button'),
    status: found.getByRole('status'),
    checks: found.locator('.wb-recount__check'),
  };
}

/** The page gets the published ballots with a change in them. */
async function tamper(page: Page, change: (published: Published) => void) {
  await page.route('**/stemmen.json', async (route) => {
    const answer = await route.fetch();
    const published: Published = await answer.json();
    change(published);
    await route.fulfill({ response: answer, json: published });
  });
}

test('everybody counts the ballots again and gets the numbers on the page', async ({ page }) => {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/uitslag`);
  for (const wijk of WIJKEN) {
    const file = await page.getByRole('link', { name: `Alle stemmen van ${wijk} (JSON)` }).getAttribute('href');
    const { seals, opened }: Published = await (await page.request.get(file ?? '')).json();
    const given = opened.ballots.flatMap((ballot) => ballot.choices);

    const used = opened.ballots.map((ballot) => ballot.seal);
    expect(new Set(used).size, 'one ballot a seal').toBe(used.length);
    expect(used.filter((seal) => !seals.includes(seal)), 'no seal from outside the list').toEqual([]);

    for (const row of await new OutcomePage(page).jobs(wijk).all()) {
      const job = (await row.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? '';
      const votes = given.filter((choice) => choice === job).length;
      await expect(row.getByRole('cell').nth(1)).toHaveText(votes.toLocaleString('nl-NL'));
    }
  }
});

test('the browser counts every wijk again, checks everything and finds the same outcome', async ({ page }) => {
  await outcome(page);
  for (const wijk of WIJKEN) {
    const { button, status, checks } = island(page, wijk);
    await expect(status).toBeEmpty();
    await button.click();
    await expect(status).toHaveText('Zelfde uitslag. Alles klopt.');
    for (const name of ['Spelregels', 'Zegels', 'Handtekeningen', 'Stembus', 'Keuzes', 'Lot', 'Telling']) {
      await expect(checks.filter({ hasText: `${name}: klopt.` })).toHaveCount(1);
    }
  }
  await readable(page, 'the outcome after counting again', 'island');
});

test('with the keyboard alone, and the focus stays on the button', async ({ page }) => {
  await outcome(page);
  const { button, status } = island(page, 'Noorderveen');
  await page.getByRole('link', { name: 'Alle stemmen van Noorderveen (JSON)' }).focus();
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.');
  await expect(button).toBeFocused();
  await page.keyboard.press('Space');
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.');
});

test('in English', async ({ page }) => {
  await outcome(page, '/en');
  const { button, status, checks } = island(page, 'Noorderveen');
  await expect(button).toHaveText('Count Noorderveen again');
  await button.click();
  await expect(status).toHaveText('Same outcome. Everything is right.');
  await expect(checks.filter({ hasText: 'Signatures: right.' })).toHaveCount(1);
});

test('a changed ballot is found by its signature, and the box is another', async ({ page }) => {
  await tamper(page, ({ opened }) => {
    const [first] = opened.ballots;
    const other = opened.ballots.find((ballot) => ballot.choices.join() !== first?.choices.join());
    if (first && other) first.choices = other.choices;
  });
  await outcome(page);
  const { button, status, checks } = island(page, 'De Turfhoek');
  await button.click();
  await expect(status).toContainText('klopt iets niet');
  await expect(checks.filter({ hasText: 'Handtekeningen: klopt niet.' })).toHaveText(/De handtekening van zegel [0-9a-f]{12} klopt niet/);
  await expect(checks.filter({ hasText: 'Stembus: klopt niet.' })).toHaveCount(1);
  await readable(page, 'the outcome with a changed ballot', 'island');
});

test('other votes give another outcome, and the jobs that differ are named', async ({ page }) => {
  let dropped = '';
  await tamper(page, ({ winners, opened }) => {
    dropped = winners[0] ?? '';
    opened.ballots = opened.ballots.filter((ballot) => !ballot.choices.includes(dropped));
  });
  await outcome(page);
  const { button, status, checks } = island(page, 'De Turfhoek');
  await button.click();
  await expect(status).toHaveText('Andere uitslag. Er klopt iets niet.');
  const title = await page.locator(`a[href="/voorstellen/${dropped}"]`).first().innerText();
  const count = checks.filter({ hasText: 'Telling: klopt niet.' });
  await expect(count).toContainText('Op deze pagina gekozen, maar niet na het tellen:');
  await expect(count.getByRole('paragraph').filter({ hasText: 'niet na het tellen' })).toContainText(title);
  await expect(checks.filter({ hasText: 'Stembus: klopt niet.' })).toHaveCount(1);
});

test('when the votes do not come, one can try again', async ({ page }) => {
  await page.route('**/stemmen.json', (route) => route.abort('internetdisconnected'));
  await outcome(page);
  const { button, status } = island(page, 'De Turfhoek');
  await button.click();
  await expect(status).toHaveText(/^De stemmen konden niet worden opgehaald\. Kijk of u internet hebt/);
  await expect(button).toHaveText('Probeer het opnieuw voor De Turfhoek');
  await page.unroute('**/stemmen.json');
  await button.click();
  await expect(status).toHaveText('Zelfde uitslag. Alles klopt.');
});

// Whatever is missing: the worker's own script, what it imports, or the count.
for (const file of ['recount.*.js', 'recount_glue.*.js', 'recount.*.wasm']) {
  test(`without ${file} somebody hears to look at the connection`, async ({ page }) => {
    await page.route(`**/pkg/${file}`, (route) => route.abort('internetdisconnected'));
    await outcome(page);
    const { button, status } = island(page, 'De Turfhoek');
    await button.click();
    await expect(status).toContainText('Kijk of u internet hebt');
    await expect(status).toContainText('het bestand en de opdracht hieronder');
  });
}

test('a browser that cannot count is told so, and no connection is blamed', async ({ page }) => {
  const cannot = async (why: string) => {
    await outcome(page);
    const { button, status } = island(page, 'De Turfhoek');
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
  await page.route('**/stemmen.json', (route) => route.fulfill(answer));
  for (answer of [{ status: 404 }, { status: 503 }, { json: { stemmen: [] } }]) {
    await outcome(page);
    const { button, status } = island(page, 'De Turfhoek');
    await button.click();
    await expect(status).toHaveText(/^Het antwoord van de website is niet te lezen\. Er klopt iets niet, of deze pagina is oud/);
    await expect(status).toContainText('het bestand en de opdracht hieronder');
    await expect(button).toHaveText('Probeer het opnieuw voor De Turfhoek');
  }
});

test('without JavaScript there are the file, the rules and the command @nojs', async ({ page }) => {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/uitslag`);
  await expect(page.getByRole('link', { name: 'Alle stemmen van De Turfhoek (JSON)' })).toBeVisible();
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
