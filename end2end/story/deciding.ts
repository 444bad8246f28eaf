// After the vote: the count and its reasons, the council, and the job.
import { expect } from '../people';
import { ComparePage } from '../pages/outcome';
import { KeyPage, wrong } from '../pages/round';
import { both, readable } from '../readable';
import { WIJK, type Story } from './round';

export async function countsWithTheCards(story: Story) {
  const { page, stranger, people, at } = story;
  await page.goto(`/werk${at('/telling')}`);
  const box = page.getByRole('row').filter({ hasText: WIJK });
  const head = await box.getByRole('cell').last().innerText();
  await expect(box.getByRole('cell').first()).toHaveText('2');
  await both(page, 'the closed box');
  await stranger.goto('/logboek');
  await expect(stranger.getByText(head).first()).toBeVisible();
  await page.getByRole('button', { name: 'Vraag een collega om mee te tellen' }).click();
  await expect(page.getByText('Uw verzoek wacht nu op een tweede persoon')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Akkoord' })).toHaveCount(0);
  await both(page, 'what one asked for oneself');
  const clerk = await people.open('griffier');
  await both(clerk, 'work that waits for a second person');
  await clerk.getByRole('link', { name: 'De stembus openen en tellen' }).click();
  await expect(clerk.getByText(head)).toBeVisible();
  await both(clerk, 'agreeing to the count');
  const key = new KeyPage(clerk);
  const [, second = [], third = []] = story.cards;
  await key.count([wrong(third, 5), second]);
  await expect(key.error).toContainText('Kaart 1, rij 5: Er is een teken verkeerd. Kijk eerst naar groep 1.');
  expect((await stranger.goto(at('/uitslag')))?.status()).toBe(404);
  await both(clerk, 'a card that was mistyped at the count', 'any');
  await key.count([third, second]);
  await expect(clerk.getByRole('heading', { level: 1, name: 'Uitslag' })).toBeVisible();
}

export async function theOutcomeGivesReasons(story: Story) {
  const { stranger, at } = story;
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
  for (const file of ['stemmen.pb', 'bewijs.json']) {
    expect((await stranger.request.get(at(`/uitslag/${story.wijk}/${file}`))).status(), file).toBe(404);
  }
}

/** With the letter, who finds no words hears whether the envelope is there, and nothing of what was in it. */
export async function lettersAreLookedUp(story: Story) {
  const { stranger, at } = story;
  await stranger.goto(at('/vind-uw-stem'));
  await expect(stranger.getByRole('main')).toContainText(`${WIJK}: minder dan 10 stemmen.`);
  await expect(stranger.getByLabel('Uw drie woorden')).toHaveCount(0);
  await both(stranger, 'finding a vote where few voted', 'island');
  await stranger.getByRole('link', { name: 'Kijk met uw brief of uw envelop erbij is' }).click();
  await both(stranger, 'looking a letter up', 'island');
  const look = async (letter = '') => {
    await stranger.getByLabel('Uw stemcode').fill(letter);
    await stranger.getByRole('button', { name: 'Kijk na' }).click();
  };
  await look('K7WP');
  await expect(stranger.getByRole('alert')).toContainText('De code heeft 16 tekens.');
  await both(stranger, 'a letter with a typing error', 'any');
  const [first, , third, , lost] = story.letters;
  const answers = [
    [first, 'Uw envelop staat in de lijst'],
    [third, 'Uw envelop staat niet in de lijst'],
    [lost, 'Deze brief is ongeldig gemaakt'],
  ];
  for (const [letter, answer = ''] of answers) {
    await look(letter);
    await expect(stranger.getByText(answer, { exact: true })).toBeVisible();
    await expect(stranger.getByRole('main')).not.toContainText('Koffie');
    await both(stranger, answer);
    await stranger.getByRole('link', { name: 'Kijk een andere brief na' }).click();
  }
  await stranger.goto(at('/uitslag'));
  await expect(stranger.getByRole('main')).toContainText('3 keer is een brief nagekeken. Daarbij was 1 keer de envelop er niet.');
}

export async function theComparisonSaysNothing({ stranger }: Story) {
  const compare = new ComparePage(stranger);
  await compare.open();
  const few = 'minder dan 10';
  const cells = compare.voters(WIJK).getByRole('cell');
  await expect(cells).toHaveText([few, few, few, few, 'te weinig stemmers', 'te weinig stemmers']);
  await both(stranger, 'the comparison of few');
}

export async function goesOnToTheCouncil(story: Story) {
  const { stranger, control } = story;
  await control.step('Begin nu met bezwaar', 'De uitslag is openbaar.');
  await control.is('U kunt bezwaar maken');
  await story.forward('Vooruit tot: De raad beslist');
  await expect(stranger.getByText('De raad beslist', { exact: true })).toBeVisible();
}

export async function theClerkWritesDown({ people }: Story) {
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
}

export async function staffFollowTheJob({ page, stranger, people, at }: Story) {
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
}
