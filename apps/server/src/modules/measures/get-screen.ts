import type { getScreen, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, addDays, dayOf } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { cursorText, findHorizon, hasCaughtUp } from '../../platform/journal/index.ts';
import { attentionOf } from './attention.ts';
import { measuresConsumer } from './consumer.ts';
import type { FigureCounts } from './figure-keys.ts';
import { findLatest, findTypeNames } from './latest-cases.ts';
import { findOverdue } from './overdue-by-holder.ts';
import { onTimeKeys, onTimeRatio } from './ratios.ts';
import { countsByDay, standingByArea, sumByArea } from './read-figures.ts';
import { areasBelow, type MeasuresDeps, rootArea } from './scope.ts';
import { mapFigure, rankingOf } from './screen-areas.ts';
import { funnelOf, screenDayKeys, topFigures, trendOf, windowDays } from './screen-days.ts';

/**
 * All the wall screen shows, from small tables only. The position of the feed is taken first: whatever happens while the figures
 * are read comes again through the feed rather than not at all.
 */
export async function findScreen(
  db: Db,
  deps: MeasuresDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getScreen>; now: Date },
): Promise<OutputOf<typeof getScreen>> {
  const { actor, input, now } = call;
  const places = deps.places.get();
  const today = dayOf(now);
  const root = rootArea(actor, places, today, input.areaId);
  const period = { from: addDays(today, 1 - windowDays), until: today };
  const compared = root.level < 4 ? areasBelow(places, root, Math.max(3, root.level + 1), today) : [];
  const comparedIds = compared.map((area) => area.id);
  const grids = areasBelow(places, root, 4, today).map((area) => ({
    ...area,
    population: places.areaOf(area.id)?.population ?? 0,
  }));

  const cursor = cursorText(await findHorizon(db));
  const counting = !(await hasCaughtUp(db, measuresConsumer.name));
  const days = await countsByDay(db, root.id, screenDayKeys, period);
  const standing = (await standingByArea(db, [root.id])).get(root.id) ?? {};
  const sums = await sumByArea(db, comparedIds, onTimeKeys, period);
  const before = await sumByArea(db, comparedIds, ['reported'], { from: period.from, until: addDays(today, -1) });
  const reportedToday = await sumByArea(db, comparedIds, ['reported'], { from: today, until: today });
  const overdue = await findOverdue(db, root, deps.directory.get());
  const map = await mapFigure(db, input.mapFigure, grids, period);
  const latest = await findLatest(db, root, places, await findTypeNames(db));

  const ranking = rankingOf(compared, sums, period);
  const whole = onTimeRatio(totalOf(days));
  return {
    asOf: now.toISOString(),
    cursor,
    area: { id: root.id, name: root.name },
    counting,
    figures: topFigures(days, standing, today, root.id),
    funnel: funnelOf(days, today, root.id),
    overdue,
    ranking,
    trend: trendOf(days, today),
    map,
    latest,
    attention: counting ? null : attentionOf({ ranking, overdue, whole, before, today: reportedToday, now }),
  };
}

function totalOf(days: ReadonlyMap<string, FigureCounts>): FigureCounts {
  const total: FigureCounts = {};
  for (const counts of days.values()) for (const key of onTimeKeys) total[key] = (total[key] ?? 0) + (counts[key] ?? 0);
  return total;
}
