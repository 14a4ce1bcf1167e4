import { addDays, dayOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../../apps/server/src/platform/db/database.ts';
import { newId } from '../../../../apps/server/src/platform/ids.ts';
import type { Random } from '../../street/random.ts';

export interface Keeper {
  readonly accountId: string;
  readonly words: string;
}
export interface ReturnsPlace {
  readonly siteId: string;
  readonly now: Date;
  readonly random: Random;
  /** Committee secretaries by area. */
  readonly secretaries: ReadonlyMap<string, Keeper>;
  readonly chief: Keeper;
  /** The committee people sign in for: it has a return in every state. */
  readonly shownAreaId: string | null;
}

type Row = {
  id: string;
  areaId: string;
  formName: string;
  dueOn: string;
  missing: number;
  asksHere: boolean;
  past: boolean;
};
type Goal = 'waiting' | 'checked' | 'given' | 'approved' | 'sent-back';
const hourMs = 3_600_000;
const reasons = [
  '两户电话号码与上月相同，请再核实',
  '有三人已迁出，请更新后再报',
  '紧急联系人不能填本人，请改正',
] as const;
/** This period at the shown committee, by form; the rest still wait. */
const shownGoals = ['checked', 'sent-back', 'given', 'approved'] as const;

/** Last period's returns have mostly come, some late, some not yet; of this one a few. Nothing is given with something asked in it. */
export async function moveReturns(db: Db, place: ReturnsPlace): Promise<void> {
  const { now, random } = place;
  const today = dayOf(now);
  const { rows } =
    await sql<Row>`select r.id, r.area_id as "areaId", f.name as "formName", r.due_on::text as "dueOn", r.missing_count as missing,
      v.definition -> 'columns' @> '[{"bind": "asked"}]' as "asksHere",
      r.period <> (select max(o.period) from form_return o where o.form_id = r.form_id) as past
    from form_return r join form f on f.id = r.form_id join form_version v on v.form_id = f.id and v.version = r.version
    where r.site_id = ${place.siteId} order by f.name, r.period, r.path`.execute(db);
  let shown = 0;
  for (const row of rows) {
    const goal = goalOf(row, random);
    const isShown = row.areaId === place.shownAreaId && !row.past && !row.asksHere;
    const chosen = isShown ? (shownGoals[shown++] ?? 'waiting') : goal;
    if (chosen !== 'waiting') await moveOne(db, { row, goal: chosen, place, late: random.chance(0.08), today });
  }
}

function goalOf(row: Row, random: Random): Goal {
  const chance = random.next();
  if (row.past) {
    if (row.asksHere && chance < 0.5) return 'waiting';
    if (chance < 0.86) return 'approved';
    return chance < 0.93 ? 'given' : 'waiting';
  }
  if (row.asksHere || chance > 0.1) return 'waiting';
  return chance < 0.06 ? 'given' : 'checked';
}

async function moveOne(
  db: Db,
  call: { row: Row; goal: Goal; place: ReturnsPlace; late: boolean; today: string },
): Promise<void> {
  const { row, goal, place, late, today } = call;
  const secretary = place.secretaries.get(row.areaId);
  if (!secretary) return;
  // What nobody can be asked for would be approved as a gap.
  if ((await settleMissing(db, row.id)) > 0) return;
  const days = late && row.past ? 2 : -place.random.int(2, 5);
  const day = [addDays(row.dueOn, days), addDays(today, -1)].toSorted()[0] ?? today;
  const givenAt = new Date(Date.parse(`${day}T09:00:00+08:00`) + place.random.int(0, 420) * 60_000);
  const approvedAt = new Date(Math.min(place.now.getTime(), givenAt.getTime() + place.random.int(1, 3) * hourMs));
  const steps: [act: string, who: Keeper, at: Date, words: string][] = [
    ['check', secretary, new Date(givenAt.getTime() - hourMs), ''],
    ...(goal === 'checked' ? [] : [['give', secretary, givenAt, ''] as [string, Keeper, Date, string]]),
    ...(goal === 'approved' ? [['approve', place.chief, approvedAt, ''] as [string, Keeper, Date, string]] : []),
    ...(goal === 'sent-back'
      ? [['send-back', place.chief, approvedAt, place.random.pick(reasons)] as [string, Keeper, Date, string]]
      : []),
  ];
  for (const [act, who, at, words] of steps)
    await sql`insert into form_step (id, return_id, at, act, by_id, by_words, words)
      values (${newId()}, ${row.id}, ${at}, ${act}, ${who.accountId}, ${who.words}, ${words})`.execute(db);
  const given = goal === 'given' || goal === 'approved';
  await sql`update form_return set state = ${goal}, revision = ${steps.length + 1},
      checked_by = ${goal === 'checked' ? null : secretary.accountId}, given_at = ${given ? givenAt : null},
      approved_by = ${goal === 'approved' ? place.chief.accountId : null}, approved_at = ${goal === 'approved' ? approvedAt : null}
    where id = ${row.id}`.execute(db);
}

/** What was still asked when it was given, the committee said not to know. Answers how many cells are missing all the same. */
async function settleMissing(db: Db, returnId: string): Promise<number> {
  await sql`update form_row set marks = translate(marks, 'm', 'u') where return_id = ${returnId} and marks like '%m%'`.execute(
    db,
  );
  const { rows } = await sql<{
    missing: number;
  }>`update form_return r set missing_count = c.missing, unknown_count = c.unknown from (
      select coalesce(sum(length(marks) - length(replace(replace(marks, 'm', ''), 'g', ''))), 0)::int as missing,
        coalesce(sum(length(marks) - length(replace(marks, 'u', ''))), 0)::int as unknown from form_row where return_id = ${returnId}) c
    where r.id = ${returnId} returning r.missing_count as missing`.execute(db);
  return rows[0]?.missing ?? 0;
}
