import type { CaseFilter, getProcedureFigures, OutputOf } from '@linli/contract';
import { type LocalText, ratio } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { endedThrough } from '../cases/index.ts';
import type { Procedure } from './procedure-scope.ts';
import { stagesOf } from './procedure-stages.ts';

type Figures = OutputOf<typeof getProcedureFigures>;
type Ends = Pick<Figures, 'ended' | 'firstRound' | 'promiseKept' | 'medianDays' | 'outcomes'>;
interface Ended {
  /** Null on the row of all together. */
  outcome: string | null;
  ended: number;
  first: number;
  promised: number;
  kept: number;
  days: number;
}

/** How the cases closed in a period through the procedure came out. Those left out of the figures are not among them. */
export async function findEnds(
  db: Db,
  cases: RawBuilder<boolean>,
  procedure: Procedure,
  filter: CaseFilter & { closedFrom: string; closedUntil: string },
): Promise<Ends> {
  const { rows } = await sql<Ended>`select cases.outcome, count(*)::int as ended,
      count(*) filter (where cases.round = 1)::int as first,
      count(*) filter (where cases.promised_at is not null)::int as promised,
      count(*) filter (where cases.closed_at < cases.promised_at)::int as kept,
      percentile_cont(0.5) within group (order by extract(epoch from cases.closed_at - cases.reported_at))::float8 / 86400 as days
    from cases where ${endedThrough} and ${cases} and not cases.excluded
      and cases.closed_at >= ${filter.closedFrom}::timestamptz and cases.closed_at < ${filter.closedUntil}::timestamptz
    group by grouping sets ((), (cases.outcome)) order by ended desc, cases.outcome`.execute(db);
  const all = rows.find((row) => row.outcome === null);
  const ended = all?.ended ?? 0;
  const rowsOf = { ...filter, ended: true, excluded: false };
  const labels = outcomeLabels(procedure);
  return {
    ended: { count: ended, rows: rowsOf },
    firstRound: { ratio: share(all?.first ?? 0, ended), rows: { ...rowsOf, firstRound: true } },
    promiseKept: { ratio: share(all?.kept ?? 0, all?.promised ?? 0), rows: { ...rowsOf, promiseKept: true } },
    medianDays: all && ended > 0 ? all.days : null,
    outcomes: rows.flatMap(({ outcome, ended: count, days }) =>
      outcome === null
        ? []
        : [
            {
              key: outcome,
              label: labels.get(outcome) ?? { zh: outcome },
              count,
              share: share(count, ended),
              medianDays: days,
              rows: { ...rowsOf, outcome },
            },
          ],
    ),
  };
}

/** Keys of ways out that end the procedure, with their words; the newest version speaks first. */
function outcomeLabels(procedure: Procedure): Map<string, LocalText> {
  const ways = stagesOf(procedure).flatMap((stage) => stage.outcomes);
  const ending = ways.filter(({ to }) => to === 'handled');
  // Ways that end speak before others of the same key.
  return new Map([...ways, ...ending.toReversed()].map(({ key, label }) => [key, label]));
}

function share(numerator: number, denominator: number) {
  return { numerator, denominator, value: ratio(numerator, denominator) };
}
