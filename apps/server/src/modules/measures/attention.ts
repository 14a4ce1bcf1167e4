import type { getScreen, OutputOf } from '@linli/contract';
import { isSurge } from '@linli/domain';
import type { FigureCounts } from './figure-keys.ts';
import { windowDays } from './screen-days.ts';

type Screen = OutputOf<typeof getScreen>;

const leastSurge = 5;
const leastOverdue = 3;

/**
 * The one thing to look at now: an area where far more than usual is reported today, else who has most overdue, else the area whose
 * share in time is certainly below the whole. Null when nothing stands out. `key` is a key of the text catalogues.
 */
export function attentionOf(facts: {
  ranking: Screen['ranking'];
  overdue: Screen['overdue'];
  whole: Screen['trend'][number]['onTime'];
  /** Reported per area in the days before today, and today. */
  before: ReadonlyMap<string, FigureCounts>;
  today: ReadonlyMap<string, FigureCounts>;
  now: Date;
}): Screen['attention'] {
  return surge(facts) ?? mostOverdue(facts) ?? behind(facts);
}

function surge({ ranking, before, today }: Parameters<typeof attentionOf>[0]): Screen['attention'] {
  const rising = ranking.flatMap(({ areaId, name }) => {
    const count = today.get(areaId)?.reported ?? 0;
    const usual = (before.get(areaId)?.reported ?? 0) / (windowDays - 1);
    return count >= leastSurge && isSurge(count, usual) ? [{ name, count, usual }] : [];
  });
  const most = rising.sort((a, b) => b.count - b.usual - (a.count - a.usual))[0];
  return most
    ? { key: 'surge', params: { name: most.name, count: most.count, usual: Math.round(most.usual * 10) / 10 } }
    : null;
}

function mostOverdue({ overdue, now }: Parameters<typeof attentionOf>[0]): Screen['attention'] {
  const most = overdue[0];
  if (!most || most.count < leastOverdue) return null;
  const days = Math.floor((now.getTime() - new Date(most.oldestDueAt).getTime()) / 86_400_000);
  return days > 0
    ? { key: 'overdueDays', params: { name: most.name, count: most.count, days } }
    : { key: 'overdue', params: { name: most.name, count: most.count } };
}

function behind({ ranking, whole }: Parameters<typeof attentionOf>[0]): Screen['attention'] {
  const last = ranking.findLast((line) => line.ranked);
  if (!last || last.high === null || last.onTime.value === null || whole.value === null || last.high >= whole.value)
    return null;
  const percent = (value: number) => Math.round(value * 100);
  return {
    key: 'behind',
    params: { name: last.name, percent: percent(last.onTime.value), whole: percent(whole.value) },
  };
}
