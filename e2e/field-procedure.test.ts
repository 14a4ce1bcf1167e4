import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawPhoto } from '../scripts/demo/photos/draw-photo.ts';
import { launchBrowser } from './browser.ts';
import { meet, type Person } from './people.ts';

const url = inject('productUrl');
const found = '闭水四十八小时，楼下没有渗';

/** A firm inspects works in a home: a step of a procedure taken on the phone, in the cellar, without a network. */
describe('a procedure on the phone', () => {
  let browser: Browser;
  let handler: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    handler = await meet(browser, 'phone');
  }, 60_000);
  afterAll(() => browser?.close());

  it('asks on the phone what the step must have', async () => {
    const { page } = handler;
    await page.goto(`${url}/field`);
    await page.getByRole('button', { name: /^经办人/ }).click();
    await page.getByRole('link', { name: /卫生间重做防水/ }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page
      .getByRole('link', { name: /卫生间重做防水/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '办理环节' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '办这个环节' }).click();
    await page.getByRole('radio', { name: '没问题，接着做' }).check();
    await page.getByRole('button', { name: '办这个环节' }).click();
    for (const missing of ['请选择“看哪一段”', '请填写“看到什么”']) await page.getByText(missing).first().waitFor();
  }, 60_000);

  it('keeps the step on the phone and sends it when the network is back', async () => {
    const { page } = handler;
    await page.getByRole('radio', { name: '防水闭水' }).check();
    await page.getByLabel('看到什么').fill(found);
    const photo = { name: 'a.webp', mimeType: 'image/webp', buffer: await drawPhoto('other', 7, 'after') };
    await page.getByLabel('从相册选').setInputFiles(photo);
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await page.getByRole('button', { name: '办这个环节' }).click();
    await page.getByText('等着提交：办这个环节').waitFor();
    await page.reload();
    await page.getByText('等着提交：办这个环节').waitFor();
    const sent = page.waitForResponse((response) => response.url().endsWith('/api/advance-case'));
    await page.context().setOffline(false);
    expect((await sent).ok()).toBe(true);
    await page.getByText('施工巡查：没问题，接着做').waitFor();
    expect(handler.problems).toEqual([]);
  }, 60_000);
});
