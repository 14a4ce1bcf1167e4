import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';

/** `npm run screens`: a picture of every page at its size into docs/screens, from a running demonstration (BASE_URL). */
const baseUrl = process.env.BASE_URL ?? 'http://127.0.0.1:3000';
const only = process.argv[2];
const folder = process.env.SCREENS_DIR ?? 'docs/screens';
const sizes = { phone: { width: 360, height: 780 }, office: { width: 1440, height: 900 }, screen: { width: 1920, height: 1080 } } as const;

interface Shot {
  name: string;
  size: keyof typeof sizes;
  as: string | null;
  path: string;
  elder?: true;
}

const shots: readonly Shot[] = [
  { name: 'resident-home', size: 'phone', as: '01-resident', path: '/' },
  { name: 'resident-home-anonymous', size: 'phone', as: null, path: '/' },
  { name: 'resident-home-elder', size: 'phone', as: '01-resident', path: '/', elder: true },
  { name: 'resident-report', size: 'phone', as: '01-resident', path: '/report' },
  { name: 'resident-mine', size: 'phone', as: '01-resident', path: '/mine' },
  { name: 'resident-case', size: 'phone', as: '01-resident', path: '/cases/{mine}' },
  { name: 'resident-notices', size: 'phone', as: '01-resident', path: '/notices' },
  { name: 'demo', size: 'phone', as: null, path: '/demo' },
  { name: 'field-tasks', size: 'phone', as: '02-grid-worker', path: '/field' },
  { name: 'field-map', size: 'phone', as: '02-grid-worker', path: '/field/map' },
  { name: 'field-task', size: 'phone', as: '02-grid-worker', path: '/field/tasks/{task}' },
  { name: 'field-me', size: 'phone', as: '02-grid-worker', path: '/field/me' },
  { name: 'field-sign-in', size: 'phone', as: null, path: '/field' },
  { name: 'office-inbox', size: 'office', as: '06-dispatcher', path: '/office/inbox' },
  { name: 'office-case', size: 'office', as: '06-dispatcher', path: '/office/cases/{any}' },
  { name: 'office-desk', size: 'office', as: '06-dispatcher', path: '/office/desk' },
  { name: 'office-requests', size: 'office', as: '07-duty-chief', path: '/office/requests' },
  { name: 'office-checks', size: 'office', as: '08-checker', path: '/office/checks' },
  { name: 'office-hands', size: 'office', as: '06-dispatcher', path: '/office/hands' },
  { name: 'office-places', size: 'office', as: '10-system-admin', path: '/office/places' },
  { name: 'office-org', size: 'office', as: '10-system-admin', path: '/office/org' },
  { name: 'office-types', size: 'office', as: '10-system-admin', path: '/office/types' },
  { name: 'office-indicators', size: 'office', as: '06-dispatcher', path: '/office/indicators' },
  { name: 'screen', size: 'screen', as: '09-commander', path: '/screen' },
  { name: 'api-docs', size: 'office', as: null, path: '/api/docs' },
];

async function signIn(page: Page, key: string): Promise<void> {
  await page.goto(`${baseUrl}/api/get-session`);
  await page.evaluate(async (key) => {
    await fetch('/api/sign-in-to-demo', { method: 'POST', headers: { 'content-type': 'application/json', 'x-linli': '1' }, body: JSON.stringify({ requestId: crypto.randomUUID(), key }) });
  }, key);
}

/** `{mine}`, `{task}` and `{any}` stand for a case of the reader's. */
async function fillPath(page: Page, path: string): Promise<string> {
  const queries: Record<string, string> = { '{mine}': '/api/list-my-cases', '{task}': '/api/list-my-tasks', '{any}': '/api/list-cases?open=true' };
  for (const [mark, url] of Object.entries(queries)) {
    if (!path.includes(mark)) continue;
    const id = await page.evaluate(async (url) => {
      const body = (await (await fetch(url)).json()) as { cases?: { id: string }[]; mine?: { id: string }[] };
      return (body.cases ?? body.mine ?? [])[0]?.id ?? '';
    }, url);
    return path.replace(mark, id);
  }
  return path;
}

const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
for (const shot of shots.filter((s) => !only || s.name.startsWith(only))) {
  const context = await browser.newContext({ viewport: sizes[shot.size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', hasTouch: shot.size === 'phone', geolocation: { longitude: 121.5155, latitude: 31.2355 }, permissions: ['geolocation'] });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  if (shot.as) await signIn(page, shot.as);
  else await page.goto(`${baseUrl}/api/get-session`);
  if (shot.elder) await page.evaluate(() => localStorage.setItem('linli.elder', 'true'));
  await page.goto(baseUrl + (await fillPath(page, shot.path)));
  await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => undefined);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${folder}/${shot.name}.png` });
  console.log(shot.name, page.url().slice(baseUrl.length), problems.length > 0 ? problems.join(' | ').slice(0, 300) : '');
  await context.close();
}
await browser.close();
