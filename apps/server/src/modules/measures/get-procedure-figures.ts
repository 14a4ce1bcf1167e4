import type { getProcedureFigures, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { dayOf } from '../../platform/clock.ts';
import { type Db, elevated } from '../../platform/db/database.ts';
import { periodOf } from '../../platform/http/period-of.ts';
import { findBacklog } from './procedure-backlog.ts';
import { findEnds } from './procedure-ends.ts';
import { casesOf, findProcedure } from './procedure-scope.ts';
import { findStanding } from './procedure-stages.ts';
import { type MeasuresDeps, rootArea } from './scope.ts';

/**
 * Figures of one kind with a procedure in the area whose measures the actor reads: what stands where now, how cases came out in a period, what
 * has lain long with whom. Counted over the cases of this kind alone; who may read is said in full by `casesOf`, so rows are read as the product.
 */
export async function findProcedureFigures(
  db: Db,
  deps: MeasuresDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getProcedureFigures>; now: Date },
): Promise<OutputOf<typeof getProcedureFigures>> {
  const { actor, input, now } = call;
  const { from, until } = periodOf(input);
  const root = rootArea(actor, deps.places.get(), dayOf(now), input.areaId);
  const procedure = await findProcedure(db, actor, root, input.typeCode);
  const cases = casesOf(actor, root, input.typeCode);
  const filter = { areaId: root.id, typeCodes: [input.typeCode] };
  return elevated(db, async () => {
    const { open, stages } = await findStanding(db, cases, procedure, filter);
    return {
      area: { id: root.id, name: root.name },
      open: { count: open, rows: { ...filter, open: true } },
      stages,
      ...(await findEnds(db, cases, procedure, { ...filter, closedFrom: from, closedUntil: until })),
      backlog: await findBacklog(db, cases, deps.directory.get(), { filter, now }),
    };
  });
}
