import { expect, round, test } from '../people';

interface Published {
  seals: string[];
  opened: { ballots: { choices: string[]; seal: string }[] };
}

test('everybody counts the ballots again and gets the numbers on the page', async ({ page }) => {
  const path = await round(page, 'Wijkbasisbanen 2026');
  await page.goto(`${path}/uitslag`);
  for (const wijk of ['De Turfhoek', 'Het Sluiskwartier', 'Noorderveen']) {
    const file = await page.getByRole('link', { name: `Alle stemmen van ${wijk} (JSON)` }).getAttribute('href');
    const { seals, opened }: Published = await (await page.request.get(file ?? '')).json();
    const given = opened.ballots.flatMap((ballot) => ballot.choices);

    const used = opened.ballots.map((ballot) => ballot.seal);
    expect(new Set(used).size, 'one ballot a seal').toBe(used.length);
    expect(used.filter((seal) => !seals.includes(seal)), 'no seal from outside the list').toEqual([]);

    const table = page.getByRole('table', { name: `Alle banen op het stembiljet van ${wijk}` });
    for (const row of await table.getByRole('row').filter({ has: page.getByRole('link') }).all()) {
      const job = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? '';
      const votes = given.filter((choice) => choice === job).length;
      await expect(row.getByRole('cell').first()).toHaveText(votes.toLocaleString('nl-NL'));
    }
  }
});
