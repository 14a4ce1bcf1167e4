import type { Client } from '@linli/client';
import * as contract from '@linli/contract';
import { dayOf, type Role } from '@linli/domain';
import { planPack } from './plan-pack.ts';
import { planSite, site } from './plan-site.ts';
import type { PastRequest } from './read-requests.ts';
import type { Terms } from './read-terms.ts';
import { stableId } from './stable-id.ts';

export interface PreparedSite {
  areaIds: ReadonlyMap<string, string>;
  unitIds: ReadonlyMap<string, string>;
}

const firstDay = '2014-01-01';

/** Demonstration mode's system administrator, or whoever REPLAY_LOGIN and REPLAY_PASSWORD name. */
export async function signIn(client: Client, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { REPLAY_LOGIN: login, REPLAY_PASSWORD: password } = env;
  if (login && password) {
    await client.call(contract.signInByPassword, { login, password });
    return;
  }
  const { demo, signIns } = await client.call(contract.listDemoSignIns, {});
  const admin = signIns.find((one) => one.role === 'system-admin');
  if (!demo || !admin)
    throw new Error('not a demonstration: set REPLAY_LOGIN and REPLAY_PASSWORD of a system administrator');
  await client.call(contract.signInToDemo, { key: admin.key });
}

/** Site, posts, units and case types of the file, each only where it is not there yet. */
export async function prepareSite(
  client: Client,
  requests: readonly PastRequest[],
  terms: Terms,
): Promise<PreparedSite> {
  const csv = planSite(requests);
  const places = await client.call(contract.importPlaceList, { csv, validFrom: firstDay, dryRun: false });
  if (places.problems[0]) throw new Error(`places, line ${places.problems[0].line}: ${places.problems[0].message}`);
  const tree = await client.call(contract.getAreaTree, { siteCode: site.code });
  await holdPost(client, tree.siteId, 'system-admin');
  await holdPost(client, tree.siteId, 'dispatcher');
  const unitIds = await addUnits(client, tree.siteId, requests);
  const pack = await client.call(contract.importPack, { yaml: planPack(requests, terms), dryRun: false });
  const [problem] = pack.problems;
  if (problem) throw new Error(`case types, ${problem.path}: ${problem.code} ${problem.detail}`);
  return { areaIds: new Map(tree.areas.map((area) => [area.code, area.id])), unitIds };
}

/**
 * The administrator becomes the new site's first, which its founding allows, and then gives themselves its desk: imports come in
 * over a desk like any report.
 */
async function holdPost(client: Client, siteId: string, role: Role): Promise<void> {
  const { posts, accountId, now } = await client.call(contract.getSession, {});
  if (posts.some((post) => post.role === role && post.areaId === siteId)) return;
  const { postId } = await client.call(contract.savePost, { role, areaId: siteId, unitId: null });
  const person = { by: 'account' as const, accountId: accountId ?? '' };
  await client.call(contract.assignPost, { postId, person, from: dayOf(new Date(now)), until: null });
}

async function addUnits(
  client: Client,
  siteId: string,
  requests: readonly PastRequest[],
): Promise<Map<string, string>> {
  const { units } = await client.call(contract.listUnits, {});
  const here = units.filter((unit) => unit.areas.some((area) => area.id === siteId));
  const ids = new Map(here.map((unit) => [unit.name, unit.id]));
  for (const name of new Set(requests.map((request) => request.agency))) {
    if (ids.has(name)) continue;
    const input = { requestId: stableId(siteId, 'unit', name), name, kind: 'department' as const, areaIds: [siteId] };
    ids.set(name, (await client.call(contract.saveUnit, input)).unitId);
  }
  return ids;
}
