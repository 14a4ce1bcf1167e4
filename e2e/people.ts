import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageSizes } from './page-list.ts';

export interface Person {
  readonly page: Page;
  /** Errors that the page threw; a journey ends with none. */
  readonly problems: readonly string[];
}

/** Somebody with a device of their own: own cookies, own storage, own service worker. */
export async function meet(
  browser: Browser,
  size: keyof typeof pageSizes,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: pageSizes[size],
    hasTouch: size === 'phone',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  return { page, problems };
}
