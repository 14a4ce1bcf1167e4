import { registerFields, retentionDays } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { RecurringJob } from '../../../platform/jobs/worker.ts';
import { dropGuardianRights } from '../store/guardian-rights.ts';
import { journalSubjects } from '../store/journal.ts';
import { findSubjectRows } from '../subject-row.ts';
import { type DeletedRow, proveDeletions } from './deletion-proofs.ts';

/** Rows of one statement, and statements of one run: a backlog is worked off hour by hour, never in one long transaction. */
const chunk = 2000;
const roundsOfRun = 10;
/** What stands for somebody of whom nothing is kept any more. */
export const noName = '—';

const rules = registerFields.map(({ noun, code, retention }) => ({
  noun,
  field: code,
  grp: retention,
  days: retentionDays[retention],
}));
/** When nothing of a person or household may be left. */
const longest = Math.max(
  ...rules.filter(({ noun }) => noun === 'person' || noun === 'household').map(({ days }) => days),
);
const shortest = Math.min(...Object.values(retentionDays));
const ruleRows = sql`(select * from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r(noun text, field text, grp text, days int))`;
const endedOn = sql`coalesce(s.until, (s.changed_at at time zone 'Asia/Shanghai')::date)`;

type Gone = DeletedRow & { field: string; subjectId: string };

/** Deletes what is past its time and proves it: superseded values, values and links of who left, and in the end who it was. */
export const retentionJob: RecurringJob = {
  name: 'registers.retention',
  everySeconds: 3600,
  async run(db, now) {
    for (let round = 0; round < roundsOfRun; round += 1) if ((await sweepRetention(db, now)) < chunk) return;
  },
};

/** One chunk of each kind. As the system. Answers the rows deleted. */
export async function sweepRetention(db: Db, now: Date): Promise<number> {
  const today = dayOf(now);
  const gone = [
    ...(await dropSuperseded(db, now)),
    ...(await dropOfEnded(db, today, 'fact')),
    ...(await dropOfEnded(db, today, 'secret')),
    ...(await dropOfEnded(db, today, 'restricted')),
    ...(await dropCorrections(db, now, today)),
    ...(await dropLinks(db, today)),
    ...(await forgetSubjects(db, today, now)),
  ];
  await proveDeletions(
    db,
    gone.map((row) => ({ ...row, rule: `retention:${row.group}:${daysOf(row.group)}` })),
    { now, requestId: null },
  );
  return gone.length;
}

function daysOf(group: string): number {
  return group in retentionDays ? retentionDays[group as keyof typeof retentionDays] : longest; // narrowed by `in`
}

async function dropSuperseded(db: Db, now: Date): Promise<Gone[]> {
  const { rows } = await sql<Gone>`with past as (
      select f.id, s.site_id, r.grp from fact f join subject s on s.id = f.subject_id
        join ${ruleRows} r on r.noun = s.noun and r.field = f.field
      where f.superseded_at < ${now}::timestamptz - ${shortest} * interval '1 day'
        and f.superseded_at < ${now}::timestamptz - r.days * interval '1 day'
      order by f.superseded_at limit ${chunk})
    delete from fact using past where fact.id = past.id
    returning fact.id::text as id, fact.subject_id as "subjectId", fact.field, past.site_id as "siteId", 'fact' as kind,
      past.grp as "group"`.execute(db);
  return rows;
}

const tables = { fact: 'fact', secret: 'subject_secret', restricted: 'restricted_value' } as const;

/** Of subjects that ended long enough ago for the field's group. */
async function dropOfEnded(db: Db, today: string, kind: keyof typeof tables): Promise<Gone[]> {
  const table = sql.table(tables[kind]);
  const { rows } = await sql<Gone>`with past as materialized (
      select v.subject_id, v.field, s.site_id, r.grp from subject s join ${table} v on v.subject_id = s.id
        join ${ruleRows} r on r.noun = s.noun and r.field = v.field
      where s.state <> 'active' and ${endedOn} < ${today}::date - ${shortest}::int and ${endedOn} < ${today}::date - r.days
      group by 1, 2, 3, 4 limit ${chunk}),
    gone as (
      delete from ${table} v using past where v.subject_id = past.subject_id and v.field = past.field
      returning v.subject_id, v.field),
    emptied as (
      update subject set fields = subject.fields - g.fields from
        (select subject_id, array_agg(distinct field) as fields from gone group by 1) g where subject.id = g.subject_id
      returning 1)
    select past.subject_id || '.' || past.field as id, past.subject_id as "subjectId", past.field, past.site_id as "siteId",
      ${kind} as kind, past.grp as "group" from past where (select count(*) from emptied) >= 0`.execute(db);
  return rows;
}

/** What was asked about a field holds values too: gone with the time of its field, once decided, or when who it is about left. */
async function dropCorrections(db: Db, now: Date, today: string): Promise<Gone[]> {
  const { rows } = await sql<Gone>`with past as (
      select c.id, s.site_id, r.grp from correction c join subject s on s.id = c.subject_id
        join ${ruleRows} r on r.noun = s.noun and r.field = c.field
      where c.decided_at < ${now}::timestamptz - r.days * interval '1 day'
        or (s.state <> 'active' and ${endedOn} < ${today}::date - r.days)
      limit ${chunk})
    delete from correction using past where correction.id = past.id
    returning correction.id::text as id, correction.subject_id as "subjectId", correction.field, past.site_id as "siteId",
      'correction' as kind, past.grp as "group"`.execute(db);
  return rows;
}

/** Links over for longer than the group of living: who lived with whom is no more known than where. */
async function dropLinks(db: Db, today: string): Promise<Gone[]> {
  const { rows } = await sql<Gone>`with past as (
      select l.id, s.site_id from subject_link l join subject s on s.id = l.from_id
      where l.valid_to < ${today}::date - ${retentionDays.living}::int order by l.valid_to limit ${chunk})
    delete from subject_link using past where subject_link.id = past.id
    returning subject_link.id::text as id, subject_link.from_id as "subjectId", '' as field, past.site_id as "siteId", 'link' as kind,
      'living' as "group"`.execute(db);
  return rows;
}

/**
 * Nothing is held of them any more: name, birth and accounts go too, and what people wrote about them: why a tag was set, corrections, who
 * they were to others. The row stays, so that history still stands. What the privacy desk keeps of them goes with its own job. Who moved away
 * may have been guardian until now: that ends here, with what their account read of the ward.
 */
async function forgetSubjects(db: Db, today: string, now: Date): Promise<Gone[]> {
  const { rows } = await sql<Gone & { wardId: string | null }>`with past as (
      select s.id, s.site_id from subject s where s.state <> 'active' and s.noun in ('person', 'household') and s.name <> ${noName}
        and ${endedOn} < ${today}::date - ${longest}::int
        and not exists (select from fact f where f.subject_id = s.id)
        and not exists (select from subject_secret e where e.subject_id = s.id)
        and not exists (select from restricted_value v where v.subject_id = s.id)
      limit ${chunk}),
    unlinked as (delete from subject_account a using past where a.subject_id = past.id
      returning a.subject_id, a.account_id, past.site_id),
    unlooked as (delete from subject_reveal r using past where r.subject_id = past.id returning 1),
    untagged as (delete from tag_hand h using past where h.subject_id = past.id returning 1),
    uncared as (delete from care_holding h using past where h.subject_id = past.id returning 1),
    unasked as (delete from correction c using past where c.subject_id = past.id returning 1),
    unquestioned as (delete from form_question q using past where q.subject_id = past.id returning 1),
    unmerged as (delete from subject_merge m using past where past.id in (m.kept_id, m.gone_id) returning 1),
    unpaired as (delete from same_pair p using past where past.id in (p.one_id, p.other_id) returning 1),
    unwaited as (delete from guardian_wait w using past where past.id in (w.ward_id, w.guardian_id) returning 1),
    unbound as (delete from subject_link l using past where past.id in (l.from_id, l.to_id)
      returning l.id, l.from_id, l.to_id, l.kind, l.valid_to, past.site_id),
    named as (update subject set name = ${noName}, born = null, fields = '{}', tags = '{}' from past where subject.id = past.id
      returning subject.id, subject.site_id)
    select id::text, id as "subjectId", '' as field, site_id as "siteId", 'subject' as kind, '' as "group", null as "wardId" from named
    union all select id::text, from_id, '', site_id, 'link', '',
      case when kind = 'guardian' and valid_to is null then to_id end from unbound
    union all select subject_id || '.' || account_id, subject_id, '', site_id, 'account', '', null from unlinked`.execute(
    db,
  );
  const wards = rows.flatMap(({ wardId }) => wardId ?? []);
  return [...rows, ...(await endWardRights(db, wards, now))];
}

/** Accounts read wards no more whose guardian is forgotten. */
async function endWardRights(db: Db, wardIds: readonly string[], now: Date): Promise<Gone[]> {
  if (wardIds.length === 0) return [];
  const rights = await dropGuardianRights(db, wardIds);
  const wards = await findSubjectRows(db, wardIds);
  const left = [...wards.values()].filter(({ state }) => state === 'active');
  await journalSubjects(
    db,
    { now, actorId: null, requestId: null },
    'guardian.ended',
    left.map(({ id, path }) => ({ id, path, data: { on: dayOf(now), reason: 'forgotten' } })),
  );
  return rights.flatMap(({ subjectId, accountId }): Gone[] => {
    const siteId = wards.get(subjectId)?.siteId;
    const row = { id: `${subjectId}.${accountId}`, subjectId, field: '', kind: 'account' as const, group: '' };
    return siteId === undefined ? [] : [{ ...row, siteId }];
  });
}
