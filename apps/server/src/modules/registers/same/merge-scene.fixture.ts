import { changeFields, getSubject, mergeSubjects, undoMerge } from '@linli/contract';
import { sql } from 'kysely';
import { buildHome, settle } from '../../../test/register-scene.fixture.ts';
import { createTestApp } from '../../../test/test-app.ts';
import { restrictValues } from '../privacy/restrict-values.ts';
import { getSubjectRow } from '../subject-row.ts';

export type MergeScene = Awaited<ReturnType<typeof createMergeScene>>;

/** A street with a home in the east and the secretary who keeps it, to merge people in. */
export async function createMergeScene() {
  const test = await createTestApp();
  const keeper = await test.staff('committee-secretary', 'east');
  const west = await test.staff('committee-secretary', 'west');
  const home = await buildHome(test, keeper, 'east1');
  let serial = 200;

  async function enter(
    more: { phone?: string; homeId?: string; householdId?: string; born?: string } = {},
  ): Promise<string> {
    serial += 1;
    const { homeId = home.homeId, born = '1980-01-01', ...rest } = more;
    return (await settle(keeper, homeId, { name: '周小明', born, serial, ...rest })).personId;
  }
  async function rows<T>(query: ReturnType<typeof sql>): Promise<T[]> {
    return (await test.app.database.asSystem((db) => query.execute(db))).rows as T[]; // each query says its own shape
  }
  return {
    test,
    keeper,
    west,
    home,
    enter,
    rows,
    /** The running number of whoever was entered last. */
    lastSerial: () => serial,
    merge: async (keepId: string, goneId: string) =>
      (await keeper.call(mergeSubjects, { keepId, goneId, reason: '同一人' })).mergeId,
    undo: (mergeId: string) => keeper.call(undoMerge, { mergeId, reason: '弄错了' }),
    set: (subjectId: string, fields: Record<string, string | boolean>) =>
      keeper.call(changeFields, {
        subjectId,
        fields: Object.entries(fields).map(([code, value]) => ({ code, value })),
      }),
    values: async (subjectId: string): Promise<Record<string, unknown>> =>
      Object.fromEntries(
        (await keeper.call(getSubject, { subjectId })).groups
          .flatMap(({ fields }) => fields)
          .map(({ code, value }) => [code, value]),
      ),
    restrict: (subjectId: string, fields: string[]) =>
      test.app.database.asSystem(async (db) =>
        restrictValues(db, test.crypto, {
          subject: await getSubjectRow(db, subjectId, 'read'),
          fields,
          rightsId: null,
          doing: { now: test.clock.now(), actorId: null, requestId: null },
        }),
      ),
    restricted: async (subjectId: string) =>
      (
        await rows<{ field: string }>(
          sql`select field from restricted_value where subject_id = ${subjectId} order by 1`,
        )
      ).map(({ field }) => field),
  };
}
