import { dayOf, startOfDay } from '@linli/domain';
import { createRandom } from '../street/random.ts';
import { createTypeDraw } from './case-mix.ts';
import type { CasePlay } from './case-play.ts';
import { createReportDraw, type Report, type ReportWish } from './draw-report.ts';
import { tellProcedures } from './procedure-cases.ts';
import { listReadyMadeCases } from './ready-made-cases.ts';
import { drawReportTimes } from './report-times.ts';
import { createSeedIds } from './seed-ids.ts';
import type { Twin } from './story.ts';
import { drawPlan, plainPlan, type StoryPlan } from './story-plan.ts';
import { tellCase } from './tell-case.ts';
import type { World } from './world.ts';

export interface History {
  /** In the order of their reports. */
  cases: readonly CasePlay[];
  /** Why a case was left out: a holiday table that is missing, a pack the stories do not fit. Empty with the packs of this repository. */
  refused: readonly string[];
}

const hurriedToday = 0.5;
/** Reports between midnight and now, whatever the hour; at least so many besides those the ready-made people wait for. */
const [casesToday, leastToday] = [44, 24];

/** Sixty days of cases up to the world's now; the same world and seed give the same history. */
export function writeHistory(world: World, seed: number): History {
  const random = createRandom(seed + 200);
  const newId = createSeedIds(createRandom(seed + 201));
  const draw = createReportDraw(world, random, newId);
  const drawType = createTypeDraw(world, random);
  const twins: Twin[] = [];
  const cases: CasePlay[] = [];
  const refused: string[] = [];
  const tell = (report: Report | null, plan: (report: Report) => StoryPlan, merge?: Twin): void => {
    if (!report) return;
    try {
      cases.push(tellCase(report, plan(report), { world, random, twins, ...(merge ? { merge } : {}) }));
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error));
    }
  };
  const wished = (wish: ReportWish): Report | null => {
    try {
      return draw(wish);
    } catch (error) {
      refused.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const today = startOfDay(dayOf(world.now));
  const readyMade = listReadyMadeCases(world, random);
  const others = readyMade.filter(({ wish }) => wish.at >= today).length;
  for (const at of drawReportTimes(random, world.now, Math.max(leastToday, casesToday - others))) {
    tell(wished({ at, type: drawType(at) }), (report) => planOf(report));
  }
  for (const { wish, plan, fits } of readyMade) tell(drawFitting(wish, fits, wished), () => plan);
  for (const twin of twins) tell(secondReport(twin), () => plainPlan, twin);
  cases.push(...tellProcedures(world, random, draw, newId, (why) => refused.push(why)));
  return { cases: cases.sort((a, b) => a.report.at.getTime() - b.report.at.getTime()), refused };

  function planOf(report: Report): StoryPlan {
    const plan = drawPlan(random, report, world.now);
    // Today's six steps must all have moved, also a minute past midnight.
    if (report.at < today || !random.chance(hurriedToday)) return plan;
    return { ...plan, hurry: world.now, stop: null, late: false, returns: 0, request: null, ending: 'closed' };
  }

  function secondReport(twin: Twin): Report | null {
    const parent = cases.find((play) => play.report.id === twin.parentId)?.report;
    const type = [...world.catalogue.types.values()].find(
      (t) => t.active && t.definition.accept === 'desk' && t.definition.group === 'other',
    );
    const microGrid = world.microGrids.find((m) => m.id === parent?.located.areaId);
    if (!parent || !type || !microGrid) return null;
    const at = new Date(twin.at.getTime() - random.int(4, 30) * 60_000);
    return wished({ at, type, microGrid, reporterId: twin.reporterId, words: parent.words });
  }
}

const fittingTries = 60;

/** Draws until the report is what the story needs (its rules lead where they must). */
function drawFitting(
  wish: ReportWish,
  fits: (report: Report) => boolean,
  draw: (wish: ReportWish) => Report | null,
): Report | null {
  for (let tries = 0; tries < fittingTries; tries++) {
    const report = draw(wish);
    if (report && fits(report)) return report;
  }
  return null;
}
