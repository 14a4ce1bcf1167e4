import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { meet, type Person } from './people.ts';

const url = inject('productUrl');
const duty = `清洗排烟管道（${Date.now() % 100_000}）`;

/**
 * What only a procedure has: a meeting with attendance and duties fixed there, and a paper signed on the screen. The
 * meeting is called again and the paper not sent, so that the pages photographed beside this find their cases as they are.
 */
describe('a procedure in the office', () => {
  let browser: Browser;
  let desk: Person;
  let officer: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    desk = await meet(browser, 'office');
    officer = await meet(browser, 'office');
  }, 60_000);
  afterAll(() => browser?.close());

  it('asks what a meeting must have before it takes it', async () => {
    const { page } = desk;
    await page.goto(`${url}/office/inbox?stage=meeting&open=true`);
    await page
      .getByRole('button', { name: /^派遣员/ })
      .first()
      .click();
    await openFirstCase(page);
    await page.getByRole('button', { name: '再约一次' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '再约一次' }).click();
    for (const missing of ['请选择“开会时间”', '请填写“会商纪要”']) await dialog.getByText(missing).waitFor();
  }, 60_000);

  it('writes down who came and makes each duty a case of its own', async () => {
    const { page } = desk;
    const dialog = page.getByRole('dialog');
    const held = dialog.getByLabel('开会时间');
    await held.fill(`${dayFromNow(-1)} 10:00`);
    await held.press('Enter');
    await dialog.getByLabel('会商纪要').fill('市场所先查证照，城管盯排烟改造，少一家再约一次。');
    await dialog.getByRole('radio', { name: '没来' }).last().check();
    await dialog.getByRole('button', { name: '加一项' }).click();
    await dialog.getByRole('combobox', { name: '由谁办' }).fill('城管执法中队');
    await dialog.getByRole('combobox', { name: '由谁办' }).press('Enter');
    const day = dialog.getByLabel('哪天之前');
    await day.fill(dayFromNow(9));
    await day.press('Enter');
    await dialog.getByLabel('办什么').fill(duty);
    await dialog.getByLabel('理由').fill('市场所没有到场');
    await dialog.getByRole('button', { name: '再约一次' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('link', { name: new RegExp(duty.slice(0, 6)) })
      .first()
      .waitFor();
    await page
      .getByText(/城管执法中队到了/)
      .first()
      .waitFor();
    await page.getByText(/没来/).first().waitFor();
  }, 60_000);

  it('takes a signature written on the screen among the papers', async () => {
    const { page } = officer;
    await page.goto(`${url}/office/inbox?pack=enforcement&stage=decide&open=true`);
    await page.getByRole('button', { name: /^单位负责人.*城管执法中队/ }).click();
    await openFirstCase(page);
    await page.getByRole('button', { name: '处罚', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '在屏幕上签名' }).click();
    const use = dialog.getByRole('button', { name: '用这个签名' });
    expect(await use.isDisabled(), 'a blank sheet is no signature').toBe(true);
    await draw(page);
    const sent = page.waitForResponse((response) => response.url().includes('/api/files'));
    await use.click();
    expect((await sent).ok()).toBe(true);
    await dialog.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
  }, 60_000);

  it('threw no error on any device', () => {
    expect({ desk: desk.problems, officer: officer.problems }).toEqual({ desk: [], officer: [] });
  });
});

async function openFirstCase(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).click();
  await page.getByRole('article').waitFor();
}

/** A stroke over the pad. */
async function draw(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: '签名框' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('the pad is not shown');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + box.height / 3, { steps: 5 });
  await page.mouse.move(box.x + 160, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** `YYYY-MM-DD` at the site. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
}
