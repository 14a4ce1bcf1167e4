import { createServer, request, type Server } from 'node:http';
import { getOwnPartnerCard, type InputOf, reportCase, savePartner } from '@linli/contract';
import { sql } from 'kysely';
import { type Caller, createTestApp, type TestApp } from '../../test/test-app.ts';

/** One site with its own server on a port of this machine. Its door can be shut: then nobody answers. */
export interface Site {
  test: TestApp;
  code: string;
  admin: Caller;
  chief: Caller;
  worker: Caller;
  /** Its id in the other's list. */
  partnerId: string;
  url(): string;
  shut(): Promise<void>;
  open(): Promise<void>;
  /** What the door does with the answers of the server behind it: `drop` cuts the line instead of passing them on. */
  door: { answers: 'pass' | 'drop' };
}

export interface TwoSites {
  near: Site;
  far: Site;
  /** Runs both sites' work until neither has anything to tell. */
  exchange(): Promise<void>;
  forward(minutes: number): void;
  close(): Promise<void>;
}

/** Two sites as each other's partners, over real HTTP on loopback, each with its database, keys and clock. */
export async function createTwoSites(): Promise<TwoSites> {
  const near = await createSite('north-town');
  const far = await createSite('south-town');
  await introduce(near, far);
  await introduce(far, near);
  return {
    near,
    far,
    async exchange() {
      // A message may call for another: three rounds are more than the longest chain of this exchange.
      for (let round = 0; round < 3; round++) {
        for (const site of [near, far]) await site.test.settle();
      }
    },
    forward(minutes) {
      for (const site of [near, far]) site.test.clock.forward(minutes);
    },
    async close() {
      for (const site of [near, far]) {
        await site.shut();
        await site.test.close();
      }
    },
  };
}

async function createSite(code: string): Promise<Site> {
  const test = await createTestApp({ config: { partnerNetworks: ['127.0.0.0/8'] } });
  await test.app.database.asSystem((db) =>
    sql`update area set code = ${code} where id = ${test.street.siteId}`.execute(db),
  );
  const inner = new URL(await test.app.http.listen({ port: 0, host: '127.0.0.1' }));
  const door: Site['door'] = { answers: 'pass' };
  let port = 0;
  let server: Server | null = null;
  const open = async () => {
    server = createServer((incoming, outgoing) => {
      const { method, headers, url } = incoming;
      const inside = request(new URL(url ?? '/', inner), { method, headers }, (answer) => {
        if (door.answers === 'drop') return outgoing.destroy();
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        return answer.pipe(outgoing);
      });
      inside.on('error', () => outgoing.destroy());
      incoming.pipe(inside);
    });
    const opened = server;
    await new Promise<void>((done) => opened.listen(port, '127.0.0.1', done));
    const address = opened.address();
    port = typeof address === 'object' && address ? address.port : 0;
  };
  await open();
  return {
    test,
    code,
    admin: await test.staff('system-admin', 'street'),
    chief: await test.staff('duty-chief', 'street'),
    worker: await test.staff('unit-handler', 'street', 'greening'),
    partnerId: '',
    url: () => `http://127.0.0.1:${port}`,
    door,
    open,
    async shut() {
      const closing = server;
      server = null;
      if (!closing) return;
      closing.closeAllConnections();
      await new Promise((done) => closing.close(done));
    },
  };
}

/** `site` adds the other from the card it handed over. */
async function introduce(site: Site, other: Site): Promise<void> {
  const card = await other.admin.call(getOwnPartnerCard, {});
  const { partnerId } = await site.admin.call(savePartner, {
    name: other.code === 'north-town' ? '北街道' : '南街道',
    siteCode: card.siteCode,
    baseUrl: other.url(),
    publicKey: card.publicKey,
    active: true,
  });
  other.partnerId = partnerId;
}

/** Weeds on section 3 of the border river, reported by a resident of the site. */
export async function reportWeeds(site: Site, section = 'river-3'): Promise<{ caseId: string; number: string }> {
  const resident = await site.test.resident();
  return resident.call(reportCase, weeds(site, section));
}

export function weeds(site: Site, section: string): Omit<InputOf<typeof reportCase>, 'requestId'> {
  return {
    typeCode: 'loc-71',
    words: '我是老王13812345678，河面全是水葫芦',
    form: { borderSection: section, coverSquareMetres: 400 },
    place: { ...site.test.street.area.east1.point, crs: 'wgs84', address: '界河东岸3号桥' },
    photos: [],
    urgent: false,
    anonymous: false,
  };
}
