// The round that staff run from its settings to a filled job, and what one step of its story leaves for the next.
import { expect, type People } from '../people';
import { COFFEE, type Proposal } from '../pages/proposal';
import { type Card, KeyPage, RoundControl } from '../pages/round';
import { BallotPage, CodePage } from '../pages/voting';
import type { Page } from '@playwright/test';

export const WIJK = 'De Nieuwe Haven';
export const ROUND = 'Wijkbanen van De Nieuwe Haven';

export const IDEAS: Proposal[] = [
  { ...COFFEE, wijk: WIJK, title: 'Koffie aan de kade', costs: { Begeleiding: '12.000' } },
  { ...COFFEE, wijk: WIJK, title: 'Roeiboten onderhouden', costs: { Begeleiding: '10.000' } },
  { ...COFFEE, wijk: WIJK, title: 'Voorlezen op het dek', costs: { Begeleiding: '15.000' } },
];

export class Story {
  /** Of the round, once it is made. */
  control: RoundControl;
  readonly key: KeyPage;
  cards: Card[] = [];
  letters: string[] = [];
  envelope = { number: '', code: '' };
  /** Number on the last of them, whose owner loses it. */
  lost = '';
  /** The wijk in addresses. */
  wijk = '';

  constructor(
    /** The Smederij's. */
    readonly page: Page,
    /** Of somebody who is not signed in. */
    readonly stranger: Page,
    readonly people: People,
  ) {
    this.control = new RoundControl(page, '');
    this.key = new KeyPage(page);
  }

  /** A page of the round. */
  readonly at = (part = '') => `/rondes/${this.control.id}${part}`;

  /** The letter of this round opens nothing now. The demo's own round is open all the while. */
  async refused() {
    const [first = ''] = this.letters;
    const code = new CodePage(this.stranger);
    await code.enter(first);
    await expect(code.error).toContainText('Deze code opent geen stembiljet. Kijk of het de brief van deze ronde is.');
    await expect(new BallotPage(this.stranger).heading).toHaveCount(0);
  }

  /** The button of the demo that lets days go by. */
  async forward(button: string) {
    await this.stranger.goto('/demo');
    const line = this.stranger.getByRole('listitem').filter({ hasText: ROUND });
    await line.getByRole('button', { name: button }).click();
    await expect(this.stranger).toHaveURL(this.at());
  }
}
