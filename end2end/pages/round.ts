// Running a round, as the Smederij does it.
import { expect, type Locator, type Page } from '@playwright/test';

/** So many days from now, at a set time, as a date field takes it. */
export function day(ahead: number, clock: string): string {
  const date = new Date(Date.now() + ahead * 86_400_000);
  return `${date.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })}T${clock}`;
}

export class RoundSettings {
  readonly summary: Locator;

  constructor(readonly page: Page) {
    this.summary = page.getByRole('alert');
  }

  async take(wijk: string, budget: string, eligible: string) {
    await this.page.getByRole('checkbox', { name: wijk, exact: true }).check();
    const own = this.page.getByRole('group', { name: wijk, exact: true });
    await own.getByLabel('Geld voor de wijk per jaar').fill(budget);
    await own.getByLabel('Hoeveel bewoners mogen stemmen?').fill(eligible);
  }

  async date(label: string, moment: string) {
    await this.page.getByLabel(label, { exact: true }).fill(moment);
  }

  async save() {
    await this.page.getByRole('button', { name: 'Bewaar' }).click();
  }
}

export class RoundControl {
  readonly lead: Locator;
  readonly missing: Locator;
  readonly summary: Locator;

  constructor(
    readonly page: Page,
    readonly id: string,
  ) {
    this.lead = page.locator('.wb-lead');
    this.missing = page.getByRole('region', { name: 'De volgende stap' }).getByRole('listitem');
    this.summary = page.getByRole('alert');
  }

  async goto() {
    await this.page.goto(`/werk/rondes/${this.id}`);
  }

  /** Takes the next step by hand, with a reason. */
  async step(button: string, reason: string) {
    await this.goto();
    await this.page.getByLabel('Waarom nu?').fill(reason);
    await this.page.getByRole('button', { name: button }).click();
  }

  /** Where the round stands. */
  async is(phase: string) {
    await expect(this.lead).toHaveText(phase);
  }
}

export class KeyPage {
  readonly card: Locator;
  readonly field: Locator;
  readonly error: Locator;

  constructor(readonly page: Page) {
    this.card = page.locator('.wb-letter__code');
    this.field = page.getByLabel('De tekst van de sleutelkaart');
    this.error = page.getByRole('alert');
  }

  /** Makes the card; gives the text on it. */
  async make(): Promise<string> {
    await this.page.getByRole('button', { name: 'Maak de sleutelkaart' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Sleutelkaart' })).toBeVisible();
    return (await this.card.innerText()).trim();
  }

  async rehearse(card: string) {
    await this.field.fill(card);
    await this.page.getByRole('button', { name: 'Probeer de kaart' }).click();
  }

  async count(card: string) {
    await this.field.fill(card);
    await this.page.getByRole('button', { name: 'Open de stembus en tel' }).click();
  }
}

/** The same card with its first two signs changed. */
export function wrong(card: string): string {
  return (card.startsWith('00') ? '11' : '00') + card.slice(2);
}
