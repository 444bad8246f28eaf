import { PAGES, rounds } from '../every-page';
import { codes, expect, round, test } from '../people';
import { COFFEE, ProposalForm } from '../pages/proposal';
import { KeyPage, RoundControl } from '../pages/round';
import { BallotPage, CodePage, DonePage, ReviewPage } from '../pages/voting';
import { readable, type Script } from '../readable';

// The stories fail on a complaint of the browser or a request to another host by themselves: see people.ts.
test.describe.configure({ timeout: 240_000 });

for (const [n, [role, paths]] of PAGES.entries()) {
  test(`everybody can read the pages of ${role ?? (n ? 'the foot' : 'the rounds')}`, async ({ people }) => {
    const page = await people.open(role);
    for (const path of paths(await rounds(page))) {
      const answer = await page.goto(path);
      expect.soft(answer?.status(), path).toBe(200);
      await readable(page, path, path.endsWith('/uitslag') ? 'island' : 'none');
    }
  });
}

test('everybody can read what went wrong', async ({ people }) => {
  const page = await people.open();
  const at = await rounds(page);
  const wrong = async (name: string, status: number, deed: () => Promise<unknown>, script: Script = 'any') => {
    const answer = page.waitForResponse((response) => response.request().isNavigationRequest());
    await deed();
    expect.soft((await answer).status(), name).toBe(status);
    await readable(page, name, script);
  };
  const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();

  await wrong('404', 404, () => page.goto('/niets'), 'none');
  await wrong('404 in English', 404, () => page.goto('/en/niets'), 'none');
  await page.goto('/inloggen');
  await page.getByLabel('Inlognaam').fill('niemand');
  await wrong('signing in', 422, () => press('Log in'));
  await page.goto('/account-maken');
  await wrong('an empty account', 422, () => press('Maak account'));

  await people.become(page, 'bewoner');
  await wrong('403', 403, () => page.goto('/beheer/mensen'), 'none');
  await page.goto(`${at.proposing}/voorstel-doen`);
  await wrong('no wijk', 422, () => press('Begin'));
  await page.goto(at.proposing);
  const form = new ProposalForm(page);
  await form.begin(COFFEE.wijk);
  await readable(page, 'an empty proposal', 'any');
  await wrong('a proposal with every fault', 422, () => form.submit());
  await form.fill({ ...COFFEE, hostKind: 'Bedrijf', lasting: 'Eén keer', costs: { ...COFFEE.costs, Loon: '20.000' } });
  await form.keep();
  await expect(form.kept).toBeVisible();
  await readable(page, 'a draft', 'any');
  await page.context().clearCookies();
  await wrong('away too long', 401, () => form.keep());

  await people.become(page, 'smederij');
  await page.goto('/werk/rondes/nieuw');
  await wrong('an empty round', 422, () => press('Bewaar'));
  await page.goto('/werk/wijken');
  await wrong('an empty wijk', 422, () => press('Voeg toe'));
  await page.goto(`/werk${at.checking}`);
  await wrong('a step that is not ready', 422, () => press('Maak het stembiljet nu bekend'));
  await page.goto(`/werk${at.open}/toets`);
  await wrong('an empty opinion', 422, () => press('Bewaar de mening'));
  await wrong('the settings of a round that runs', 409, () => page.goto(`/werk${at.voting}/instellen`), 'none');

  await people.become(page, 'beheerder');
  await page.goto('/beheer/mensen');
  await wrong('an empty person', 422, () => press('Voeg toe'));
});

test('everybody can read the key cards of a round, and their faults', async ({ people }) => {
  const page = await people.open('smederij');
  await page.goto(`/werk${await round(page, 'Wijkbasisbanen 2028')}`);
  await page.getByRole('button', { name: 'Maak een kopie voor volgend jaar' }).click();
  await expect(page).toHaveURL(/\/instellen$/);
  await readable(page, 'the settings of a draft');
  const path = new URL(page.url()).pathname.replace('/instellen', '');
  await page.goto(path);
  await readable(page, 'a draft');
  await new RoundControl(page, path.split('/').at(-1) ?? '').step('Begin nu met voorstellen', 'Om de kaarten te maken.');
  await page.goto(`${path}/sleutel`);
  await readable(page, 'no key cards yet');
  const key = new KeyPage(page);
  await page.getByRole('button', { name: 'Maak 3 sleutelkaarten' }).click();
  await readable(page, 'key cards of nobody', 'any');
  await key.make();
  await readable(page, 'before a key card');
  for (const n of [1, 2, 3]) await key.show(n);
  await readable(page, 'a key card');
  await page.goto(`${path}/sleutel`);
  await readable(page, 'trying the key cards');
  await page.getByRole('button', { name: 'Probeer de kaarten' }).click();
  await readable(page, 'no key cards typed', 'any');
  await page.goto(path);
  await page.getByText('De ronde stoppen').click();
  await page.getByRole('button', { name: 'Stop de ronde' }).click();
  await readable(page, 'stopping without a reason', 'any');
  await page.getByLabel('Waarom stopt de ronde?').fill('Deze kopie was een proef.');
  await page.getByRole('checkbox', { name: 'Ja, ik weet het zeker' }).check();
  await page.getByRole('button', { name: 'Stop de ronde' }).click();
  await page.goto(path.replace('/werk', ''));
  await expect(page.getByText('Deze kopie was een proef.')).toBeVisible();
  await readable(page, 'a round that was stopped');
});

test('everybody can read every step of the vote', async ({ people }, info) => {
  const page = await people.open();
  const code = (await codes(page, 'Het Sluiskwartier'))[info.project.name === 'phone' ? 4 : 3] ?? '';
  const [start, ballot, review, done] = [new CodePage(page), new BallotPage(page), new ReviewPage(page), new DonePage(page)];
  await start.goto();
  await readable(page, 'the code', 'island');
  await start.enter('ABCD');
  await readable(page, 'a code that is too short', 'any');
  await start.enter(code);
  await readable(page, 'the ballot', 'island');
  await ballot.next.click();
  await readable(page, 'nothing chosen', 'any');
  for (const at of [0, 1, 2, 3]) await ballot.jobs.nth(at).check();
  await readable(page, 'too many ticked', 'any');
  await ballot.next.click();
  await expect(ballot.error).toBeVisible();
  await readable(page, 'too many', 'any');
  await ballot.jobs.nth(0).uncheck();
  await ballot.next.click();
  await expect(review.heading).toBeVisible();
  await readable(page, 'the review', 'island');
  await review.askWords();
  await readable(page, 'the words before the vote', 'island');
  await page.goto('/');
  await expect(page.getByText('U hebt nog niet gestemd')).toBeVisible();
  await readable(page, 'the first page while a vote is open');
  await start.goto();
  await expect(page.getByText('Een stem was nog niet af')).toBeVisible();
  await readable(page, 'a vote that was put away', 'island');
  await start.enter(code);
  await ballot.next.click();
  await review.cast.click();
  await expect(done.heading).toBeVisible();
  await readable(page, 'the end', 'island');
  await done.askWords();
  await readable(page, 'the words', 'island');
  await page.reload();
  await expect(page.getByText('Uw stem is binnen')).toBeVisible();
  await readable(page, 'the end once more', 'island');
  await start.enter(code);
  await expect(ballot.again).toBeVisible();
  await readable(page, 'voted before', 'island');
});
