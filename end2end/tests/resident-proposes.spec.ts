import { expect, round, test } from '../people';
import { COFFEE, Mine, ProposalForm } from '../pages/proposal';

const PASSWORD = 'een boot met een groene deur';
const ROUND = 'Wijkbasisbanen 2028';

test('a resident makes an account, proposes work, is told that it is a cent too dear, stops, goes on later and hands it in @nojs', async ({ page, people }, info) => {
  const login = `anna-${info.project.name}`;
  const title = `${COFFEE.title} (${info.project.name})`;
  const tooDear = { ...COFFEE, title, costs: { Begeleiding: '16.000,01', Cursus: '750', Verzekering: '250' } };
  const form = new ProposalForm(page);

  await test.step('makes an account', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Inloggen' }).click();
    await page.getByRole('link', { name: 'Account maken' }).click();
    await page.getByLabel('Naam', { exact: true }).fill('Anna');
    await page.getByLabel('Inlognaam').fill(login);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Nog een keer het wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Maak account' }).click();
    await expect(page.getByText('Bijna klaar: log nu in')).toBeVisible();
    await page.getByLabel('Inlognaam').fill(login);
    await page.getByLabel('Wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(new Mine(page).heading).toBeVisible();
  });

  await test.step('finds the round that takes proposals', async () => {
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Rondes' }).click();
    await page.getByRole('link', { name: ROUND, exact: true }).click();
    await form.begin(COFFEE.wijk);
  });

  await test.step('is told what is wrong, and loses nothing', async () => {
    await form.fill(tooDear);
    await form.submit();
    const fault = 'Eén plek kost nu € 17.000,01. Dat mag hoogstens € 17.000 zijn. Het is € 0,01 te veel.';
    await expect(form.summary.getByRole('link')).toHaveText([fault]);
    await expect(form.summary.getByRole('link')).toHaveAttribute('href', '#costs');
    await expect(page.locator('#costs')).toContainText('€ 0,01 te veel');
    await form.holds(tooDear);
  });

  const right = { ...tooDear, costs: { ...tooDear.costs, Begeleiding: '16.000' } };
  await test.step('mends it and keeps it for later', async () => {
    await form.price(right.costs);
    await form.keep();
    await expect(form.kept).toBeVisible();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
  });

  await test.step('nobody else sees the draft', async () => {
    await page.goto(`${await round(page, ROUND)}/voorstellen`);
    await expect(page.getByText(title)).toHaveCount(0);
  });

  // In another browser: at home on the phone, then at the library.
  const later = await people.open();
  const library = new ProposalForm(later);
  await test.step('comes back in another browser, where everything still stands', async () => {
    await later.goto('/inloggen');
    await later.getByLabel('Inlognaam').fill(login);
    await later.getByLabel('Wachtwoord').fill(PASSWORD);
    await later.getByRole('button', { name: 'Log in' }).click();
    const mine = new Mine(later);
    await expect(mine.card(title)).toContainText('Concept');
    await mine.card(title).getByRole('link', { name: title }).click();
    await library.holds(right);
  });

  await test.step('hands it in and finds it in the list under its number', async () => {
    const number = await library.submitted();
    await expect(later.getByText('Ingestuurd', { exact: true })).toBeVisible();
    await page.goto(`${await round(page, ROUND)}/voorstellen`);
    await page.getByRole('link', { name: `${number}. ${title}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${number}. ${title}` })).toBeVisible();
    await expect(page.getByText('Anna')).toHaveCount(0);
  });
});

test('a resident who was away too long signs in again and finds everything that was typed @nojs', async ({ page, people, context }) => {
  await people.become(page, 'bewoner');
  await page.goto(await round(page, ROUND));
  const form = new ProposalForm(page);
  await form.begin(COFFEE.wijk);
  const away = { ...COFFEE, title: 'Koffie na een lange wandeling' };
  await form.fill(away);
  await context.clearCookies();
  await form.keep();
  await expect(page.getByRole('heading', { level: 1, name: 'U was te lang weg' })).toBeVisible();
  await page.getByLabel('Inlognaam').fill('bewoner');
  await page.getByLabel('Wachtwoord').fill('veenhaven mag alles zien');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'U bent weer ingelogd' })).toBeVisible();
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await expect(form.kept).toBeVisible();
  await form.holds(away);
});

test.describe('what cannot be a wijkbasisbaan', () => {
  let form: ProposalForm;

  test.beforeEach(async ({ page, people }) => {
    await people.become(page, 'bewoner');
    await page.goto(await round(page, ROUND));
    form = new ProposalForm(page);
    await form.begin(COFFEE.wijk);
  });

  test('a company hears that it cannot offer a wijkbasisbaan, and why @nojs', async ({ page }) => {
    const company = { ...COFFEE, host: 'Havenbedrijf Janssen bv', hostKind: 'Bedrijf' };
    await form.fill(company);
    await form.submit();
    const why = 'Een bedrijf kan hier geen baan aanbieden. Het moet een organisatie zonder winst zijn, of de gemeente.';
    await expect(form.summary.getByRole('link')).toHaveText([`Wat voor organisatie is dat? ${why}`]);
    await expect(form.field('Wat voor organisatie is dat?')).toHaveAccessibleDescription(new RegExp(why.slice(0, 40)));
    await form.holds(company);
    await expect(page).toHaveTitle(/^Fout: /);
  });

  test('work for one time is told where it does belong @nojs', async () => {
    await form.fill({ ...COFFEE, lasting: 'Eén keer of af en toe' });
    await form.submit();
    await expect(form.summary.getByRole('link')).toHaveText([/Dat hoort bij een burgerproject\. Vraag ernaar bij de Smederij\./]);
  });

  test('a telephone number never gets into a public text @nojs', async () => {
    await form.fill({ ...COFFEE, description: 'Iemand zet koffie. Bel Kees op 06-12345678.' });
    await form.submit();
    await expect(form.summary.getByRole('link')).toHaveText([
      'Wat doet de medewerker? Hier staat een telefoonnummer. Haal het weg: iedereen kan dit lezen.',
    ]);
    await expect(form.field('Wat doet de medewerker?')).toHaveAttribute('aria-invalid', 'true');
  });

  test('an empty proposal hears everything that is missing at once, each with a way to its field @nojs', async ({ page }) => {
    await form.submit();
    const faults = form.summary.getByRole('link');
    expect(await faults.count()).toBeGreaterThan(8);
    for (const fault of await faults.all()) {
      await expect(page.locator((await fault.getAttribute('href')) ?? 'none')).toHaveCount(1);
    }
  });
});
