import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { createPageOpener, type PageOpener } from './open-page.ts';
import { fieldPages, officePages, type PageState, residentPages, screenPages } from './page-list.ts';

const require = createRequire(import.meta.url);

/** Faults that keep somebody out; axe's own two upper classes. */
const GRAVE = ['serious', 'critical'];
/** So many presses of Tab must be enough to meet most of a page; long lists are not walked to their end. */
const PRESSES = 15;

describe.each([
  ['resident', residentPages],
  ['field', fieldPages],
  ['office', officePages],
  ['screen', screenPages],
])('the pages of %s', (_, states) => {
  let browser: Browser;
  let opener: PageOpener;
  let axe = '';
  beforeAll(async () => {
    browser = await launchBrowser();
    opener = createPageOpener(browser, inject('productUrl'));
    axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(states.map((state): [string, PageState] => [state.name, state]))('%s', async (_name, state) => {
    const { page, problems, close } = await opener.open(state);
    try {
      expect(await widthBeyond(page), 'pixels wider than the window').toBeLessThanOrEqual(0);
      expect(await graveFaults(page, axe), 'axe').toEqual([]);
      expect(await unreached(page), 'keyboard').toEqual([]);
      expect(problems, 'errors thrown by the page').toEqual([]);
    } finally {
      await close();
    }
  });
});

async function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

async function graveFaults(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (grave) => {
    type Fault = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] };
    // axe has just been put into the page; this is the part of its interface used here.
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: Fault[] }> } };
    const { violations } = await axe.run({ resultTypes: ['violations'], elementRef: false });
    return violations
      .filter(({ impact }) => grave.includes(impact))
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
  }, GRAVE);
}

/** Walks with Tab. Each stop must be seen to have the focus; a page without any stop is told, too. */
async function unreached(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  // A dialog may have taken the focus on opening.
  let stops = await page.evaluate(() => (document.activeElement === document.body ? 0 : 1));
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      // A hidden input shows its focus on what stands for it, one within a frame on the frame.
      const frame = element.parentElement?.parentElement;
      const shown = [element, element.closest('label'), element.parentElement, frame, element.nextElementSibling];
      const hasMark = shown.some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      });
      return { hasMark, html: element.outerHTML.slice(0, 160) };
    });
    if (stop === null) break;
    stops += 1;
    if (!stop.hasMark) faults.add(`no visible focus: ${stop.html}`);
  }
  if (stops === 0) faults.add('nothing takes the focus');
  return [...faults];
}
