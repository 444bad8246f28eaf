// The check on displacement, for who fills it in and who decides.
import { expect, type Locator, type Page } from '@playwright/test';

/** Per question the answer that is no sign of displacement. */
const FINE: Record<string, string> = {
  D01: 'Nee', D02: 'Nee', D03: 'Nee', D04: 'Nee', D05: 'Nee', D06: 'Nee', D07: 'Niet nodig, of niets', D08: 'Nee',
  D09: 'Nee', D10: 'Nee', D11: 'Niet nodig, of niets', D12: 'Nee', D13: 'Ja', D14: 'Ja', D15: 'Ja',
};

export class CheckPage {
  readonly refusal: Locator;

  constructor(readonly page: Page) {
    this.refusal = page.getByRole('alert');
  }

  /** From the worklist to a proposal. */
  async open(title: string) {
    await this.page.goto('/werk/toets');
    await this.page.getByRole('row').filter({ hasText: title }).getByRole('link').click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Toets een voorstel' })).toBeVisible();
  }

  /** Fifteen fine answers, but for those given. */
  async answer(others: Record<string, string> = {}) {
    for (const [question, answer] of Object.entries({ ...FINE, ...others })) {
      await this.page
        .getByRole('radiogroup', { name: new RegExp(`^${question} `) })
        .getByRole('radio', { name: new RegExp(`^${answer}`) })
        .check();
    }
    await this.page.getByRole('button', { name: 'Bewaar de antwoorden' }).click();
    await expect(this.page.getByText('De antwoorden zijn bewaard')).toBeVisible();
  }

  /** What the answers come to. */
  async finds(verdict: string) {
    await expect(this.page.getByText(verdict, { exact: true }).first()).toBeVisible();
  }

  async hear(party: string, opinion: string, remark = '') {
    await this.page.getByLabel('Wie zegt dit?').selectOption(party);
    await this.page.getByRole('radio', { name: new RegExp(`^${opinion}`) }).check();
    await this.page.getByLabel('In hun woorden').fill(remark);
    await this.page.getByRole('button', { name: 'Bewaar de mening' }).click();
    await expect(this.page.getByText('De mening is bewaard')).toBeVisible();
  }

  async decide(decision: string, reason: string) {
    const decisions = this.page.getByRole('radiogroup', { name: 'Uw besluit' });
    await decisions.getByRole('radio', { name: new RegExp(`^${decision}`) }).first().check();
    await this.page.getByLabel('Waarom?').fill(reason);
    await this.page.getByRole('button', { name: 'Leg het besluit vast' }).click();
  }

  readonly decided = () => this.page.getByText('Het besluit is vastgelegd');
}
