import { type Browser, type BrowserContext, type Page, request } from 'playwright-core';
import { type PageState, pageSizes } from './page-list.ts';

/** A sign-in as the browser keeps it; one for each person, so that a run does not sign in fifty times. */
type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface OpenPage {
  readonly page: Page;
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface PageOpener {
  /** The page of that state, ready; the caller calls `close`. `problems` grows while the page lives. */
  open(state: PageState): Promise<OpenPage>;
}

const headers = { 'x-linli': '1' };

/** Opens pages of the product at `baseUrl` in one browser. The street stands still: no service worker, a fixed place. */
export function createPageOpener(browser: Browser, baseUrl: string): PageOpener {
  const signedIn = new Map<string, Promise<StorageState>>();
  const devices = new Map<string, Promise<BrowserContext>>();

  function stateOf(person: string): Promise<StorageState> {
    const known = signedIn.get(person) ?? signIn(baseUrl, person);
    signedIn.set(person, known);
    return known;
  }

  /** One device for all states of a person, so that what pages have in common is fetched once. */
  function deviceOf(state: PageState): Promise<BrowserContext> {
    const key = [state.as, state.size, state.language, state.elder].join();
    const known = devices.get(key) ?? newDevice(state);
    devices.set(key, known);
    return known;
  }

  async function newDevice(state: PageState): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: pageSizes[state.size],
      hasTouch: state.size === 'phone',
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
      geolocation: { longitude: 121.5155, latitude: 31.2355 },
      permissions: ['geolocation'],
      ...(state.as === null ? {} : { storageState: await stateOf(state.as) }),
    });
    context.setDefaultTimeout(10_000);
    await context.addInitScript(
      ({ language, elder }) => {
        if (language) localStorage.setItem('linli.language', language);
        if (elder) localStorage.setItem('linli.elder', 'true');
      },
      { language: state.language, elder: state.elder },
    );
    return context;
  }

  return {
    async open(state) {
      const context = await (state.alone ? newDevice(state) : deviceOf(state));
      const page = await context.newPage();
      const close = () => (state.alone ? context.close() : page.close());
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      try {
        await page.goto(baseUrl + (await fillPath(context, baseUrl, state.path)));
        await settle(page);
        await state.reach?.(page);
        await settle(page);
      } catch (error) {
        await close();
        throw error;
      }
      return { page, problems, close };
    },
  };
}

/** What was asked for has come, and no skeleton is left. The live feed stays open, so the network is never idle. */
async function settle(page: Page): Promise<void> {
  await page.locator('main, [role=dialog]').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy=true], [data-shape]') === null &&
      [...document.querySelectorAll('[data-ready]')].every((map) => map.getAttribute('data-ready') === 'true'),
  );
  // Text asks for its part of the font only when it is laid out.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForFunction(() => document.fonts.status === 'loaded');
}

async function signIn(baseUrl: string, person: string): Promise<StorageState> {
  const api = await request.newContext({ baseURL: baseUrl, extraHTTPHeaders: headers });
  try {
    if (person === 'new-resident') await signInByNewPhone(api);
    else await post(api, 'sign-in-to-demo', { key: person });
    return await api.storageState();
  } finally {
    await api.dispose();
  }
}

type Api = Awaited<ReturnType<typeof request.newContext>>;

async function signInByNewPhone(api: Api): Promise<void> {
  const phone = `13${String(Date.now()).slice(-9)}`;
  const sent = await post(api, 'request-phone-code', { phone });
  await post(api, 'sign-in-by-phone', { phone, code: String(sent.demoCode) });
}

async function post(api: Api, operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const response = await api.post(`/api/${operation}`, { data: { requestId: crypto.randomUUID(), ...input } });
  if (!response.ok()) throw new Error(`${operation} answered ${response.status()}: ${await response.text()}`);
  return response.json();
}

const casesOf = {
  '{mine}': '/api/list-my-cases',
  '{task}': '/api/list-my-tasks',
  '{any}': '/api/list-cases?open=true',
  '{checked}': `/api/list-cases?states=${encodeURIComponent('["handled"]')}`,
} as const;

/**
 * The mark in a path and where its case is asked for; `{stage:meeting}` is an open case at that stage, `{pack:…}` of that pack,
 * `{pack:…/meeting}` both.
 */
function findMark(path: string): readonly [mark: string, url: string] | undefined {
  const [mark, by, value, stage] = /\{(stage|pack):([a-z-]+)(?:\/([a-z-]+))?\}/.exec(path) ?? [];
  if (mark !== undefined)
    return [mark, `/api/list-cases?open=true&${by}=${value}${stage === undefined ? '' : `&stage=${stage}`}`];
  return Object.entries(casesOf).find(([known]) => path.includes(known));
}

/** `{my:petition}` is a case of that kind that the reader is a party of, `{my:mediation/signing}` one at that stage. */
const myKind = /\{my:([a-z-]+)(?:\/([a-z-]+))?\}/;

async function fillPath(context: BrowserContext, baseUrl: string, path: string): Promise<string> {
  const [mine, kind, stage] = myKind.exec(path) ?? [];
  const found = mine === undefined ? findMark(path) : ([mine, casesOf['{mine}']] as const);
  if (found === undefined) return path;
  const [mark, url] = found;
  const response = await context.request.get(baseUrl + url);
  const answer: Record<string, { id: string; state: string; typeCode: string; stage: { key: string } | null }[]> =
    await response.json();
  const rows = (answer.cases ?? answer.mine ?? []).filter(
    (row) => (kind === undefined || row.typeCode === kind) && (stage === undefined || row.stage?.key === stage),
  );
  const chosen = rows.find(({ state }) => mark !== '{task}' || state === 'in-hand') ?? rows[0];
  if (chosen === undefined) throw new Error(`nobody has a case for ${path}`);
  return path.replace(mark, chosen.id);
}
