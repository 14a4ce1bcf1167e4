import { type Actor, anonymousActor, type CaseTypeDefinition } from '@linli/domain';
import type { Random } from '../street/random.ts';
import { pickWeighted } from './pick-weighted.ts';
import { residentActor, staffActor, staffOf, type World } from './world.ts';

export type ReporterKind = CaseTypeDefinition['reporters'][number];

export interface Reporter {
  actor: Actor;
  reporterId: string | null;
  kind: ReporterKind;
}

/** How reports come in, out of a hundred, where the type allows them all. */
const shares: readonly (readonly [ReporterKind, number])[] = [
  ['resident', 46],
  ['worker', 25],
  ['desk', 12],
  ['anonymous', 8],
  ['committee', 5],
  ['unit', 4],
];

/** Who reports a case of this type at this place; falls back to residents where the post that should is vacant. */
export function drawReporter(
  world: World,
  random: Random,
  about: { type: Pick<CaseTypeDefinition, 'reporters'>; path: string; at: Date },
): Reporter {
  const allowed = shares.filter(([kind]) => about.type.reporters.includes(kind));
  const [drawn] = pickWeighted(random, allowed, ([, share]) => share);
  const order = [drawn, ...allowed.map(([kind]) => kind)];
  for (const kind of order) {
    const found = reporterOf(kind, world, random, about);
    if (found) return found;
  }
  throw new Error('nobody may report this type');
}

function reporterOf(
  kind: ReporterKind,
  world: World,
  random: Random,
  { type, path, at }: { type: Pick<CaseTypeDefinition, 'reporters'>; path: string; at: Date },
): Reporter | null {
  const someone = (actors: readonly Actor[]): Reporter | null => {
    if (actors.length === 0) return null;
    const actor = random.pick(actors);
    return { actor, reporterId: actor.accountId, kind };
  };
  const resident = () => random.pick(world.residents);
  switch (kind) {
    case 'anonymous':
      return { actor: anonymousActor, reporterId: null, kind };
    case 'resident': {
      const id = resident();
      return { actor: residentActor(world, id), reporterId: id, kind };
    }
    case 'worker':
      return someone(staffOf(world, 'grid-worker', path, at)) ?? someone(staffOf(world, 'micro-grid-leader', path, at));
    case 'committee':
      return someone(staffOf(world, 'committee-secretary', path, at));
    case 'desk': {
      // The desk writes for whoever rang, when they leave their number; what is not for residents nobody rings about.
      const desk = someone(staffOf(world, 'dispatcher', path, at));
      if (!desk || !random.chance(0.7)) return desk;
      const rang = resident();
      return type.reporters.includes('resident') ? { ...desk, reporterId: rang } : desk;
    }
    case 'unit':
      return someone(staffOfUnits(world, path, at));
    default:
      return null;
  }
}

function staffOfUnits(world: World, path: string, at: Date): Actor[] {
  const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const siteId = world.places.sites()[0]?.id ?? '';
  const ids = world.directory
    .unitsAt({ siteId, path })
    .filter((unit) => unit.kind === 'property-firm' || unit.kind === 'department')
    .flatMap((unit) => world.directory.accountsOf({ unitId: unit.id, postId: null }, day));
  return ids.map((id) => staffActor(world, id, at));
}
