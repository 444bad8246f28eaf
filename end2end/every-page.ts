// Where the pages of the demo stand, for the stories that go past all of them.
import { readFileSync } from 'node:fs';
import { round, type Role } from './people';
import type { Page } from '@playwright/test';

export interface Rounds {
  proposing: string;
  checking: string;
  voting: string;
  adopted: string;
  /** A proposal that won, and one that is being checked. */
  chosen: string;
  open: string;
}

export async function rounds(page: Page): Promise<Rounds> {
  const first = async (path: string) => {
    await page.goto(`${path}/voorstellen`);
    return (await page.getByRole('article').getByRole('link').first().getAttribute('href')) ?? '';
  };
  const adopted = await round(page, 'Wijkbasisbanen 2026');
  const checking = await round(page, 'Wijkbasisbanen 2027, tweede ronde');
  return {
    proposing: await round(page, 'Wijkbasisbanen 2028'),
    checking,
    voting: await round(page, 'Wijkbasisbanen 2027'),
    adopted,
    chosen: await first(adopted),
    open: await first(checking),
  };
}

/** What everybody may read at an address without a number in it, files aside: the rows of the list that the server's own tests hold. */
const OPEN = [
  ...readFileSync(new URL('../server/tests/it/paths.rs', import.meta.url), 'utf8')
    .matchAll(/\("([^"{.]+)", "everybody(?: in the demo)?", "GET/g),
].map(([, path]) => path ?? '');
if (!OPEN.includes('/')) throw new Error('paths.rs lists its pages in another way now');

/** Every page that is there to be read, by who reads it. */
export const PAGES: [role: Role | undefined, paths: (at: Rounds) => string[]][] = [
  [undefined, (at) => [
    at.proposing, at.checking, at.voting, at.adopted, `${at.voting}/voorstellen`, `${at.adopted}/voorstellen?search=koken`,
    `${at.adopted}/voorstellen?search=xyzzy`, at.chosen, at.open, `${at.proposing}/spelregels`, `${at.voting}/spelregels`,
    `${at.adopted}/uitslag`, `${at.adopted}/dossier`, `${at.adopted}/vergelijking`, `${at.adopted}/banen`,
  ]],
  [undefined, () => [
    ...OPEN,
    '/en', '/en/rondes', '/en/uitleg/tellen', '/en/hoe-veilig', '/en/inloggen',
  ]],
  ['bewoner', (at) => ['/mijn', `${at.proposing}/voorstel-doen`, `${at.voting}/voorstel-doen`, at.proposing]],
  ['smederij', (at) => [
    '/werk', '/werk/rondes/nieuw', '/werk/proeftelling', '/werk/wijken', '/werk/toets', `/werk${at.open}/toets`, `/werk${at.proposing}`, `/werk${at.checking}`,
    `/werk${at.voting}`, `/werk${at.adopted}`, `/werk${at.voting}/sleutel`, `/werk${at.voting}/brieven`, `/werk${at.voting}/telling`,
    `/werk${at.adopted}/telling`, `${at.adopted}/banen`,
  ]],
  ['toetser', (at) => ['/werk', '/werk/toets', `/werk${at.open}/toets`, at.open]],
  ['balie', () => ['/werk']],
  ['raadslid', (at) => ['/werk', `${at.adopted}/dossier`]],
  ['griffier', (at) => ['/werk', `/werk${at.adopted}/besluit`]],
  ['beheerder', () => ['/werk', '/beheer/mensen']],
];
