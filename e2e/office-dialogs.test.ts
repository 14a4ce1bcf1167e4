import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { meet } from './people.ts';

const url = inject('productUrl');
const note = `现场又看了一遍 ${Date.now() % 100_000}`;
// One white dot.
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

describe('dialogs of the office', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    ({ page } = await meet(browser, 'office'));
    const headers = { 'x-linli': '1' };
    const data = { requestId: crypto.randomUUID(), key: '04-unit-lead' };
    await page.request.post(`${url}/api/sign-in-to-demo`, { data, headers });
    await page.goto(`${url}/office/cases/${await findExtendable(page)}`);
  }, 60_000);
  afterAll(() => browser?.close());

  it('take a typed day at Enter and are not sent by it', async () => {
    await page.getByRole('button', { name: /申请延期/ }).click();
    const dialog = page.getByRole('dialog');
    const until = dialog.getByLabel('希望延到');
    await until.press('Enter');
    await until.press('Enter');
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /申请延期/ }).click();
    await until.press('Enter');
    // What Enter would have shown is there when the button is pressed, and only then.
    expect(await dialog.getByText('请填写“原因”').count()).toBe(0);
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
    await dialog.getByText('请填写“原因”').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
  }, 60_000);

  it('wait for photos that are still on their way', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/api/files', async (route) => {
      await held;
      await route.continue();
    });
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/note-case')) sent += 1;
    });
    await page.getByRole('button', { name: /更多/ }).click();
    await page.getByRole('menuitem', { name: /备注/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('内容').fill(note);
    await dialog.locator('input[type=file]').setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer: dot });
    await dialog.getByText('正在上传，还有 1 张').waitFor();
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
    await dialog.getByText('照片还在上传，传完就发出。').waitFor();
    expect(sent).toBe(0);
    const answered = page.waitForRequest('**/api/note-case');
    release();
    expect((await answered).postDataJSON()).toMatchObject({ words: note, photos: [expect.any(String)] });
    await dialog.waitFor({ state: 'detached' });
    expect(sent).toBe(1);
  }, 60_000);
});

/** A case in the reader's hands that may be given more time. */
async function findExtendable(page: Page): Promise<string> {
  const states = encodeURIComponent('["in-hand"]');
  const answer = await page.request.get(`${url}/api/list-cases?open=true&limit=100&states=${states}`);
  const { cases } = (await answer.json()) as { cases: { id: string }[] };
  for (const { id } of cases) {
    const found = await page.request.get(`${url}/api/get-case?caseId=${id}`);
    if (!found.ok()) continue;
    const { can } = (await found.json()) as { can: string[] };
    if (can.includes('ask-extension')) return id;
  }
  throw new Error('no case in hand may be given more time');
}
