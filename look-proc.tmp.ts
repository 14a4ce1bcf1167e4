import { startBenchServer } from '/work/main/bench/with-server.ts';
import { launchBrowser } from '/work/main/e2e/browser.ts';
import { createPageOpener } from '/work/main/e2e/open-page.ts';
const server = await startBenchServer();
await new Promise((r) => setTimeout(r, 15000));
const browser = await launchBrowser();
const opener = createPageOpener(browser, server.url);
for (const state of [
  { name: 'p', size: 'office', as: '07-duty-chief', path: '/office/procedures' },
  { name: 'h', size: 'office', as: '07-duty-chief', path: '/office/hands' },
] as const) {
  const { page, close } = await opener.open(state);
  await page.waitForTimeout(1500);
  console.log(await page.evaluate(() => document.querySelector('main')?.innerText ?? document.body.innerText));
  console.log('overflow', await page.evaluate(() => [...document.querySelectorAll('main *')].filter((e) => e.scrollWidth > e.clientWidth + 2 && getComputedStyle(e).overflowX === 'visible' && e.clientWidth > 0).map((e) => e.tagName + '.' + e.className).slice(0, 10)));
  if (state.name === 'p') {
    await page.getByRole('combobox').first().click();
    await page.waitForTimeout(300);
    console.log(await page.evaluate(() => [...document.querySelectorAll('.ant-select-item')].map((e) => e.textContent).join(',')));
  }
  await close();
}
await browser.close();
await server.stop();
