import type { Client } from '@linli/client';
import {
  getOwnPartnerCard,
  listPartners,
  listSharedCases,
  makeBulletin,
  reportCase,
  saveBulletinSchedule,
  savePartner,
  shareCase,
  signInToDemo,
  takeCase,
  tellPartner,
} from '@linli/contract';
import { type BorderCase, besideBorder, borderCases, type SideName } from './border-cases.ts';

/** One of the two servers: a client of its own for each person who acts. */
export interface Side {
  name: SideName;
  connect(): Client;
}
export type Sides = Readonly<Record<SideName, Side>>;

const otherOf = (name: SideName): SideName => (name === 'west' ? 'east' : 'west');
const tries = 60;
const pauseMs = 1000;

/** Makes two demonstration sites each other's partner and lets them share a few cases; false where they knew each other already. */
export async function introduce(sides: Sides, log: (line: string) => void): Promise<boolean> {
  const admins = { west: await actAs(sides.west, '10-system-admin'), east: await actAs(sides.east, '10-system-admin') };
  const partners = { west: await meet(admins.west, admins.east), east: await meet(admins.east, admins.west) };
  const desks = { west: await actAs(sides.west, '06-dispatcher'), east: await actAs(sides.east, '06-dispatcher') };
  const known = await desks.west.call(listSharedCases, {});
  if (known.cases.length > 0) return false;
  for (const line of borderCases) {
    const number = await share(sides[line.from], desks[line.from], line, partners[line.from]);
    const there = otherOf(line.from);
    const caseId = await waitFor(desks[there], number);
    log(`  ${number}  ${line.summary}`);
    if (line.taken) await (await actAs(sides[there], '04-unit-lead')).call(takeCase, { caseId });
    if (line.said) await say(desks[line.said.by], partners[line.said.by], number, line.said.words);
  }
  const chief = await actAs(sides.west, '07-duty-chief');
  const bulletin = { partnerId: partners.west, every: 'week' as const };
  await chief.call(saveBulletinSchedule, bulletin);
  await chief.call(makeBulletin, bulletin);
  return true;
}

async function actAs(side: Side, key: string): Promise<Client> {
  const client = side.connect();
  await client.call(signInToDemo, { key });
  return client;
}

/** Adds the other side from its card, as its administrator would. */
async function meet(admin: Client, other: Client): Promise<string> {
  const card = await other.call(getOwnPartnerCard, {});
  const { partners } = await admin.call(listPartners, {});
  const known = partners.find((partner) => partner.siteCode === card.siteCode);
  if (known) return known.id;
  if (card.url === null) throw new Error('a side has no PUBLIC_URL');
  const { partnerId } = await admin.call(savePartner, {
    name: card.name,
    siteCode: card.siteCode,
    baseUrl: card.url,
    publicKey: card.publicKey,
    active: true,
  });
  return partnerId;
}

async function share(side: Side, desk: Client, line: BorderCase, partnerId: string): Promise<string> {
  const resident = await actAs(side, '01-resident');
  const { caseId } = await resident.call(reportCase, {
    typeCode: line.typeCode,
    words: line.words,
    form: { borderSection: line.section, whichSide: 'both' },
    place: { ...besideBorder(line.from, line.along), crs: 'wgs84', address: line.address },
    photos: [],
  });
  const { summary, ourPart, theirPart } = line;
  const fields = ['address', 'point'];
  return (await desk.call(shareCase, { caseId, partnerId, summary, ourPart, theirPart, fields })).number;
}

async function say(desk: Client, partnerId: string, number: string, words: string): Promise<void> {
  const caseId = await waitFor(desk, number);
  await desk.call(tellPartner, { caseId, partnerId, words });
}

/** The case of a shared number on one side, once it has arrived there. */
async function waitFor(desk: Client, number: string): Promise<string> {
  for (let tried = 0; tried < tries; tried++) {
    const { cases } = await desk.call(listSharedCases, {});
    const found = cases.find((one) => one.number === number);
    if (found) return found.caseId;
    await new Promise((done) => setTimeout(done, pauseMs));
  }
  throw new Error(`${number} did not arrive within ${tries} seconds`);
}
