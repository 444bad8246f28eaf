// From a wijk and an idea of a round to a ballot: what the Smederij, a resident and a reviewer do before the vote.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from '../people';
import { CheckPage } from '../pages/check';
import { ProposalForm } from '../pages/proposal';
import { day, RoundControl, RoundSettings } from '../pages/round';
import { IDEAS, ROUND, WIJK, type Story } from './round';

export async function addsTheWijk({ page }: Story) {
  await page.getByRole('link', { name: 'Wijken' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(WIJK);
  await page.getByRole('radio', { name: 'Wijk', exact: true }).check();
  await page.getByLabel('Bewoners').fill('80');
  await page.getByLabel('Stempunt').fill('Havenkantoor, Kade 1');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(page.getByRole('rowheader', { name: WIJK })).toBeVisible();
  await page.getByRole('link', { name: 'Maak een nieuwe ronde' }).click();
}

export async function setsUpTheRound(story: Story) {
  const { page } = story;
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
  story.control = new RoundControl(page, new URL(page.url()).pathname.split('/').at(-1) ?? '');
  await story.control.is('Concept');
}

export async function nobodySeesADraft({ stranger, at }: Story) {
  expect((await stranger.goto(at()))?.status()).toBe(404);
}

export async function opensItForProposals({ control }: Story) {
  await control.step('Begin nu met voorstellen', '');
  await expect(control.summary).toContainText('Schrijf op waarom.');
  await control.step('Begin nu met voorstellen', 'Alles is klaar, dus we beginnen vandaag.');
  await control.is('Voorstellen doen');
}

export async function aResidentProposes({ people, at }: Story) {
  const resident = await people.open('bewoner');
  for (const idea of IDEAS) {
    await resident.goto(at());
    const form = new ProposalForm(resident);
    await form.begin(WIJK);
    await form.fill(idea);
    await form.submitted();
  }
}

export async function goesOnToTheChecks({ control }: Story) {
  await control.step('Begin nu met verbeteren', 'Er kwamen drie voorstellen.');
  await control.is('Voorstellen verbeteren');
  await control.step('Begin nu met toetsen', 'Er is niets te verbeteren.');
  await control.is('Voorstellen toetsen');
  await expect(control.missing).toHaveText(['Over 3 voorstellen is nog niet beslist', 'In 1 wijk is nog niets om op te stemmen']);
  await control.step('Maak het stembiljet nu bekend', 'We willen verder.');
  await expect(control.summary).toContainText('Er ontbreekt nog iets. Kijk in de lijst.');
}

export async function aReviewerDecides({ page, people }: Story) {
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
}

export async function publishesTheBallot({ stranger, control, at }: Story) {
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
}
