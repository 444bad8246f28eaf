import { expect, round, test, type Role } from '../people';
import { ComparePage } from '../pages/outcome';

const ADOPTED = 'Wijkbasisbanen 2026';

test('a council member reads in one dossier what residents chose and what the council made of it', async ({ people }) => {
  const page = await people.open('raadslid');
  await expect(page.getByRole('heading', { name: 'Voor de raad' })).toBeVisible();
  const dossiers = page.getByRole('article').filter({ has: page.locator('a[href$="/dossier"]') });
  await dossiers.getByRole('link', { name: ADOPTED }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dossier voor de gemeenteraad' })).toBeVisible();

  await test.step('the list of the residents', async () => {
    for (const wijk of ['De Turfhoek', 'Het Sluiskwartier', 'Noorderveen']) {
      await expect(page.getByRole('table', { name: `Alle ideeën op het stembiljet van ${wijk}` })).toBeVisible();
    }
    const declined = page.getByRole('row').filter({ hasText: 'Buurtkrant en nieuwsborden' });
    await expect(declined).toContainText('Niet overgenomen');
    await expect(declined).toContainText(/Dit idee kreeg \d+ stemmen\. Er was nog €/);
  });

  await test.step('the list of the council, with a reason for what it left out', async () => {
    const decision = page.getByRole('heading', { name: /^Besluit van de raad op / }).locator('..');
    await expect(decision).toContainText('De raad neemt de lijst over, behalve enkele banen');
    await expect(decision.getByRole('listitem')).toHaveText([
      'Buurtkrant en nieuwsborden: De bewonersvereniging geeft de buurtkrant nu zelf al uit.',
    ]);
  });

  await test.step('the other way of counting beside it, without advice', async () => {
    const compare = new ComparePage(page);
    await compare.open();
    await expect(compare.main).toContainText('De uitslag met de meeste stemmen geldt.');
    await expect(compare.main).toContainText('Deze pagina kiest niet.');
    await expect(compare.spread).toHaveCount(6);
    await expect(compare.main.getByText('Op beide manieren komen hier dezelfde banen.')).toHaveCount(3);
    await expect(compare.jobs('De Turfhoek')).toHaveCount(0);
    const left = compare.spread.filter({ hasText: 'De Turfhoek' }).filter({ hasText: '(geldt)' });
    await expect(left).toContainText(/€\s1\.350/);
    // 699 voted there; a group of fewer than ten is never shown, and neither is what it could be taken from.
    const [some, none] = [/^(\d+ \(\d+,\d\s%\)|meer dan \d+)$/, /^(\d{2,} \(\d+,\d\s%\)|minder dan 10)$/];
    const cells = compare.voters('De Turfhoek').getByRole('cell');
    await expect(cells).toHaveText([some, some, none, none, /^\d,\d$/, /^\d,\d$/]);
    await page.goBack();
  });

  await test.step('without a way to write', async () => {
    await expect(page.getByRole('link', { name: 'Besluit van de raad' })).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  });
});

test('only the clerk writes down what the council decided', async ({ people }) => {
  const clerk = await people.open('griffier');
  const path = `/werk${await round(clerk, ADOPTED)}/besluit`;
  expect((await clerk.goto(path))?.status()).toBe(200);
  await expect(clerk.getByText('De ronde ligt nu niet bij de raad.')).toBeVisible();

  for (const role of ['raadslid', 'smederij', 'toetser', 'balie', 'beheerder', 'bewoner'] as Role[]) {
    const page = await people.open(role);
    expect((await page.goto(path))?.status(), role).toBe(403);
    await expect(page.getByRole('heading', { level: 1, name: 'Dit mag u hier niet doen' })).toBeVisible();
    expect((await page.goto('/beheer/mensen'))?.status(), role).toBe(role === 'beheerder' ? 200 : 403);
  }
});

test('a council member opens no page of those who run the round', async ({ people }) => {
  const page = await people.open('raadslid');
  const work = `/werk${await round(page, ADOPTED)}`;
  for (const part of ['', '/sleutel', '/brieven', '/telling', '/instellen']) {
    expect((await page.goto(`${work}${part}`))?.status(), part).toBe(403);
  }
  for (const path of ['/werk/toets', '/werk/wijken', '/werk/rondes/nieuw']) {
    expect((await page.goto(path))?.status(), path).toBe(403);
  }
});

test('a stranger who opens a page for staff is asked to sign in, and then gets there', async ({ page }) => {
  await page.goto('/werk/toets');
  await expect(page).toHaveURL(/\/inloggen\?to=/);
  await page.getByLabel('Inlognaam').fill('toetser');
  await page.getByLabel('Wachtwoord').fill('veenhaven mag alles zien');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL('/werk/toets');
});

test('a page that is not there shows a way on', async ({ page }) => {
  for (const path of ['/niets', '/rondes/niets', '/voorstellen/0192b1a0-0000-7000-8000-000000000001']) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Naar de eerste pagina' }).click();
  await expect(page).toHaveURL('/');
});
