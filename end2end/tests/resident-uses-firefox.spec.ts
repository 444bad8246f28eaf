import { withFaultIn } from '../people';
import { expect, test, type Tab } from '../firefox';

/** The code of a letter that no other story uses. */
async function letter(tab: Tab): Promise<string> {
  await tab.goto('/demo');
  const codes = await tab.texts('::-p-xpath(//h3[.="Noorderveen"]/following-sibling::ul//code)');
  return codes.at(4) ?? '';
}

test('a resident votes and counts again in Firefox, and every island works there', async ({ tab }) => {
  const code = await letter(tab);

  await test.step('the field says while one types which group to look at', async () => {
    await tab.goto('/stem');
    await tab.awake();
    await tab.type('Uw stemcode', withFaultIn(code, 2));
    await tab.says('.wb-code__message', 'Kijk nog eens naar groepje 2.');
    await tab.type('Uw stemcode', code);
    await tab.says('.wb-code__message', 'De code is goed.');
    await tab.follow('button', 'Ga verder');
  });

  const [first = '', second = ''] = await test.step('the bar says at every tick how many are left', async () => {
    await tab.awake();
    await tab.says('.wb-ballot__count', 'Nog niets gekozen. U mag er 3 kiezen.');
    const titles = await tab.texts('.wb-ballot__title');
    // By keyboard: the bar may hang over a box that was just scrolled to.
    const boxes = await tab.page.$$('input[type="checkbox"]');
    await boxes[0]?.press(' ');
    await tab.says('.wb-ballot__count', '1 van 3 gekozen. U mag er nog 2.');
    await boxes[1]?.press(' ');
    await tab.says('.wb-ballot__count', '2 van 3 gekozen. U mag er nog 1.');
    await tab.follow('button', 'Verder');
    return titles;
  });

  const words = await test.step('the words are drawn in the browser', async () => {
    await tab.awake();
    await tab.says('h1', 'Klopt dit?');
    const jobs = await tab.texts('main li:not(.wb-words li)');
    expect(jobs).toEqual([expect.stringContaining(first), expect.stringContaining(second)]);
    const suggested = await tab.page.$eval('leptos-island:has(input[name="words"])', (own) => own.getAttribute('data-props'));
    const drawn = await tab.page.$eval('input[name="words"]', ({ value }) => value);
    expect(suggested).not.toContain(drawn);
    return drawn;
  });

  await test.step('the vote is in the box, under these words', async () => {
    await tab.follow('button', 'Stem indienen');
    await tab.says('h1', 'Uw stem is binnen');
    expect(await tab.texts('details.wb-words li')).toEqual(words.split(' '));
  });

  await test.step('an earlier round counted again has the same outcome', async () => {
    await tab.goto('/rondes');
    await tab.follow('link', 'Wijkbasisbanen 2026');
    await tab.goto(`${new URL(tab.page.url()).pathname}/uitslag`);
    await tab.awake();
    await tab.page.locator('.wb-recount button').click();
    await tab.says('.wb-recount [role="status"]', 'Zelfde uitslag. Alles klopt.');
  });
});
