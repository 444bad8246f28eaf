import { expect, test } from '../people';
import { CheckPage } from '../pages/check';

// Each proposal of the round that is being checked serves one story in one project.

test('a blocked proposal cannot be admitted, whatever the reviewer writes', async ({ people }) => {
  const staff = new CheckPage(await people.open('smederij'));
  await staff.open('Digihulp in de bieb');
  await staff.answer({ D01: 'Ja' });
  await staff.finds('Kan zo niet door');

  const reviewer = new CheckPage(await people.open('toetser'));
  await reviewer.open('Digihulp in de bieb');
  for (const decision of ['Mag op het stembiljet$', 'Mag op het stembiljet, met voorwaarden']) {
    await reviewer.decide(decision, 'Ik vind het een goed idee, dus het mag.');
    await expect(reviewer.refusal).toContainText('Dit idee is geblokkeerd. Alleen een ander idee kan door.');
  }
  await expect(reviewer.page.getByLabel('Waarom?')).toHaveValue('Ik vind het een goed idee, dus het mag.');
});

test('a second opinion is heard before a proposal is admitted, and waiting is no opinion', async ({ people }, info) => {
  const title = info.project.name === 'phone' ? 'Buurtkrant en nieuwsborden' : 'Taalkoffie: samen Nederlands oefenen';
  const staff = new CheckPage(await people.open('smederij'));
  await staff.open(title);
  await staff.answer({ D06: 'Ja' });
  await staff.finds('Eerst een tweede mening');
  await expect(staff.page.getByText('Een toetser neemt het besluit.')).toBeVisible();

  const reviewer = new CheckPage(await people.open('toetser'));
  await reviewer.open(title);
  await reviewer.decide('Mag op het stembiljet$', 'De ondernemers vinden het vast goed.');
  await expect(reviewer.refusal).toContainText('Er is nog geen tweede mening. Vraag eerst een partij.');

  await staff.hear('Ondernemersvereniging', 'Gevraagd, nog geen antwoord');
  await reviewer.decide('Mag op het stembiljet$', 'De ondernemers vinden het vast goed.');
  await expect(reviewer.refusal).toContainText('Er is nog geen antwoord van een partij.');

  await staff.hear('Ondernemersvereniging', 'Goed, met een voorwaarde', 'Alleen als er geen geld voor wordt gevraagd.');
  await reviewer.decide('Mag op het stembiljet, met voorwaarden', 'De ondernemers zijn gehoord. Het werk blijft gratis.');
  await expect(reviewer.decided()).toBeVisible();

  await test.step('everybody can read what was asked, said and decided', async () => {
    const address = await reviewer.page.getByRole('link', { name: title }).getAttribute('href');
    const stranger = await people.open();
    await stranger.goto(address ?? '');
    await expect(stranger.getByText('Toegelaten', { exact: true })).toBeVisible();
    await expect(stranger.getByText('Alleen als er geen geld voor wordt gevraagd.')).toBeVisible();
    await expect(stranger.getByText('De ondernemers zijn gehoord. Het werk blijft gratis.')).toBeVisible();
  });
});

test('who filled in the answers does not decide', async ({ people }) => {
  const reviewer = new CheckPage(await people.open('toetser'));
  await reviewer.open('Hulp voor de beheerder van het dorpshuis');
  await reviewer.answer();
  await reviewer.decide('Mag op het stembiljet$', 'Alles is in orde.');
  await expect(reviewer.refusal).toContainText('U maakte dit idee of vulde de toets in. Iemand anders moet beslissen.');
});

test('a decision needs a reason and a choice', async ({ people }) => {
  const reviewer = new CheckPage(await people.open('toetser'));
  await reviewer.open('Hulp op het sportpark');
  await reviewer.decide('Naar een volgende ronde', '');
  await expect(reviewer.refusal.getByRole('link')).toHaveText(['Vul in: Waarom?']);
  await expect(reviewer.page.getByLabel('Waarom?')).toHaveAttribute('aria-invalid', 'true');
});

test('an objection without words is no objection', async ({ people }) => {
  const staff = new CheckPage(await people.open('smederij'));
  await staff.open('Kleine-klussendienst');
  await staff.page.getByLabel('Wie zegt dit?').selectOption('Vakbond');
  await staff.page.getByRole('radio', { name: /^Bezwaar/ }).check();
  await staff.page.getByRole('button', { name: 'Bewaar de mening' }).click();
  await expect(staff.refusal.getByRole('link')).toHaveText(['Vul in: In hun woorden']);
});
