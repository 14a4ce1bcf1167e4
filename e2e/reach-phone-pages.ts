import type { Page } from 'playwright-core';

export async function describeRubbish(page: Page): Promise<void> {
  await page.getByLabel('说说是什么事').fill('楼下垃圾房旁边堆了好几袋装修垃圾，三天没人清');
  await page.getByRole('radio', { name: '暴露垃圾' }).waitFor();
}

export async function sendNothing(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { name: /处要改/ }).waitFor();
}

/** Something done without a network waits in the outbox. */
export async function leaveSomethingWaiting(page: Page): Promise<void> {
  const place = await page.evaluate(async () => {
    // The shape is list-my-tasks' own.
    const answer = (await (await fetch('/api/list-my-tasks')).json()) as { mine: { id: string }[] };
    return answer.mine[0]?.id ?? '';
  });
  await page.goto(new URL(`/field/tasks/${place}`, page.url()).href);
  await page.getByRole('link', { name: '记一笔' }).click();
  await page.getByLabel('记什么').fill('到场看过，东西还在，联系清运');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '记一笔' }).click();
  await page
    .getByRole('link', { name: /等着提交/ })
    .first()
    .click();
  await page.getByRole('heading', { name: '等着提交' }).waitFor();
}

/** Something the server would not take, opened to be put right. */
export async function haveRefused(page: Page): Promise<void> {
  await page.route('**/api/note-case', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/json',
      body: '{"error":{"code":"wrong-state","params":{},"message":"这件事已经办结，不能再记。","id":"0190a000"}}',
    }),
  );
  const place = await page.evaluate(async () => {
    // The shape is list-my-tasks' own.
    const answer = (await (await fetch('/api/list-my-tasks')).json()) as { mine: { id: string }[] };
    return answer.mine[0]?.id ?? '';
  });
  await page.goto(new URL(`/field/tasks/${place}/note`, page.url()).href);
  await page.getByLabel('记什么').fill('到场看过，东西还在');
  await page.getByRole('button', { name: '记一笔' }).click();
  await page
    .getByRole('link', { name: /没交上去/ })
    .first()
    .click();
  await page.getByRole('listitem').getByRole('link', { name: /原因/ }).click();
  await page.getByRole('heading', { name: '改一改再交' }).waitFor();
}

export async function openBuilding(page: Page): Promise<void> {
  await page.locator('summary').first().click();
}

export async function openHome(page: Page): Promise<void> {
  await openBuilding(page);
  await page.locator('details[open] a').first().click();
  await page.getByRole('heading', { name: '登记的情况' }).waitFor();
}

export async function openNewResident(page: Page): Promise<void> {
  await openHome(page);
  await page.getByRole('link', { name: '登记新住户' }).click();
  await page.getByLabel('姓名').waitFor();
}

export async function openLetCheck(page: Page): Promise<void> {
  await page.locator('main a[href*="/homes/"]').first().click();
  await page.getByRole('button', { name: '登记核查' }).click();
  await page.getByLabel('核查日期').waitFor();
}
