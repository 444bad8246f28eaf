// What holds for every page: WCAG 2.2 AA as far as a machine sees it, one heading, a language, a title, no sideways scrolling.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A page that only reads loads no script; one with an island does; a form that came back may. */
export type Script = 'none' | 'island' | 'any';

/** Checks the page as it stands. Soft: one story shows every fault of every page. */
export async function readable(page: Page, name: string, script: Script = 'none') {
  const found = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
  const violations = found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id} ${target}: ${html}`));
  expect.soft(violations, `${name}: axe`).toEqual([]);

  await expect.soft(page.locator('h1'), `${name}: one first heading`).toHaveCount(1);
  expect.soft(await page.locator('html').getAttribute('lang'), `${name}: language`).toMatch(/^(nl|en)$/);
  expect.soft(await page.title(), `${name}: title`).toMatch(/.+ – Wijkbanen .+/);
  if (script !== 'any') {
    expect.soft(await page.locator('script').count(), `${name}: scripts`).toBe(script === 'none' ? 0 : 1);
  }

  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${name}: width on a screen of 320`).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}

/** Checks the page on a large screen and a small one. */
export async function both(page: Page, name: string, script: Script = 'none') {
  await readable(page, name, script);
  await page.setViewportSize({ width: 390, height: 844 });
  await readable(page, `${name}, on a phone`, script);
  await page.setViewportSize({ width: 1280, height: 900 });
}
