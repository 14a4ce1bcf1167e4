import { dayOf, isWithin } from '@linli/domain';
import type { Random } from '../street/random.ts';
import type { ProcedureLine } from '../texts/procedure-line.ts';
import { callLines } from '../texts/procedure-lines-calls.ts';
import { endedLines } from '../texts/procedure-lines-ended.ts';
import { peopleLines } from '../texts/procedure-lines-people.ts';
import { requestLines } from '../texts/procedure-lines-requests.ts';
import { signingLines } from '../texts/procedure-lines-signing.ts';
import { streetLines } from '../texts/procedure-lines-street.ts';
import type { CasePlay } from './case-play.ts';
import type { Report, ReportWish } from './draw-report.ts';
import { tellProcedure, whereabouts } from './tell-procedure.ts';
import type { MicroGrid, World } from './world.ts';

/** Cases that go through the stages of a procedure, each at a place of its own. */
export function tellProcedures(
  world: World,
  random: Random,
  draw: (wish: ReportWish) => Report | null,
  newId: (ms: number) => string,
  refuse: (why: string) => void,
): CasePlay[] {
  return [...streetLines, ...peopleLines, ...requestLines, ...signingLines, ...callLines, ...endedLines].flatMap(
    (line) => {
      const type = world.catalogue.types.get(line.code);
      // A street may have switched a pack off or replaced it.
      if (!type?.active) return [];
      try {
        const drawn = draw(wishOf(line, world, random, type));
        // A street photo beside a petition or a dispute says nothing: pictures only where the kind asks for them.
        const report = drawn && type.definition.evidence.report === 0 ? { ...drawn, photos: 0 } : drawn;
        return report
          ? tellProcedure(report, line.steps, { world, random, newId, handlerId: handlerOf(line, world) })
          : [];
      } catch (error) {
        refuse(`${line.title}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    },
  );
}

function handlerOf(line: ProcedureLine, world: World): string | null {
  return (line.with && world.readyMade.get(line.with)) ?? null;
}

/** Always draws, so that naming somebody moves nothing else of the street. */
function askerOf(line: ProcedureLine, world: World, random: Random): string {
  const anybody = random.pick(world.residents);
  return (line.by && world.readyMade.get(line.by)) ?? anybody;
}

/** Where the line may have happened: with somebody ready-made, what their unit serves. */
function placesFor(line: ProcedureLine, world: World): MicroGrid[] {
  const all = world.microGrids.filter((m) => m.isResidential === (line.where === 'homes'));
  const handlerId = handlerOf(line, world);
  if (handlerId === null) return all;
  const paths = world.directory.reachOf(handlerId, dayOf(world.now)).pools.map((pool) => pool.path);
  return all.filter((m) => paths.some((path) => isWithin(m.path, path)));
}

function wishOf(line: ProcedureLine, world: World, random: Random, type: ReportWish['type']): ReportWish {
  const at = new Date(world.now.getTime() - line.hoursAgo * 3_600_000);
  const microGrid = random.pick(placesFor(line, world));
  const asked = line.form(whereabouts(world, at));
  return {
    at,
    type,
    microGrid,
    form: asked,
    ...(type.definition.reporters.includes('resident') ? { reporterId: askerOf(line, world, random) } : {}),
    words: {
      text: () => ({ title: line.title, description: line.words, form: {} }),
      result: () => line.title,
      scope: line.where === 'homes' ? 'compound' : 'road',
      photoKind: 'other',
    },
  };
}
