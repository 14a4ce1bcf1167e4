import { dayOf } from '@linli/domain';
import { storeStatutoryHolidays } from '../../../apps/server/src/modules/cases/index.ts';
import { orgVersion } from '../../../apps/server/src/modules/org/index.ts';
import { placesVersion } from '../../../apps/server/src/modules/places/index.ts';
import type { Clock } from '../../../apps/server/src/platform/clock.ts';
import type { Crypto } from '../../../apps/server/src/platform/crypto/index.ts';
import type { Database } from '../../../apps/server/src/platform/db/database.ts';
import { bumpVersion } from '../../../apps/server/src/platform/db/versioned-cache.ts';
import type { Files } from '../../../apps/server/src/platform/files/index.ts';
import { newId } from '../../../apps/server/src/platform/ids.ts';
import type { Log } from '../../../apps/server/src/platform/log.ts';
import { buildStreet } from '../street/build-street.ts';
import { asNeighbour } from '../street/neighbour.ts';
import { drawPhotoPool } from './photo-pool.ts';
import type { DemoSize } from './registers/demo-size.ts';
import { markSeedStep, readSeedState } from './seed-state.ts';
import { storeCalls } from './store-calls.ts';
import { storeHistory } from './store-history.ts';
import { storeInvitations } from './store-invitations.ts';
import { storeCaseMediators } from './store-mediators.ts';
import { storeStructure } from './store-structure.ts';
import { loadWorld } from './world.ts';
import { writeHistory } from './write-history.ts';

export interface SeedDemoDeps {
  database: Database;
  crypto: Crypto;
  files: Pick<Files, 'put'>;
  clock: Clock;
  log: Pick<Log, 'info' | 'warn'>;
  seed?: number;
  size?: DemoSize;
  /** The street across the border road instead: another site, for sharing cases. */
  neighbour?: boolean;
}

/** A street as full as Ruijin No. 2: 110,000 people in twice the homes. */
const densities: Record<DemoSize, number> = { none: 1, street: 1, ruijin: 1.56 };
const usualSeed = 310115005;
const neighbourSeed = 310115905;

/**
 * Fills an empty database with the demonstration street: places, units, people, and 60 days of cases relative to the clock. Packs and
 * the holidays known must have been stored; years not known get what the law alone gives. Does nothing where areas exist that are not its own; what a killed run left is completed.
 */
export async function seedDemo(deps: SeedDemoDeps): Promise<void> {
  const { database, clock, log } = deps;
  const began = performance.now();
  const before = await database.asSystem(readSeedState);
  if (before.foreign) return;
  const year = Number(dayOf(clock.now()).slice(0, 4));
  await database.asSystem((db) => storeStatutoryHolidays(db, [year, year + 1], clock.now()));
  if (before.done.has('seeded')) return;
  const seed = before.seed ?? deps.seed ?? (deps.neighbour ? neighbourSeed : usualSeed);
  log.info({ seed }, 'demonstration: building the street');
  // Pictures are drawn beside the rest: they keep other threads busy than the rows do.
  const drawing = drawPhotoPool(deps.files, clock);
  drawing.catch(() => undefined); // told where it is awaited

  await database.asSystem(async (db) => {
    const state = await readSeedState(db);
    if (state.foreign || state.done.has('structure')) return;
    const street = buildStreet(seed, { density: densities[deps.size ?? 'street'] });
    await storeStructure(db, deps.neighbour ? asNeighbour(street) : street, {
      crypto: deps.crypto,
      now: clock.now(),
    });
    for (const key of [placesVersion, orgVersion]) await bumpVersion(db, key, clock.now());
    await markSeedStep(db, 'structure', seed, clock.now());
  });
  const structureMs = performance.now() - began;

  let told = { cases: 0, refused: 0 };
  await database.asSystem(async (db) => {
    const state = await readSeedState(db);
    if (!state.done.has('structure') || state.done.has('history')) return;
    const history = writeHistory(await loadWorld(db, clock.now()), seed);
    if (history.refused.length > 0)
      log.warn({ count: history.refused.length, first: history.refused[0] }, 'demonstration: cases left out');
    await storeHistory(db, history.cases, await drawing, clock.now());
    await storeCaseMediators(db);
    await storeInvitations(db, { crypto: deps.crypto, newId, now: clock.now() });
    await storeCalls(db, seed, clock.now());
    await markSeedStep(db, 'history', seed, clock.now());
    told = { cases: history.cases.length, refused: history.refused.length };
  });
  await database.asSystem((db) => markSeedStep(db, 'seeded', seed, clock.now()));
  const ms = { structureMs: Math.round(structureMs), totalMs: Math.round(performance.now() - began) };
  log.info({ ...told, ...ms }, 'demonstration: ready');
}
