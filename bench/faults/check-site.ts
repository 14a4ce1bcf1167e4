import { sql } from 'kysely';
import { measuresConsumer } from '../../apps/server/src/modules/measures/index.ts';
import { systemClock } from '../../apps/server/src/platform/clock.ts';
import type { Db } from '../../apps/server/src/platform/db/database.ts';
import {
  drainConsumers,
  rewindConsumer,
  sealJournal,
  verifyJournal,
} from '../../apps/server/src/platform/journal/index.ts';
import type { Driven } from './drive-reports.ts';
import type { FaultSite } from './fault-site.ts';

export interface Findings {
  cases: number;
  /** Acknowledged and not there, or with another number than told. */
  lost: number;
  /** One request, several cases. */
  doubled: number;
  /** Cases whose actions, journal, request or alarm do not fit together. */
  halfWritten: number;
  /** Deadlines that did not fire, or fired more than once. */
  missedDeadlines: number;
  /** From the deadline to its record, the latest of all. */
  latestMs: number;
  /** Rows of figures that differ from a recount. */
  wrongFigures: number;
  sealsFit: boolean;
}

const one = async (db: Db, query: ReturnType<typeof sql<{ n: number }>>) =>
  (await query.execute(db)).rows[0]?.n ?? Number.NaN;

/** Waits until nothing is due and consumers have read everything; false when that takes longer than `ms`. */
export async function waitUntilQuiet(site: FaultSite, ms: number): Promise<boolean> {
  const endsAt = Date.now() + ms;
  while (Date.now() < endsAt) {
    await site.ensureRunning().catch(() => undefined);
    const left = await site.database
      .asSystem((db) =>
        one(
          db,
          sql`select (select count(*) from due where kind = 'case.clock')
          + (select count(*) from consumer, (select xid, seq from journal order by xid desc, seq desc limit 1) last
             where (consumer.xid, consumer.seq) < (last.xid, last.seq)) as n`,
        ),
      )
      .catch(() => 1);
    if (Number(left) === 0) return true;
    await new Promise((r) => setTimeout(r, 200));
  }
  return false;
}

/** Looks at every row that the run left behind. Nothing else may be running. */
export async function checkSite(site: FaultSite, driven: Driven): Promise<Findings> {
  const { database } = site;
  const told = JSON.stringify(driven.acknowledged);
  const counts = await database.asSystem(async (db) => ({
    cases: await one(db, sql`select count(*)::int as n from cases`),
    lost: await one(
      db,
      sql`select count(*)::int as n
      from jsonb_to_recordset(${told}::jsonb) as told("requestId" uuid, "caseId" uuid, number text)
      where not exists (select from cases where cases.id = told."caseId" and cases.number = told.number
        and cases.words = '演练 ' || told."requestId")`,
    ),
    doubled: await one(db, sql`select (count(*) - count(distinct words))::int as n from cases`),
    halfWritten: await one(
      db,
      sql`select count(*)::int as n from cases where
      cases.seq <> (select count(*) from case_action a where a.case_id = cases.id)
      or cases.seq <> (select max(a.seq) from case_action a where a.case_id = cases.id)
      or cases.seq <> (select count(*) from journal j where j.noun_id = cases.id and j.noun = 'case')
      or 1 <> (select count(*) from request r where r.response->>'caseId' = cases.id::text and r.response->>'number' = cases.number)
      or 1 <> (select count(*) from case_reporter r where r.case_id = cases.id)`,
    ),
    orphans: await one(
      db,
      sql`select count(*)::int as n from request where operation = 'report-case'
      and not exists (select from cases where cases.id::text = request.response->>'caseId')`,
    ),
    missedDeadlines: await one(
      db,
      sql`select count(*)::int as n from cases where
      1 <> (select count(*) from case_action a where a.case_id = cases.id and a.kind = 'overdue')
      or 1 <> (select count(*) from case_action a where a.case_id = cases.id and a.kind = 'escalate')
      or 1 <> (select count(*) from journal j where j.noun_id = cases.id and j.kind = 'case.overdue')`,
    ),
    latestMs: await one(
      db,
      sql`select coalesce(max(extract(epoch from a.at - cases.ran_out_at) * 1000), 0)::int as n
      from cases join case_action a on a.case_id = cases.id and a.kind = 'overdue'`,
    ),
  }));
  const wrongFigures = await recount(site);
  while ((await database.asSystem((db) => sealJournal(db, systemClock))) > 0);
  const { broken } = await verifyJournal(database);
  const { orphans, ...found } = counts;
  return { ...found, halfWritten: counts.halfWritten + orphans, wrongFigures, sealsFit: broken === null };
}

const figureTables = ['figure_day', 'figure_now', 'figure_unit_day', 'figure_type_day'] as const;

/** Figures as the workers left them against figures counted anew from the whole journal. */
async function recount(site: FaultSite): Promise<number> {
  const figures = () =>
    site.database.asSystem(async (db) => {
      const rows: string[] = [];
      for (const table of figureTables) {
        const found = await sql<{
          row: string;
        }>`select t::text as row from ${sql.table(table)} t where t.count <> 0`.execute(db);
        rows.push(...found.rows.map((r) => `${table} ${r.row}`));
      }
      return new Set(rows);
    });
  const before = await figures();
  await rewindConsumer(site.database, measuresConsumer);
  await drainConsumers(site.database, systemClock, [measuresConsumer]);
  const after = await figures();
  if (after.size === 0) return Number.NaN;
  return [...before].filter((row) => !after.has(row)).length + [...after].filter((row) => !before.has(row)).length;
}
