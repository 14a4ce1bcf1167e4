import { addDays, dayOf, dueDay, periodOfDay, startOfDay } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { type DueHandler, scheduleDue } from '../../../platform/jobs/due-work.ts';
import { type FormInForce, findDefinition, findFormInForce } from '../store.ts';
import { fillReturns } from './fill-returns.ts';
import { owes } from './owing-areas.ts';

export const openFormKind = 'form.open';

/**
 * Makes and fills the returns of the period a day falls in, one for each committee of the form that has none yet, and has the next
 * period come by itself. Returns of the period still with a committee go over to this version. As the system.
 */
export async function openReturns(db: Db, form: FormInForce, now: Date): Promise<string[]> {
  const { definition } = form;
  const period = periodOfDay(dayOf(now), definition.period);
  const { rows } = await sql<{ id: string; fresh: boolean }>`insert into form_return
      (id, form_id, version, site_id, area_id, path, period, due_on, filled_at)
    select gen_random_uuid(), ${form.id}, ${form.version}, a.site_id, a.id, a.path, ${period.key}, ${dueDay(period, definition.dueDays)}, ${now}
    from area a where ${owes(form.siteId, definition, dayOf(now))}
    on conflict (form_id, area_id, period) do update set version = excluded.version, due_on = excluded.due_on, state = 'waiting',
      revision = form_return.revision + 1
    where form_return.version <> excluded.version and form_return.state in ('waiting', 'checked', 'sent-back')
    returning id, (xmax = 0) as fresh`.execute(db);
  const fresh = rows.filter((row) => row.fresh).map((row) => row.id);
  const moved = rows.filter((row) => !row.fresh).map((row) => row.id);
  await fillReturns(db, { siteId: form.siteId, definition, returnIds: fresh, now, fresh: true });
  if (moved.length > 0) {
    // Columns may have changed places: answers of the old version do not fit.
    await sql`delete from form_row where return_id = any(${moved}::uuid[])`.execute(db);
    await fillReturns(db, { siteId: form.siteId, definition, returnIds: moved, now, fresh: true });
  }
  await scheduleNext(db, form, now);
  return [...fresh, ...moved];
}

/** Minutes after midnight at which open returns are filled again: what changed by day, and people who came into a form's rows. */
const refillAtMinutes = 190;

async function scheduleNext(db: Db, form: FormInForce, now: Date): Promise<void> {
  const tomorrow = startOfDay(addDays(dayOf(now), 1)).getTime() + refillAtMinutes * 60_000;
  await scheduleDue(db, [{ kind: openFormKind, key: form.id, at: new Date(tomorrow), data: {} }]);
}

/** Every night: the new period's returns when it has come, and those still with a committee filled again. */
export const openFormHandler: DueHandler = async (db, item, now) => {
  const form = await findFormInForce(db, item.key);
  if (!form) return;
  const made = new Set(await openReturns(db, form, now));
  for (const [version, ids] of await findOpenReturns(db, form.id)) {
    const definition = await findDefinition(db, form.id, version);
    if (definition)
      await fillReturns(db, { siteId: form.siteId, definition, returnIds: ids.filter((id) => !made.has(id)), now });
  }
};

async function findOpenReturns(db: Db, formId: string): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('form_return')
    .select(['id', 'version'])
    .where('form_id', '=', formId)
    .where('state', 'in', ['waiting', 'sent-back'])
    .execute();
  const byVersion = new Map<number, string[]>();
  for (const { id, version } of rows) byVersion.set(version, [...(byVersion.get(version) ?? []), id]);
  return byVersion;
}
