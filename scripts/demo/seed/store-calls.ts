import { addDays, dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../apps/server/src/platform/db/database.ts';
import { createRandom } from '../street/random.ts';
import { createSeedIds } from './seed-ids.ts';

const typeCode = 'suggestion';
const answeringDays = 20;

/** A themed call that is open now, answered by the suggestions of the last weeks, and one that is over. */
export async function storeCalls(db: Db, seed: number, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from area where parent_id is null`.execute(db);
  const site = rows[0]?.id;
  const known = await sql`select from case_type where code = ${typeCode}`.execute(db);
  if (!site || known.rows.length === 0) return;
  const newId = createSeedIds(createRandom(seed + 103));
  const today = dayOf(now);
  const open = newId(now.getTime());
  const over = newId(now.getTime() - 1);
  const calls = [
    {
      id: open,
      topic: '口袋公园怎么改，大家来出主意',
      background: '街道今年改造三处口袋公园，想听听大家对座椅、遮阳、儿童和老人活动场地的意见。',
      opens: addDays(today, -answeringDays),
      closes: addDays(today, 10),
    },
    {
      id: over,
      topic: '社区食堂菜单和价格',
      background: '社区食堂开业前征求菜品、价格和营业时间的意见，结果已向居民公布。',
      opens: addDays(today, -55),
      closes: addDays(today, -30),
    },
  ];
  for (const call of calls)
    await sql`insert into case_call (id, site_id, type_code, topic, background, ways, opens_on, closes_on, created_at)
      values (${call.id}, ${site}, ${typeCode}, ${call.topic}, ${call.background}, ${'手机提交，也可到居委会当面说'},
        ${call.opens}, ${call.closes}, ${new Date(now.getTime() - answeringDays * 86_400_000)})`.execute(db);
  for (const [callId, about] of [
    [open, '口袋公园%'],
    [over, '社区食堂%'],
  ])
    await sql`update cases set call_id = ${callId} where type_code = ${typeCode} and form->>'theme' like ${about}`.execute(
      db,
    );
}
