import { caseJournalKinds } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { JournalRow } from '../../platform/journal/index.ts';
import type { CaseEvent, CaseEventFacts, CaseFact, FactFold } from './case-fact.ts';
import type { DayChange, FigureChanges, NowChange } from './figure-changes.ts';
import { keptMarks } from './marks-of.ts';

type FactRow = Omit<CaseFact, 'seq' | 'overdueSince' | 'fold'> & {
  seq: string;
  overdueSince: Date | null;
  fold: FactFold;
};

/** Facts of these cases, as far as there are any. */
export async function findFacts(db: Db, caseIds: readonly string[]): Promise<Map<string, CaseFact>> {
  const { rows } =
    await sql<FactRow>`select case_fact.case_id as "caseId", case_fact.seq, case_fact.site_id as "siteId",
      case_fact.area2_id as "area2Id", case_fact.area3_id as "area3Id", case_fact.area4_id as "area4Id",
      case_fact.type_code as "typeCode", case_fact.state, case_fact.unit_id as "unitId", case_fact.holder,
      case_fact.overdue_since as "overdueSince", case_fact.fold
    from case_fact where case_fact.case_id = any(${[...caseIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.caseId, toFact(row)]));
}

function toFact(row: FactRow): CaseFact {
  return { ...row, seq: Number(row.seq), overdueSince: row.overdueSince?.toISOString() ?? null };
}

const caseKinds: ReadonlySet<string> = new Set(Object.values(caseJournalKinds));

/** A row of the journal as the figures read it; null when it is not about a case. */
export function toCaseEvent(
  row: Pick<JournalRow, 'seq' | 'at' | 'kind' | 'noun' | 'noun_id' | 'data'>,
): CaseEvent | null {
  // A look at a case, or at a reporter, is told of the case too, but changes nothing of it.
  if (row.noun !== 'case' || !caseKinds.has(row.kind)) return null;
  const data = row.data as unknown as CaseEventFacts; // written by the cases module's caseEvent
  return { caseId: row.noun_id, seq: Number(row.seq), at: row.at, kind: row.kind, data };
}

/** All events of these cases up to a position, in the order they happened to the case. */
export async function listCaseEvents(
  db: Db,
  caseIds: readonly string[],
  until: { xid: string; seq: string },
): Promise<CaseEvent[]> {
  const { rows } =
    await sql<JournalRow>`select journal.xid::text, journal.seq::text, journal.at, journal.kind, journal.noun,
      journal.noun_id, journal.data
    from journal where journal.noun = 'case' and journal.noun_id = any(${[...caseIds]}::uuid[])
      and (journal.xid, journal.seq) <= (${until.xid}::xid8, ${until.seq}::bigint)
    order by journal.noun_id, journal.seq`.execute(db);
  return rows.flatMap((row) => toCaseEvent(row) ?? []);
}

export async function saveFacts(db: Db, facts: readonly CaseFact[]): Promise<void> {
  if (facts.length === 0) return;
  await sql`insert into case_fact (case_id, seq, site_id, area2_id, area3_id, area4_id, type_code, state, unit_id, holder, overdue_since, marks,
      marked_from, marked_until, fold)
    select f."caseId", f.seq, f."siteId", f."area2Id", f."area3Id", f."area4Id", f."typeCode", f.state, f."unitId", f.holder,
      f."overdueSince", f.marks, f."markedFrom", f."markedUntil", f.fold
    from jsonb_to_recordset(${JSON.stringify(facts.map((fact) => ({ ...fact, ...keptMarks(fact) })))}::jsonb) as f("caseId" uuid, seq bigint, "siteId" uuid, "area2Id" uuid,
      "area3Id" uuid, "area4Id" uuid, "typeCode" text, state text, "unitId" uuid, holder text, "overdueSince" timestamptz,
      marks jsonb, "markedFrom" date, "markedUntil" date, fold jsonb)
    on conflict (case_id) do update set seq = excluded.seq, type_code = excluded.type_code, area2_id = excluded.area2_id, area3_id = excluded.area3_id,
      area4_id = excluded.area4_id, state = excluded.state, unit_id = excluded.unit_id, holder = excluded.holder,
      overdue_since = excluded.overdue_since, marks = excluded.marks, marked_from = excluded.marked_from,
      marked_until = excluded.marked_until, fold = excluded.fold`.execute(db);
}

export async function saveChanges(db: Db, changes: FigureChanges): Promise<void> {
  await saveAreaDays(db, changes.areas);
  await saveUnitDays(db, changes.units);
  await saveTypeDays(db, changes.types);
  await saveNow(db, changes.now);
}

async function saveAreaDays(db: Db, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { areaIds, keys, days, counts } = columnsOf(changes);
  await sql`insert into figure_day (area_id, key, day, count)
    select * from unnest(${areaIds}::uuid[], ${keys}::text[], ${days}::date[], ${counts}::int[])
    on conflict (area_id, key, day) do update set count = figure_day.count + excluded.count`.execute(db);
}

async function saveUnitDays(db: Db, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { areaIds, ofs, keys, days, counts } = columnsOf(changes);
  await sql`insert into figure_unit_day (area_id, unit_id, key, day, count)
    select * from unnest(${areaIds}::uuid[], ${ofs}::uuid[], ${keys}::text[], ${days}::date[], ${counts}::int[])
    on conflict (area_id, unit_id, key, day) do update set count = figure_unit_day.count + excluded.count`.execute(db);
}

async function saveTypeDays(db: Db, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { areaIds, ofs, keys, days, counts } = columnsOf(changes);
  await sql`insert into figure_type_day (area_id, type_code, key, day, count)
    select * from unnest(${areaIds}::uuid[], ${ofs}::text[], ${keys}::text[], ${days}::date[], ${counts}::int[])
    on conflict (area_id, type_code, key, day) do update set count = figure_type_day.count + excluded.count`.execute(
    db,
  );
}

async function saveNow(db: Db, changes: readonly NowChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`insert into figure_now (area_id, key, count)
    select * from unnest(${changes.map((c) => c.areaId)}::uuid[], ${changes.map((c) => c.key)}::text[], ${changes.map((c) => c.count)}::int[])
    on conflict (area_id, key) do update set count = figure_now.count + excluded.count`.execute(db);
}

function columnsOf(changes: readonly DayChange[]) {
  return {
    areaIds: changes.map((change) => change.areaId),
    ofs: changes.map((change) => change.of),
    keys: changes.map((change) => change.key),
    days: changes.map((change) => change.day),
    counts: changes.map((change) => change.count),
  };
}

/** Before a rebuild: nothing is left. */
export async function emptyMeasures(db: Db): Promise<void> {
  await sql`truncate case_fact, figure_day, figure_now, figure_unit_day, figure_type_day`.execute(db);
}
