import { sql } from 'kysely';
import { type Clock, dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { newId } from '../../platform/ids.ts';
import { scheduleDue } from '../../platform/jobs/due-work.ts';
import type { Consumer, JournalRow } from '../../platform/journal/index.ts';
import type { CaseEventData } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
import { careNotices, isCareRow } from './care-notices.ts';
import type { Channel } from './channel.ts';
import { type NoticeRule, noticeRules } from './notice-rules.ts';
import { recipientsOf } from './recipients.ts';
import { insertDeliveries, insertNotices, type NewNotice } from './store.ts';

/** Rows older than this when they are read are history (a rebuild, an import): kept as read, and nobody's phone rings. */
const historyMs = 3 * 86_400_000;
/** An urgent case rings sooner, by night too. */
const urgentMinutes = 3;

interface CaseFacts {
  urgent: boolean;
  checkedByReporter: boolean;
  typeZh: string;
  typeEn: string;
  /** What the reporter is told at each stage, by the stage's key. */
  told: Readonly<Record<string, { zh: string; en?: string } | null>> | null;
}
interface Draft extends NewNotice {
  unreadMinutes: number | undefined;
  urgent: boolean;
}

/** Turns rows of the journal into notices; whatever is still unread after a while goes out by the first channel that can. */
export function createNoticeConsumer(deps: {
  clock: Clock;
  directory: VersionedCache<Directory>;
  channels: readonly Channel[];
}): Consumer {
  const channel = deps.channels.find((c) => c.templates.includes('case-notice'));
  return {
    name: 'notices',
    async handle(db, rows) {
      const directory = deps.directory.get();
      await insertNotices(
        db,
        await careNotices(db, rows.filter(isCareRow), { directory, now: deps.clock.now(), historyMs }),
      );
      const told = rows.filter((row) => row.noun === 'case' && row.kind in noticeRules && !isOneOfMany(row));
      if (told.length === 0) return;
      const facts = await loadFacts(db, [...new Set(told.map((row) => row.noun_id))]);
      const now = deps.clock.now();
      const drafts = told.flatMap((row) => draftsOf(row, facts.get(row.noun_id), deps.directory.get(), now));
      const fresh = await insertNotices(db, drafts);
      if (!channel) return;
      await planDeliveries(
        db,
        drafts.filter((draft) => fresh.has(draft.id) && draft.readAt === null),
        channel.name,
        now,
      );
    },
  };
}

/** A dispatch of a long table taken over at once tells nobody (notice-rules.ts): its facts need not be loaded. */
function isOneOfMany(row: JournalRow): boolean {
  const data = row.data as unknown as Partial<CaseEventData>; // written by caseEvent
  return row.kind === 'case.dispatched' && data.of?.quiet === true;
}

function draftsOf(row: JournalRow, facts: CaseFacts | undefined, directory: Directory, now: Date): Draft[] {
  if (!facts) return [];
  const data = row.data as unknown as CaseEventData; // written by caseEvent
  const told = data.stage === undefined ? null : (facts.told?.[data.stage] ?? null);
  const rules = noticeRules[row.kind]?.(data, { ...facts, hasTold: told !== null }) ?? [];
  const isHistory = now.getTime() - row.at.getTime() > historyMs;
  const seen = new Set<string>();
  return rules.flatMap((rule) =>
    recipientsOf(rule.to, { path: row.path, actorId: row.actor_id, data }, directory, dayOf(row.at)).flatMap(
      (accountId) => {
        // Who is told the same by two ways is told once.
        const once = `${accountId} ${rule.kind}`;
        if (seen.has(once)) return [];
        seen.add(once);
        return [draft(row, data, facts, rule, accountId, isHistory)];
      },
    ),
  );
}

function draft(
  row: JournalRow,
  data: CaseEventData,
  facts: CaseFacts,
  rule: NoticeRule,
  accountId: string,
  isHistory: boolean,
): Draft {
  return {
    id: newId(),
    accountId,
    kind: rule.kind,
    noun: row.noun,
    nounId: row.noun_id,
    params: {
      number: data.number,
      typeCode: data.typeCode,
      typeName: facts.typeZh,
      typeNameEn: facts.typeEn,
      round: data.round,
      ...idsAndWords(data.of),
      ...(rule.withTold ? toldWords(data, facts) : {}),
    },
    at: row.at,
    readAt: isHistory ? row.at : null,
    sourceSeq: row.seq,
    unreadMinutes: rule.unreadMinutes,
    urgent: facts.urgent,
  };
}

/** The pack's own words for where the case stands now. */
function toldWords(data: CaseEventData, facts: CaseFacts): Record<string, string> {
  const told = facts.told?.[data.stage ?? ''];
  return told ? { told: told.zh, toldEn: told.en ?? told.zh } : {};
}

/** Of the action: only short codes and ids, which `caseEvent` puts there; no list, no text of people. */
function idsAndWords(of: Record<string, unknown>): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const key of ['clock', 'afterMinutes', 'result', 'request', 'parentId']) {
    const value = of[key];
    if (typeof value === 'string' || typeof value === 'number') kept[key] = value;
  }
  return kept;
}

async function planDeliveries(db: Db, drafts: readonly Draft[], channel: string, now: Date): Promise<void> {
  const planned = drafts.flatMap((notice) => {
    if (notice.unreadMinutes === undefined) return [];
    const minutes = notice.urgent ? Math.min(urgentMinutes, notice.unreadMinutes) : notice.unreadMinutes;
    return [{ id: newId(), notice, at: new Date(now.getTime() + minutes * 60_000) }];
  });
  await insertDeliveries(
    db,
    planned.map(({ id, notice }) => ({
      id,
      noticeId: notice.id,
      channel,
      addressHash: null,
      template: 'case-notice',
      state: 'waiting',
      tries: 0,
      problem: null,
      at: now,
      doneAt: null,
    })),
  );
  await scheduleDue(
    db,
    planned.map(({ id, notice, at }) => ({ kind: 'notice.deliver', key: id, at, data: { urgent: notice.urgent } })),
  );
}

async function loadFacts(db: Db, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseFacts>> {
  const { rows } = await sql<CaseFacts & { id: string }>`select cases.id, cases.urgent,
      coalesce(case_type.definition#>>'{checking,mode}' = 'reporter', false) as "checkedByReporter",
      coalesce(case_type.definition#>>'{name,zh}', cases.type_code) as "typeZh",
      coalesce(case_type.definition#>>'{name,en}', case_type.definition#>>'{name,zh}', cases.type_code) as "typeEn",
      (select jsonb_object_agg(step.one->>'key', step.one->'told') from jsonb_array_elements(case_type.definition->'stages') as step(one)) as told
    from cases left join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where cases.id = any(${caseIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
