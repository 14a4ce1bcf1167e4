import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { departmentSheet, rowsOfSheet } from '../apps/server/src/test/department-sheet.fixture.ts';
import { launchBrowser } from './browser.ts';
import { meet, type Person } from './people.ts';

const url = inject('productUrl');
const name = `独居老人巡访名册${Date.now() % 100_000}`;
const committee = '乳山二村居民区';

/** From a department's own empty sheet to the same sheet filled: filed, asked once, given, approved, fetched. */
describe('a form', () => {
  let browser: Browser;
  let department: Person;
  let secretary: Person;
  let street: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    [department, secretary, street] = await Promise.all([
      enter(browser, '14-unit-lead'),
      enter(browser, '05-committee-secretary'),
      enter(browser, '07-duty-chief'),
    ]);
  }, 60_000);
  afterAll(() => browser?.close());

  it('is filed with the department’s sheet: its headings find their fields, and what it would bring is seen before', async () => {
    const { page } = department;
    await page.goto(`${url}/office/forms/edit/new`);
    await page.getByLabel('表名').fill(name);
    await page.getByLabel('用途').fill('冬季独居老人巡访');
    await choose(page, page.locator('#form-item'), '独居老人台账');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: await departmentSheet() });
    await page.getByText('读到 5 个表头，5 个已对上字段').waitFor();
    await choose(page, page.getByRole('combobox', { name: '哪一项' }), '居住状况');
    await choose(page, page.getByRole('combobox', { name: '值', exact: true }), '独居');
    await choose(page, page.locator('#form-period'), '一次性');
    await page.locator('#form-areas').click();
    await page.locator('.ant-select-tree-title').filter({ hasText: committee }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('可以发布').waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布' }).click();
    await page.getByRole('link', { name: committee }).waitFor();
  }, 60_000);

  it('asks the committee only what is missing, and goes up', async () => {
    const { page } = secretary;
    await page.goto(`${url}/office/forms/returns`);
    await page.getByRole('link', { name }).click();
    await page.getByRole('link', { name: '集中补填' }).click();
    await page.getByRole('heading', { name: '还缺的内容' }).waitFor();
    const boxes = page.getByRole('main').getByRole('textbox');
    await boxes.first().waitFor();
    for (let at = 0; at < (await boxes.count()); at++) {
      await boxes.nth(at).fill('王小明');
      await boxes.nth(at).press('Enter');
      await page.getByText(/已存/).nth(at).waitFor();
    }
    await page.goBack();
    await page.getByRole('button', { name: '核对完毕' }).click();
    await page.getByRole('button', { name: '上报街道' }).click();
    await page.getByText('已上报').first().waitFor();
  }, 60_000);

  it('is approved by the street and fetched in the department’s own layout', async () => {
    await street.page.goto(secretary.page.url());
    await street.page.getByRole('button', { name: '通过', exact: true }).click();
    await street.page.getByText('街道已通过').first().waitFor();
    const { page } = department;
    await page.reload();
    await page.getByRole('button', { name: '调取' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('link', { name: '下载' }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toBe(`${name}.xlsx`);
    const folder = await mkdtemp(join(tmpdir(), 'linli-form-'));
    await file.saveAs(join(folder, 'out.xlsx'));
    const rows = await rowsOfSheet(await readFile(join(folder, 'out.xlsx')));
    await rm(folder, { recursive: true, force: true });
    expect(rows[0]?.[0]).toBe('独居老人巡访名册');
    expect(rows[3]?.[0]).toBe(1);
    for (const row of rows.slice(3, -1)) {
      expect(row[3]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row[4]).toMatch(/\p{Script=Han}/u);
    }
    expect(rows.at(-1)?.[0]).toBe('填表人：');
    expect([...department.problems, ...secretary.problems, ...street.problems]).toEqual([]);
  }, 60_000);
});

async function enter(browser: Browser, key: string): Promise<Person> {
  const person = await meet(browser, 'office', { acceptDownloads: true });
  const answer = await person.page.context().request.post(`${url}/api/sign-in-to-demo`, {
    headers: { 'x-linli': '1' },
    data: { requestId: crypto.randomUUID(), key },
  });
  if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  return person;
}

async function choose(page: Page, box: ReturnType<Page['locator']>, option: string): Promise<void> {
  await box.click();
  await page.keyboard.type(option);
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
}
