// Voting, from the code of the letter to "Uw stem is binnen".
import { expect, type Locator, type Page } from '@playwright/test';

export class CodePage {
  readonly field: Locator;
  readonly button: Locator;
  readonly error: Locator;

  constructor(readonly page: Page) {
    this.field = page.getByLabel('Uw stemcode');
    this.button = page.getByRole('button', { name: 'Ga verder' });
    this.error = page.getByRole('alert');
  }

  async goto() {
    await this.page.goto('/stem');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Stemmen' })).toBeVisible();
  }

  async enter(code: string) {
    await this.goto();
    await this.field.fill(code);
    await this.button.click();
  }
}

export class BallotPage {
  readonly heading: Locator;
  readonly jobs: Locator;
  readonly chosen: Locator;
  readonly error: Locator;
  readonly next: Locator;
  readonly meter: Locator;
  /** Says that there was voted with this letter. */
  readonly again: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: /^Kies 1 tot \d+ banen$/ });
    this.jobs = page.getByRole('checkbox');
    this.chosen = page.getByRole('checkbox', { checked: true });
    this.error = page.getByRole('alert');
    this.next = page.getByRole('button', { name: 'Verder', exact: true });
    this.meter = page.locator('.wb-ballot__count');
    this.again = page.getByText('Er is met deze brief al gestemd');
  }

  job(title: string): Locator {
    return this.page.getByRole('checkbox', { name: title });
  }

  async titles(): Promise<string[]> {
    return this.page.locator('.wb-ballot__title').allInnerTexts();
  }
}

export class ReviewPage {
  readonly heading: Locator;
  readonly jobs: Locator;
  readonly cast: Locator;
  readonly words: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Klopt dit?' });
    this.jobs = page.getByRole('main').getByRole('listitem');
    this.cast = page.getByRole('button', { name: 'Stem indienen' });
    // By tag: what is folded has no role.
    this.words = page.locator('details.wb-words li');
  }

  async askWords() {
    await this.page.getByText('Wilt u uw stem later terugvinden?').click();
  }

  async change(title: string) {
    await this.page.getByRole('link', { name: `Wijzig : ${title}` }).click();
  }
}

export class DonePage {
  readonly heading: Locator;
  readonly words: Locator;
  /** Says that the browser and the server do not have the same words. */
  readonly alarm: Locator;
  readonly wipe: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole('heading', { level: 1, name: 'Uw stem is binnen' });
    // By tag: what is folded has no role.
    this.words = page.locator('details.wb-words li');
    this.alarm = page.getByRole('alert');
    this.wipe = page.getByRole('button', { name: 'Klaar, wis dit scherm' });
  }

  async askWords() {
    await this.page.getByText('Wilt u uw stem later terugvinden?').click();
  }
}

/** Votes for these jobs, from the letter to the end. */
export async function vote(page: Page, code: string, titles: string[]) {
  await new CodePage(page).enter(code);
  const ballot = new BallotPage(page);
  for (const title of titles) await ballot.job(title).check();
  await ballot.next.click();
  await new ReviewPage(page).cast.click();
  await expect(new DonePage(page).heading).toBeVisible();
}
