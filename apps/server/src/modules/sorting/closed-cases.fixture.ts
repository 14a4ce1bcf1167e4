import { sql } from 'kysely';
import { newId } from '../../platform/ids.ts';
import type { TestApp } from '../../test/test-app.ts';

export interface WrittenCase {
  typeCode: string;
  words: string;
  area?: 'east1' | 'east2' | 'west1' | 'west2';
  state?: 'closed' | 'accepted' | 'in-hand';
  visibility?: 'public' | 'private' | 'sealed';
  unitId?: string;
  reportedAt?: Date;
}

/** Rows of cases as the loop leaves them, without their story: sorting reads no more. Answers the ids. */
export async function writeCases(test: TestApp, written: readonly WrittenCase[]): Promise<string[]> {
  const { area, siteId } = test.street;
  return test.app.database.asSystem(async (db) => {
    const ids: string[] = [];
    for (const [i, one] of written.entries()) {
      const { id: area4, path, point } = area[one.area ?? 'east1'];
      const upper = area[(one.area ?? 'east1').startsWith('east') ? 'east' : 'west'].id;
      const state = one.state ?? 'closed';
      const at = one.reportedAt ?? new Date(test.clock.now().getTime() - (i + 1) * 3_600_000);
      const id = newId();
      await sql`insert into cases (id, number, site_id, type_code, type_version, title, words, visibility, channel, state, seq, lng, lat,
          path, area2_id, area3_id, area4_id, target_kind, target_unit_id, reported_at, changed_at, is_open)
        values (${id}, ${id}, ${siteId}, ${one.typeCode}, 1, ${one.words.slice(0, 40)}, ${one.words}, ${one.visibility ?? 'public'}, 'resident',
          ${state}, 1, ${point.lng}, ${point.lat}, ${path}::ltree, ${area.homes.id}, ${upper}, ${area4}, ${one.unitId ? 'unit' : null},
          ${one.unitId ?? null}, ${at}, ${at}, ${state !== 'closed'})`.execute(db);
      ids.push(id);
    }
    return ids;
  });
}
