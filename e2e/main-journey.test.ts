import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawPhoto } from '../scripts/demo/photos/draw-photo.ts';
import { launchBrowser } from './browser.ts';
import { meet, type Person } from './people.ts';

const url = inject('productUrl');
const words = `楼上扔下一只花盆，碎在单元门口，差点砸到人（${Date.now() % 100_000}）`;
const steps = ['到场设警戒', '保留坠落物', '请物业调看', '上门排查可能的楼层', '张贴提示'];

/**
 * The main job, each person with a device of their own: a resident reports, the worker of that micro-grid handles it
 * without a network in the middle, the checker passes it, the resident rates it, and the wall shows all of it.
 */
describe('the main job', () => {
  let browser: Browser;
  let resident: Person;
  let worker: Person;
  let checker: Person;
  let wall: Person;
  let address = '';
  let number = '';
  let reportedBefore = 0;
  let ratedBefore = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    resident = await meet(browser, 'phone');
    worker = await meet(browser, 'phone');
    checker = await meet(browser, 'office');
    wall = await meet(browser, 'screen');
  }, 60_000);
  afterAll(() => browser?.close());

  it('opens the wall and the worker’s phone', async () => {
    const { page } = wall;
    await page.goto(`${url}/screen`);
    await page.getByRole('button', { name: /^以指挥员/ }).click();
    reportedBefore = await figure(page, '今日新增');
    ratedBefore = await step(page, '评价');

    await worker.page.goto(`${url}/field`);
    await worker.page.getByRole('button', { name: /^专职网格员/ }).click();
    await worker.page
      .getByRole('heading', { name: /其他|要先办的/ })
      .first()
      .waitFor();
    // The phone has the whole face from now on.
    await worker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    address = await addressOfMine(worker.page);
  }, 60_000);

  it('lets a resident report with photo, place and words, signing in by phone code', async () => {
    const { page } = resident;
    await page.goto(url);
    await page
      .getByRole('link', { name: /我要反映/ })
      .first()
      .click();
    const photo = { name: '花盆.webp', mimeType: 'image/webp', buffer: await drawPhoto('other', 7, 'before') };
    await page.getByLabel('从相册选').setInputFiles(photo);
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();

    await page.getByLabel('找地址，或直接在地图上指').fill(address);
    await page.getByRole('button', { name: address }).first().click();
    await page.getByText(/第\s*\d+\s*微网格/).waitFor();
    await page.getByRole('button', { name: '就是这里' }).click();

    await page.getByLabel('说说是什么事').fill(words);
    await page.getByRole('radio', { name: '高空抛物' }).check();
    await page.getByRole('radio', { name: '有人扔的' }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await signInByPhone(page);

    const arrival = wall.page.getByText(/第\s*\d+\s*微网格 · 高空抛物/).waitFor();
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/report-case'));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await answered;
    await arrival;

    await page.getByRole('heading', { name: '收到了' }).waitFor();
    await page.getByText(/最晚.*前办结/).waitFor();
    number = (await textOf(page.getByText(/编号/).first())).match(/\d{8}-\d{6}/)?.[0] ?? '';
    expect(number).not.toBe('');
    await page.getByText(/已交给.*网格员/).waitFor();
  }, 90_000);

  it('moves the figures of the wall', async () => {
    // Other journeys report on the same street at the same time.
    await expect.poll(() => figure(wall.page, '今日新增'), { timeout: 10_000 }).toBeGreaterThan(reportedBefore);
  }, 20_000);

  it('shows the task to the worker of that micro-grid, who takes and handles it without a network', async () => {
    const { page } = worker;
    const task = page.getByRole('link', { name: /花盆/ });
    await task.click();
    await page.getByText(words).first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '我来办' }).click();
    await page.getByRole('link', { name: '办好了' }).click();

    for (const seed of [8, 9]) {
      const photo = { name: `${seed}.webp`, mimeType: 'image/webp', buffer: await drawPhoto('other', seed, 'after') };
      await page.getByLabel('从相册选').setInputFiles(photo);
      await page.getByRole('img', { name: `第 ${seed - 7} 张照片` }).waitFor();
    }
    await page.getByLabel('说说怎么办的').fill('拉了警戒线，碎片清走，楼上住户已经提醒，通知贴好了');
    for (const name of steps.slice(0, -1)) await page.getByRole('checkbox', { name: new RegExp(name) }).check();
    await page.getByRole('button', { name: '办好了' }).click();
    // Refused on the phone already: one standard step is not ticked.
    await page
      .getByText(/必做的还没勾：张贴提示/)
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: /张贴提示/ }).check();
    await page.getByRole('button', { name: '办好了' }).click();

    await page.getByRole('link', { name: /2 件等着提交/ }).click();
    await seesWaiting(page);
  }, 60_000);

  it('keeps it through closing the app without a network', async () => {
    const { page } = worker;
    await page.reload();
    await page.getByText('连不上网').first().waitFor();
    await seesWaiting(page);
    // Nothing of it has reached anybody yet.
    expect(await stateOf(resident.page, number)).toBe('dispatched');
  }, 60_000);

  it('sends it when the network is back', async () => {
    const { page } = worker;
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: /^已提交/ }).waitFor();
    await page.getByRole('heading', { name: /^等着提交/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^我来办/ }).waitFor();
    await page.getByRole('link', { name: /^办好了/ }).waitFor();
  }, 60_000);

  it('lets the checker pass it in the office', async () => {
    const { page } = checker;
    await page.goto(`${url}/office/checks`);
    await page.getByRole('button', { name: /^核查员/ }).click();
    await page.getByRole('searchbox', { name: '编号、地址、内容' }).fill(number);
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: new RegExp(number) }).click();
    const panel = page.getByRole('article', { name: new RegExp(number) });
    await panel.getByText('拉了警戒线', { exact: false }).first().waitFor();
    await panel.getByRole('button', { name: /核查通过/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /通过并结案/ }).click();
    await page.getByText(`${number} 已结案`).waitFor();
  }, 60_000);

  it('tells the resident, who rates it', async () => {
    const { page } = resident;
    await page.getByRole('link', { name: '看这件事' }).click();
    await page.getByText('已办结', { exact: true }).first().waitFor();
    await page.getByText('拉了警戒线', { exact: false }).waitFor();
    await page.getByRole('button', { name: '评价' }).click();
    const dialog = page.getByRole('dialog', { name: '评价' });
    await dialog.getByRole('radio', { name: '很满意' }).check({ force: true });
    await dialog.getByRole('button', { name: '提交' }).click();
    await page.getByText('谢谢您的评价').waitFor();
    await page.getByText(/评了\s*5\s*分/).waitFor();
    await expect.poll(() => step(wall.page, '评价'), { timeout: 10_000 }).toBe(ratedBefore + 1);
  }, 60_000);

  it('threw no error on any device', () => {
    const all = Object.entries({ resident, worker, checker, wall }).map(([who, { problems }]) => [who, problems]);
    expect(Object.fromEntries(all)).toEqual({ resident: [], worker: [], checker: [], wall: [] });
  });
});

async function signInByPhone(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '手机号' }).fill(`139${String(Date.now()).slice(-8)}`);
  await page.getByRole('button', { name: '获取验证码' }).click();
  const told = await textOf(page.getByText(/验证码是/));
  await page.getByRole('textbox', { name: '验证码' }).fill(told.match(/\d{6}/)?.[0] ?? '');
}

/** An address in the worker's own micro-grid. */
async function addressOfMine(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // The shapes are the operations' own.
    const session = (await (await fetch('/api/get-session')).json()) as { posts: { areaId: string }[] };
    const tasks = (await (await fetch('/api/list-my-tasks')).json()) as {
      mine: { place: { address: string; areas: { id: string }[] } }[];
    };
    const own = session.posts.map((post) => post.areaId);
    const places = tasks.mine.map(({ place }) => place).filter((place) => own.includes(place.areas.at(-1)?.id ?? ''));
    return places.map(({ address }) => address.match(/^.+?\d+号/)?.[0] ?? '').find((found) => found !== '') ?? '';
  });
}

async function seesWaiting(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^等着提交\s*2/ }).waitFor();
  await page.getByRole('link', { name: /^我来办/ }).waitFor();
  await page.getByRole('link', { name: /^办好了.*2\s*张照片/s }).waitFor();
}

/** What the resident's own list says of the case. */
async function stateOf(page: Page, number: string): Promise<string> {
  return page.evaluate(async (number) => {
    const answer = (await (await fetch('/api/list-my-cases')).json()) as { cases: { number: string; state: string }[] };
    return answer.cases.find((each) => each.number === number)?.state ?? 'missing';
  }, number);
}

async function figure(page: Page, label: string): Promise<number> {
  const told = page.locator('dl > div', { hasText: label }).getByText(/^[\d,]+$/);
  return Number((await textOf(told.first())).replace(',', ''));
}

async function step(page: Page, name: string): Promise<number> {
  const bar = page.getByRole('listitem').filter({ hasText: name }).getByRole('link');
  return Number(await textOf(bar.locator('strong')));
}

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}
