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
    await own.getByLabel('Reserve-enveloppen').fill('1');
    await own.getByLabel('Stembiljetten op papier').fill('1');
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

/** A key card: its five rows. */
export type Card = string[];

/** Somebody for each of three cards. */
const HOLDERS = ['Griffie', 'Bewonersplatform', 'Gemeentearchief'];

export class KeyPage {
  readonly rows: Locator;
  readonly fields: Locator;
  readonly error: Locator;

  constructor(readonly page: Page) {
    this.rows = page.getByRole('list', { name: 'De vijf rijen van de kaart' }).getByRole('listitem');
    this.fields = page.getByRole('textbox', { name: /^Rij \d$/ });
    this.error = page.getByRole('alert');
  }

  /** Says who will keep the cards, and makes them; the page before the first card comes next. */
  async make() {
    for (const [n, holder] of HOLDERS.entries()) await this.page.getByLabel(`Wie bewaart kaart ${n + 1}?`).fill(holder);
    await this.page.getByRole('button', { name: 'Maak 3 sleutelkaarten' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Sleutelkaart 1 van 3' })).toBeVisible();
  }

  /** Shows a card, once; gives its rows. */
  async show(n: number): Promise<Card> {
    await this.page.getByRole('button', { name: `Toon kaart ${n}` }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: `Sleutelkaart ${n} van 3` })).toBeVisible();
    await expect(this.page.getByText(`Deze kaart is voor: ${HOLDERS[n - 1] ?? ''}`)).toBeVisible();
    await expect(this.rows).toHaveCount(5);
    return (await this.rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
  }

  /** Types cards, row by row; a row without a field is held already. */
  async type(cards: Card[]) {
    for (const [n, card] of cards.entries()) {
      const own = this.page.getByRole('group', { name: `Kaart ${n + 1}`, exact: true });
      for (const [at, row] of card.entries()) {
        const field = own.getByLabel(`Rij ${at + 1}`, { exact: true });
        if (await field.count()) await field.fill(row);
      }
    }
  }

  async rehearse(cards: Card[]) {
    await this.type(cards);
    await this.page.getByRole('button', { name: 'Probeer de kaarten' }).click();
  }

  async count(cards: Card[]) {
    await this.type(cards);
    await this.page.getByRole('checkbox', { name: 'Ja, ik heb alles nagekeken' }).check();
    await this.page.getByRole('button', { name: 'Akkoord: open de stembus en tel' }).click();
  }
}

/** The same card with the first sign of a row changed. */
export function wrong(card: Card, row: number): Card {
  return card.map((text, at) => (at + 1 === row ? (text.startsWith('0') ? '1' : '0') + text.slice(1) : text));
}
