import { type Actor, dayOf, type Role } from '@linli/domain';
import type { Random } from '../street/random.ts';
import type { CasePlay } from './case-play.ts';
import { residentActor, staffActor, staffOf, type World } from './world.ts';

/** Who acts in one story: the same people throughout, as far as they still hold their posts. */
export interface StoryCast {
  dispatcher(at: Date): Actor | null;
  chief(at: Date): Actor | null;
  commander(at: Date): Actor | null;
  /** Somebody who may check: never anyone who had a hand in it. */
  checker(at: Date): Actor | null;
  /** Of the post, the unit or the pool that has the case. */
  handler(at: Date): Actor | null;
  reporter(): Actor | null;
  neighbour(): Actor;
  /** A unit of the place other than the one that has it: for returns. */
  otherUnitId(): string | null;
}

/** Whom somebody who sends a case back may well mean, by what it is about. */
const likelyUnits: Readonly<Record<string, readonly string[]>> = {
  cleanliness: ['unit-greening', 'unit-urban-management', 'property-firm'],
  waste: ['unit-greening', 'unit-urban-management', 'property-firm'],
  advertising: ['unit-urban-management', 'unit-greening'],
  'street-order': ['unit-urban-management', 'unit-market', 'unit-police'],
  building: ['unit-housing', 'unit-urban-management'],
  renovation: ['unit-housing', 'unit-urban-management'],
  'fire-safety': ['unit-fire', 'unit-safety', 'property-firm'],
  'noise-air': ['unit-urban-management', 'unit-police'],
  repair: ['unit-housing', 'property-firm'],
  roads: ['unit-construction', 'unit-greening'],
};

export function castStory(play: CasePlay, world: World, random: Random, wantedHandlerId: string | null): StoryCast {
  const { path, siteId } = play.report.located;
  const { directory } = world;
  const luck = random.next();
  const oneOf = <T>(list: readonly T[]): T | null => list[Math.floor(luck * list.length)] ?? null;
  const staff = (role: Role, at: Date) => oneOf(staffOf(world, role, path, at));
  const units = directory.unitsAt({ siteId, path });

  function handlerIds(at: Date): readonly string[] {
    const day = dayOf(at);
    const { target, handlerId } = play.fold;
    if (handlerId) return [handlerId];
    if (target?.kind === 'post' && target.postId) return directory.holders(target.postId, day).map((h) => h.accountId);
    if (target?.kind === 'unit' && target.unitId) return handlersOf(target.unitId, day);
    const kind = play.facts().target_unit_kind;
    return units.filter((u) => u.kind === kind).flatMap((u) => handlersOf(u.id, day));
  }
  /**
   * Its handlers, now and then its lead, but in a procedure: the lead decides there what others prepared. Its building leaders and others of the
   * neighbourhood do not act for it.
   */
  function handlersOf(unitId: string, day: string): readonly string[] {
    const holds = (id: string, role: Role) =>
      directory.reachOf(id, day).scopes.some((s) => s.unitId === unitId && s.role === role);
    const all = directory.accountsOf({ unitId, postId: null }, day);
    const handlers = all.filter((id) => holds(id, 'unit-handler'));
    const byLead = luck >= 0.85 && play.report.type.definition.stages.length === 0;
    return handlers.length > 0 && !byLead ? handlers : all.filter((id) => holds(id, 'unit-lead'));
  }

  return {
    dispatcher: (at) => staff('dispatcher', at),
    chief: (at) => staff('duty-chief', at),
    commander: (at) => staff('commander', at),
    checker(at) {
      const field = luck < 0.5 ? staffOf(world, 'grid-worker', path, at) : [];
      const all = [...field, ...staffOf(world, 'checker', path, at)];
      return oneOf(all.filter((a) => a.accountId !== null && !play.fold.handlerIds.includes(a.accountId)));
    },
    handler(at) {
      const ids = handlerIds(at);
      // Who had it in hand before a reopening or a rework goes on with it.
      const known = ids.find((id) => id === wantedHandlerId) ?? ids.find((id) => play.fold.handlerIds.includes(id));
      const id = known ?? oneOf(ids);
      return id ? staffActor(world, id, at) : null;
    },
    reporter() {
      const id = play.report.reporterId;
      if (id === null) return null;
      return play.report.actor.accountId === id ? play.report.actor : residentActor(world, id);
    },
    neighbour: () => residentActor(world, random.pick(world.residents)),
    otherUnitId: () => {
      // A hand raised to departments is never passed on to a firm.
      const kinds = play.report.type.definition.group.startsWith('hand')
        ? ['department']
        : ['department', 'property-firm'];
      const others = units.filter((u) => u.id !== play.fold.target?.unitId && kinds.includes(u.kind));
      const likely = likelyUnits[play.report.type.definition.group];
      const fitting = others.filter((u) => likely?.includes(u.kind === 'department' ? u.key : u.kind) ?? true);
      const among = fitting.length > 0 ? fitting : others;
      return among.length > 0 ? random.pick(among).id : null;
    },
  };
}
