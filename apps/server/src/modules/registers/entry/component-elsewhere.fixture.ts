import { sql } from 'kysely';
import { newId } from '../../../platform/ids.ts';
import type { TestApp } from '../../../test/test-app.ts';
import { insertSubjects, writeFacts } from '../store.ts';

/** A component of another site, put in by force. */
export async function addComponentElsewhere(test: TestApp, code: string): Promise<void> {
  const siteId = newId();
  const now = test.clock.now();
  await test.app.database.asSystem(async (db) => {
    await sql`insert into area (id, site_id, code, name, level, kind, path, valid_from)
      values (${siteId}, ${siteId}, ${`s${siteId.slice(-6)}`}, '别的街道', 1, 'street', ${`s${siteId.slice(-6)}`}::ltree, '2020-01-01')`.execute(
      db,
    );
    const [subjectId, noun] = [newId(), 'asset'] as const;
    const where = { path: `s${siteId.slice(-6)}`, area2Id: null, area3Id: null, area4Id: null, buildingId: null };
    const rest = { kind: 'component', name: '灯', homeId: null, householdId: null, lng: null, lat: null, since: null };
    await insertSubjects(db, [{ ...where, ...rest, id: subjectId, siteId, noun, createdAt: now }]);
    await writeFacts(
      db,
      [
        {
          subjectId,
          noun,
          field: 'code',
          value: code,
          source: 'import',
          sourceId: null,
          since: '2026-03-01',
          recordedBy: null,
        },
      ],
      { now },
    );
  });
}
