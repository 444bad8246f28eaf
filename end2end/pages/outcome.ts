// What came of a vote: the outcome, and the other way of counting beside it.
import { expect, type Locator, type Page } from '@playwright/test';

export class OutcomePage {
  readonly main: Locator;
  readonly rules: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main');
    this.rules = page.locator('#regels');
  }

  async goto(round: string) {
    await this.page.goto(`${round}/uitslag`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Uitslag' })).toBeVisible();
  }

  /** Everything of one wijk. */
  wijk(name: string): Locator {
    return this.main.locator('section').filter({ has: this.page.getByRole('heading', { level: 2, name, exact: true }) });
  }

  jobs(wijk: string): Locator {
    const table = this.page.getByRole('table', { name: `Alle ideeën op het stembiljet van ${wijk}` });
    return table.getByRole('row').filter({ has: this.page.getByRole('link') });
  }

  /** Opens what is folded: the rules, the lots. */
  async unfold() {
    for (const summary of await this.page.locator('summary').all()) await summary.click();
  }

  /** The facts of a lot, by their terms. */
  lot(wijk: string, term: string): Locator {
    const lot = this.rules.locator('details').filter({ hasText: `Het lot van ${wijk}` });
    return lot.locator('dl > div').filter({ hasText: term }).locator('code');
  }
}

export class ComparePage {
  readonly main: Locator;
  /** Jobs, money and voters of every wijk, two lines each. */
  readonly spread: Locator;
  /** The jobs of the first wijk where the other way chooses others. */
  readonly changed: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main');
    this.changed = page.getByRole('table', { name: /op twee manieren geteld$/ }).first();
    this.spread = page.getByRole('table', { name: 'Banen, geld en stemmers per wijk' }).getByRole('row').filter({ has: page.getByRole('rowheader') });
  }

  async open() {
    await this.page.getByRole('link', { name: 'Vergelijk twee manieren van tellen' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Twee manieren van tellen' })).toBeVisible();
  }

  jobs(wijk: string): Locator {
    return this.page.getByRole('table', { name: `De ideeën van ${wijk}, op twee manieren geteld` });
  }

  voters(wijk: string): Locator {
    return this.page.getByRole('table', { name: `De stemmers van ${wijk}` });
  }
}
