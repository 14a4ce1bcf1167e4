import type { Page } from 'playwright-core';

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

export async function openEvidence(page: Page): Promise<void> {
  await page.getByText(/证据清单/).click();
}

export async function chooseCommunity(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '联合社区' }).click();
  await page.getByTitle('乳山联合社区').click();
  await page.getByRole('link', { name: '乳山联合社区' }).waitFor();
}

export async function showKeys(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

export async function openFirstRow(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('article').waitFor();
}

export async function breakTheInbox(page: Page): Promise<void> {
  await page.route('**/api/list-cases*', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: '{"error":{"code":"unavailable","params":{},"message":"暂时不可用","id":"0190a000"}}',
    }),
  );
  await page.reload();
}

export async function askForPassword(page: Page): Promise<void> {
  await page.getByRole('button', { name: '改密码' }).click();
  await page.getByRole('dialog').waitFor();
}

export async function askToPass(page: Page): Promise<void> {
  await page.getByRole('button', { name: /核查通过/ }).click();
  await page.getByRole('dialog').waitFor();
}

export async function openSections(page: Page): Promise<void> {
  for (const name of ['表单', '派单规则', '时限与提醒', '环节']) {
    await page.locator('summary').filter({ hasText: name }).first().click();
  }
  await page.getByRole('button', { name: /^1\. / }).first().click();
}

export async function showTypeText(page: Page): Promise<void> {
  await page.getByText('文本', { exact: true }).click();
  await page.getByRole('textbox', { name: '文本' }).waitFor();
}

export async function tryType(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '试算' }).click();
  await page.getByRole('button', { name: /事项试算/ }).click();
  await page
    .getByText(/改后超期|没有这类事项/)
    .first()
    .waitFor();
}

export async function showTypeHistory(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /历史/ }).click();
  await page.getByText('第一个版本').waitFor();
}

export async function pasteBrokenPack(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '功能包的文本' }).fill('pack: own-pack\nversion: x\nnames: { zh: 自建 }\n');
  await page.getByRole('button', { name: '试算' }).click();
  await page
    .getByText(/处问题$/)
    .first()
    .waitFor();
}

/** A small table with the headings of another system; what its columns mean is guessed. */
export async function uploadOrders(page: Page): Promise<void> {
  const table =
    '工单编号,来电时间,来电人,联系电话,诉求内容,事发地址\nD-1,2026-11-20 09:30,张先生,13800000000,路灯不亮,世纪大道1号\n';
  const file = { name: '热线工单.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { name: '热线工单.csv' }).waitFor();
  await page.getByRole('cell', { name: '诉求内容' }).first().waitFor();
}

export async function planCall(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发起征集' }).click();
  await page.getByRole('dialog').waitFor();
}

/** Attendance and duties, before anything is sent. */
export async function holdMeeting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '定了责任' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '加一项' }).click();
}

export async function openInvitation(page: Page): Promise<void> {
  await page.getByRole('button', { name: '邀请另一方' }).click();
  await page.getByLabel(/对方手机号/).waitFor();
}

export async function signPaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: '处罚', exact: true }).click();
  await page.getByRole('button', { name: '在屏幕上签名' }).click();
  await page.getByRole('img', { name: '签名框' }).waitFor();
}

/** The first ledger that has a table at the reader's committee. */
export async function openLedger(page: Page): Promise<void> {
  await page.getByRole('region', { name: '独居老人台账' }).getByRole('link').first().click();
  await page.getByRole('columnheader', { name: '联系电话', exact: true }).waitFor();
}

export async function openCell(page: Page): Promise<void> {
  await openLedger(page);
  await page
    .getByRole('button', { name: /^联系电话，第 ?1 ?行/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('法律依据').waitFor();
}

export async function openFirstForm(page: Page): Promise<void> {
  await page.getByRole('cell').getByRole('link').first().click();
  await page.getByRole('heading', { name: '版本' }).waitFor();
}

/** A draft that asks what another department asks already. */
export async function openDraft(page: Page): Promise<void> {
  await page.getByRole('link', { name: '商铺消防情况汇总' }).click();
  await page
    .getByText(/相同内容/)
    .first()
    .waitFor();
}

/** Nothing filled in: every problem at once. */
export async function enterNobody(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新增登记' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('请填写“姓名”').waitFor();
}

/** Somebody with fields of every group: one of the care groups. */
export async function openTagCatalogue(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '标签目录' }).click();
}

export async function defineTag(page: Page): Promise<void> {
  await openTagCatalogue(page);
  await page.getByRole('button', { name: '新建标签' }).click();
  await page.getByRole('button', { name: '加一个条件', exact: true }).click();
}

export async function openOlderPerson(page: Page): Promise<void> {
  await page.goto(new URL('/office/care', page.url()).href);
  // The figures above the list are links, too, and may stand there before it.
  await page.locator('table a[href*="/registers/"]').first().click();
  await page.getByRole('button', { name: '变更历史', exact: true }).waitFor();
}

export async function openHousehold(page: Page): Promise<void> {
  await openOlderPerson(page);
  await page.getByRole('link', { name: '一户一档' }).click();
  await page.getByRole('article').waitFor();
}
