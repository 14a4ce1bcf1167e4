import type { importHolidays, listHolidays, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, dayOf, mayInArea } from '@linli/domain';
import { afterCommit, type Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { appendJournal } from '../../platform/journal/index.ts';
import { siteOf } from '../org/index.ts';
import type { CaseDeps } from './deps.ts';
import { storeHolidayYear } from './load-holidays.ts';
import { statutoryHolidays, statutorySource } from './statutory-holidays.ts';

/** Loads or replaces one year. Every day must lie in it; a make-up day is a weekend and no holiday. */
export async function loadHolidayYear(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof importHolidays>; now: Date; requestId: string },
): Promise<OutputOf<typeof importHolidays>> {
  const { actor, input, now } = call;
  const site = siteOf(actor);
  if (!mayInArea(actor, 'types:edit', site)) refuse('not-allowed');
  const outside = (day: string) => !day.startsWith(`${input.year}-`);
  const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const bad = [
    ...input.holidays.flatMap((day, i) => (outside(day) ? [`holidays.${i}`] : [])),
    ...input.makeUpDays.flatMap((day, i) =>
      outside(day) || weekday(day) || input.holidays.includes(day) ? [`makeUpDays.${i}`] : [],
    ),
  ];
  if (bad.length > 0)
    refuse('input-invalid', {}, { fields: bad.map((path) => ({ path, code: 'invalid', params: {} })) });
  const holidays = [...new Set(input.holidays)].sort();
  const makeUpDays = [...new Set(input.makeUpDays)].sort();
  await storeHolidayYear(db, { year: input.year, holidays, makeUpDays, source: input.source }, now);
  const siteId =
    deps.places
      .get()
      .sites()
      .find((s) => s.path === site)?.id ?? refuse('not-found');
  await appendJournal(db, [
    {
      at: now,
      kind: 'holidays.loaded',
      noun: 'site',
      nounId: siteId,
      path: site,
      actorId: actor.accountId,
      requestId: call.requestId,
      data: { year: input.year },
    },
  ]);
  afterCommit(db, () => deps.catalogue.refresh());
  return { year: input.year, holidays: holidays.length, makeUpDays: makeUpDays.length };
}

export async function findHolidayYears(db: Db, now: Date): Promise<OutputOf<typeof listHolidays>> {
  const rows = await db.selectFrom('holiday_year').selectAll().orderBy('year', 'desc').execute();
  const loaded = new Set(rows.map(({ year }) => year));
  const thisYear = Number(dayOf(now).slice(0, 4));
  return {
    years: rows.map((r) => ({
      year: r.year,
      holidays: r.holidays,
      makeUpDays: r.make_up_days,
      source: r.source,
      provisional: r.source === statutorySource,
      loadedAt: r.loaded_at.toISOString(),
    })),
    statutory: [thisYear, thisYear + 1].flatMap((year) => {
      const table = loaded.has(year) ? null : statutoryHolidays(year);
      return table === null ? [] : [{ year, holidays: table.holidays, source: table.source }];
    }),
  };
}
