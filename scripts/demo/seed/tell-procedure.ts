import { type Actor, dayOf, type FormValues } from '@linli/domain';
import type { Random } from '../street/random.ts';
import { type CasePlay, startPlay } from './case-play.ts';
import type { Report } from './draw-report.ts';
import { castStory, type StoryCast } from './story-cast.ts';
import { residentActor, staffActor, type World } from './world.ts';

/** What a line of a procedure may name: days and instants counted from the report, units by their keys. */
export interface Whereabouts {
  day(days: number): string;
  time(days: number, clock: string): string;
  unit(key: string): string;
  /** One of the register; the same number is the same person, the same room. */
  mediator(nth: number): string;
  room(nth: number): string;
}
type FormOf = (where: Whereabouts) => FormValues;

/** One deed of a procedure, `at` hours after the report. */
export type ProcedureStep = { at: number } & (
  | { send: string }
  | { take: true }
  /** The other side, a ready-made sign-in, comes in by the handler's code. */
  | { invite: string }
  | { force: readonly string[] }
  | { part: string; answer?: 'done' | 'agree' | 'refuse'; words?: string }
  | {
      stage: string;
      outcome: string;
      by?: 'handler' | 'second' | 'reporter' | 'chief' | 'dispatcher';
      form?: FormOf;
      words?: string;
      photos?: number;
      /** Units of the force that stayed away; everybody else came. */
      absent?: readonly string[];
    }
  /** A duty becomes a case of its own; its deeds are counted from when it was opened. */
  | { child: ChildLine }
  | { handled: string; photos: number; form?: FormValues }
  | { check: true }
  | { rate: number }
);

export interface ChildLine {
  code: string;
  unit: string;
  words: string;
  form: FormValues;
  steps: readonly ProcedureStep[];
}

/** A day, `days` after the day of an instant. */
export function dayAfter(at: Date, days: number): string {
  return dayOf(new Date(at.getTime() + days * 86_400_000));
}

export function whereabouts(world: World, at: Date): Whereabouts {
  return {
    day: (days) => dayAfter(at, days),
    time: (days, clock) => `${dayAfter(at, days)}T${clock}`,
    unit: (key) => unitIdOf(world, key),
    mediator: (nth) => nthId(world.directory.mediators, nth),
    room: (nth) => nthId(world.directory.rooms, nth),
  };
}

function nthId(register: ReadonlyMap<string, unknown>, nth: number): string {
  const ids = [...register.keys()].sort();
  return ids[nth % ids.length] ?? '';
}

export interface TellDeps {
  world: World;
  random: Random;
  handlerId: string | null;
  newId(ms: number): string;
}

/** Tells a case that goes through the stages of its type, deed by deed, until its last line or now; with the duties that came of it. */
export function tellProcedure(report: Report, steps: readonly ProcedureStep[], deps: TellDeps): CasePlay[] {
  const { world, random, handlerId } = deps;
  const play = startPlay(report, world, 'report');
  const cast = castStory(play, world, random, handlerId);
  const children: CasePlay[] = [];
  for (const step of steps) {
    const at = new Date(report.at.getTime() + step.at * 3_600_000);
    if (!play.until(at)) break;
    const scene = { play, cast, world, at, where: whereabouts(world, report.at) };
    if ('child' in step) children.push(...tellChild(step.child, scene, deps));
    else tellStep(step, scene);
  }
  play.until(world.now);
  return [play, ...children];
}

function tellChild({ code, unit, words, form, steps }: ChildLine, scene: Scene, deps: TellDeps): CasePlay[] {
  const { play, cast, world, at } = scene;
  const actor = there(cast.handler(at));
  const type = world.catalogue.types.get(code);
  const unitId = unitIdOf(world, unit);
  const name = world.directory.units.get(unitId)?.name ?? '';
  if (!type) throw new Error(`there is no kind ${code}`);
  const child: Report = {
    ...play.report,
    id: deps.newId(at.getTime()),
    at,
    type,
    actor,
    reporterId: actor.accountId,
    reporterKind: 'unit',
    channel: 'unit',
    title: words,
    description: words,
    form,
    photos: type.definition.evidence.report,
    parentId: play.report.id,
    sendTo: { unitId, name, handleBy: undefined },
  };
  const stage = play.fold.stage;
  const data = { childId: child.id, typeCode: code, unitId, words, ...(stage ? { stage } : {}) };
  play.act(actor, at, { kind: 'open-child', data });
  return tellProcedure(child, steps, deps);
}

interface Scene {
  play: CasePlay;
  cast: StoryCast;
  world: World;
  at: Date;
  where: Whereabouts;
}

function tellStep(step: Exclude<ProcedureStep, { child: ChildLine }>, scene: Scene): void {
  const { play, cast, world, at } = scene;
  if ('send' in step) {
    // What the rules have already sent is not sent again.
    if (play.fold.state !== 'accepted') return;
    const target = { kind: 'unit', unitId: unitIdOf(world, step.send) } as const;
    play.act(deskOf(scene), at, { kind: 'dispatch', data: { target } });
  } else if ('take' in step) {
    play.act(there(cast.handler(at)), at, { kind: 'take', data: {} });
  } else if ('invite' in step) {
    const accountId = world.readyMade.get(step.invite);
    const other = accountId === undefined ? null : residentActor(world, accountId);
    play.act(there(other), at, { kind: 'join', data: { invited: true } });
  } else if ('force' in step) {
    const lead = play.fold.target?.unitId ?? '';
    const others = step.force.map((key) => ({ unitId: unitIdOf(world, key), lead: false }));
    play.act(there(cast.handler(at)), at, {
      kind: 'split',
      data: { parts: [{ unitId: lead, lead: true }, ...others.filter(({ unitId }) => unitId !== lead)] },
    });
  } else if ('part' in step) {
    const unitId = unitIdOf(world, step.part);
    const words = step.words ? { words: step.words } : {};
    const data = { unitId, answer: step.answer ?? 'done', photos: 0, ...words };
    play.act(there(someoneOf(world, unitId, at, [])), at, { kind: 'finish-part', data });
  } else if ('stage' in step) tellStage(step, scene);
  else if ('handled' in step) {
    const { handled: words, photos, form = {} } = step;
    play.act(there(cast.handler(at)), at, { kind: 'handle', data: { result: 'solved', words, photos, form } });
  } else if ('check' in step) play.act(there(cast.checker(at)), at, { kind: 'check-pass', data: { photos: 0 } });
  else play.act(there(cast.reporter()), at, { kind: 'rate', data: { score: step.rate } });
}

function tellStage(step: Extract<ProcedureStep, { stage: string }>, scene: Scene): void {
  const { play, at, where, world } = scene;
  const { stage, outcome, words, photos = 0, absent } = step;
  const away = new Set(absent?.map((key) => unitIdOf(world, key)));
  const attendance = absent && {
    attendance: play.fold.parts.map(({ unitId }) => {
      const status = away.has(unitId) ? ('absent' as const) : ('present' as const);
      return { unitId, status };
    }),
  };
  const data = { stage, outcome, photos, form: step.form?.(where) ?? {}, ...(words ? { words } : {}), ...attendance };
  play.act(there(actorOf(step.by ?? 'handler', scene)), at, { kind: 'advance', data });
}

function actorOf(by: NonNullable<Extract<ProcedureStep, { stage: string }>['by']>, scene: Scene): Actor | null {
  const { cast, play, world, at } = scene;
  switch (by) {
    case 'handler':
      return cast.handler(at);
    case 'second':
      return someoneOf(world, play.fold.target?.unitId ?? '', at, play.fold.handlerIds);
    case 'reporter':
      return cast.reporter();
    case 'chief':
      return cast.chief(at);
    case 'dispatcher':
      return cast.dispatcher(at);
  }
}

/** Over sealed matters only the duty chief is the desk. */
function deskOf({ cast, play, at }: Scene): Actor {
  return there(play.report.visibility === 'sealed' ? cast.chief(at) : cast.dispatcher(at));
}

function someoneOf(world: World, unitId: string, at: Date, not: readonly string[]): Actor | null {
  const ids = world.directory.accountsOf({ unitId, postId: null }, dayOf(at));
  const acts = ids
    .map((id) => staffActor(world, id, at))
    .filter(({ scopes }) =>
      scopes.some((s) => s.unitId === unitId && (s.role === 'unit-lead' || s.role === 'unit-handler')),
    );
  return acts.find(({ accountId }) => accountId !== null && !not.includes(accountId)) ?? null;
}

function unitIdOf(world: World, key: string): string {
  for (const unit of world.directory.units.values()) if (unit.key === key) return unit.id;
  throw new Error(`the demonstration has no unit ${key}`);
}

function there(actor: Actor | null): Actor {
  if (!actor) throw new Error('nobody is there to do it');
  return actor;
}
