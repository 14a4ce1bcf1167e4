import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';

const key = 'places.levels';

/** Words for the levels from the top, by site; `*` is for sites without words of their own. */
export type LevelLabels = Readonly<Record<string, readonly string[]>>;

const defaults: readonly string[] = ['街道', '网格', '居民区·商务区', '微网格', '楼组'];

export async function readLevelLabels(db: Db): Promise<LevelLabels> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return readLabels(row?.value);
}

export function labelsOf(labels: LevelLabels, siteId: string): { level: number; label: string }[] {
  const own = labels[siteId] ?? labels['*'] ?? [];
  return defaults.map((label, index) => ({ level: index + 1, label: own[index] ?? label }));
}

/** Gives a site words of its own for its levels. */
export async function saveLevelLabels(db: Db, siteId: string, labels: readonly string[], now: Date): Promise<void> {
  await sql`insert into setting (key, value, changed_at) values (${key}, ${JSON.stringify({ [siteId]: labels })}::jsonb, ${now})
    on conflict (key) do update set value = setting.value || excluded.value, changed_at = excluded.changed_at`.execute(
    db,
  );
}

/** The setting is edited by people: whatever is not a list of words is left out. */
function readLabels(value: unknown): LevelLabels {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([site, labels]) =>
      Array.isArray(labels) && labels.every((label) => typeof label === 'string') ? [[site, labels]] : [],
    ),
  );
}
