import type { getProcedureFigures, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { dayOf } from '../../platform/clock.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { periodOf } from '../../platform/http/period-of.ts';
import { findMembers } from './group-members.ts';
import { findBacklog } from './procedure-backlog.ts';
import { findEnds } from './procedure-ends.ts';
import { casesOf, type FigureGround, findProcedure } from './procedure-scope.ts';
import { findStanding } from './procedure-stages.ts';
import { type MeasuresDeps, ownUnits, type RootArea, readsByArea, rootArea, unitGround } from './scope.ts';

/**
 * Figures of one kind with a procedure in the area or joint community whose measures the actor reads, or of what lies with their unit: what stands where now, how cases came out in a period, what
 * has lain long with whom. Counted over the cases of this kind alone; who may read is said in full by `casesOf`, so rows are read as the product.
 */
export async function findProcedureFigures(
  db: Db,
  deps: MeasuresDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getProcedureFigures>; now: Date },
): Promise<OutputOf<typeof getProcedureFigures>> {
  const { actor, input, now } = call;
  const { from, until } = periodOf(input);
  const ground = await findGround(db, deps, call);
  const procedure = await findProcedure(db, actor, ground, input.typeCode);
  const cases = casesOf(actor, ground, input.typeCode);
  const place = input.areaGroupId === undefined ? { areaId: ground.id } : { areaGroupId: ground.id };
  const filter = { ...place, typeCodes: [input.typeCode], ...(ground.unit ? { unitId: ground.unit.id } : {}) };
  return elevated(db, async () => {
    const { open, stages } = await findStanding(db, cases, procedure, filter);
    return {
      area: { id: ground.id, name: ground.name },
      unit: ground.unit,
      open: { count: open, rows: { ...filter, open: true } },
      stages,
      ...(await findEnds(db, cases, procedure, { ...filter, closedFrom: from, closedUntil: until })),
      backlog: await findBacklog(db, cases, deps.directory.get(), { filter, now }),
    };
  });
}

const groundOf = (root: RootArea) => ({ id: root.id, name: root.name, roots: [root] });

async function findGround(
  db: Db,
  deps: MeasuresDeps,
  { actor, input, now }: Parameters<typeof findProcedureFigures>[2],
): Promise<FigureGround> {
  const { areaGroupId } = input;
  if (areaGroupId !== undefined)
    return { id: areaGroupId, ...(await findMembers(db, deps, actor, areaGroupId, dayOf(now))), unit: null };
  if (readsByArea(actor))
    return { ...groundOf(rootArea(actor, deps.places.get(), dayOf(now), input.areaId)), unit: null };
  const unit = deps.directory.get().units.get(ownUnits(actor)[0] ?? '') ?? refuse('not-allowed');
  return { ...groundOf(unitGround(actor, deps.places.get(), input.areaId)), unit: { id: unit.id, name: unit.name } };
}
