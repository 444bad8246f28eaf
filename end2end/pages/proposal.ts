// Handing in a proposal, as a resident does it.
import { expect, type Locator, type Page } from '@playwright/test';

/** What is typed; a text per field, by its label. */
export interface Proposal {
  wijk: string;
  title: string;
  family: string;
  description: string;
  host: string;
  hostKind: string;
  hours: string;
  places: string;
  lasting: string;
  guidance: string;
  growth: string;
  /** Amounts a year for one place, by the name of the cost. */
  costs: Record<string, string>;
}

export const COFFEE: Proposal = {
  wijk: 'De Turfhoek',
  title: 'Koffie en een praatje bij de haven',
  family: 'Ontmoeten',
  description: 'Iemand zet koffie bij de haven en luistert naar wie alleen is.\nAls niemand het doet, blijft het gebouw dicht.',
  host: 'Stichting De Steiger',
  hostKind: 'Stichting',
  hours: '16',
  places: '1',
  lasting: 'Vast',
  guidance: 'De beheerder van het gebouw, elke ochtend.',
  growth: 'Gastvrij zijn, een kas bijhouden, en elk jaar kijken of het nog past.',
  costs: { Begeleiding: '9.500', Cursus: '450', Verzekering: '250' },
};

export class Mine {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Mijn voorstellen' });
  }

  async goto() {
    await this.page.goto('/mijn');
    await expect(this.heading).toBeVisible();
  }

  /** A proposal of one's own, as it stands in the list. */
  card(title: string): Locator {
    return this.page.getByRole('article').filter({ hasText: title });
  }
}

export class ProposalForm {
  readonly summary: Locator;
  readonly kept: Locator;

  constructor(readonly page: Page) {
    this.summary = page.getByRole('alert');
    this.kept = page.getByText('Bewaard', { exact: true });
  }

  /** From the page of the round to an empty form. */
  async begin(wijk: string) {
    await this.page.getByRole('main').getByRole('link', { name: 'Doe een voorstel' }).click();
    await this.page.getByRole('radio', { name: wijk }).check();
    await this.page.getByRole('button', { name: 'Begin' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Schrijf uw voorstel' })).toBeVisible();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  choice(label: string): Locator {
    return this.page.getByRole('radio', { name: new RegExp(`^${label}`) });
  }

  async fill(proposal: Proposal) {
    await this.field('Titel').fill(proposal.title);
    await this.field('Soort werk').selectOption(proposal.family);
    await this.field('Wat doet de medewerker?').fill(proposal.description);
    await this.field('Bij welke organisatie?').fill(proposal.host);
    await this.field('Wat voor organisatie is dat?').selectOption(proposal.hostKind);
    await this.field('Hoeveel uur in de week?').fill(proposal.hours);
    await this.field('Hoeveel plekken?').fill(proposal.places);
    await this.choice(proposal.lasting).check();
    await this.field('Wie begeleidt de medewerker?').fill(proposal.guidance);
    await this.field('Wat kan iemand leren?').fill(proposal.growth);
    await this.price(proposal.costs);
  }

  async price(costs: Record<string, string>) {
    for (const [name, amount] of Object.entries(costs)) await this.field(name).fill(amount);
  }

  /** Everything that was typed still stands there, as it was typed. */
  async holds(proposal: Proposal) {
    await expect(this.field('Titel')).toHaveValue(proposal.title);
    await expect(this.field('Soort werk').locator('option:checked')).toHaveText(proposal.family);
    await expect(this.field('Wat doet de medewerker?')).toHaveValue(proposal.description);
    await expect(this.field('Bij welke organisatie?')).toHaveValue(proposal.host);
    await expect(this.field('Wat voor organisatie is dat?').locator('option:checked')).toHaveText(proposal.hostKind);
    await expect(this.field('Hoeveel uur in de week?')).toHaveValue(proposal.hours);
    await expect(this.field('Hoeveel plekken?')).toHaveValue(proposal.places);
    await expect(this.choice(proposal.lasting)).toBeChecked();
    await expect(this.field('Wie begeleidt de medewerker?')).toHaveValue(proposal.guidance);
    await expect(this.field('Wat kan iemand leren?')).toHaveValue(proposal.growth);
    for (const [name, amount] of Object.entries(proposal.costs)) await expect(this.field(name)).toHaveValue(amount);
  }

  async keep() {
    await this.page.getByRole('button', { name: 'Bewaar en ga later verder' }).click();
  }

  async submit() {
    await this.page.getByRole('button', { name: 'Stuur in' }).click();
  }

  /** Hands it in; gives the number it got. */
  async submitted(): Promise<string> {
    await this.submit();
    const heading = this.page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(/^Uw voorstel is binnen\. Het heeft nummer \d+\.$/);
    return /\d+/.exec(await heading.innerText())?.[0] ?? '';
  }
}
