import { sql } from 'kysely';
import { type Clock, dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import type { VersionedCache } from '../../platform/db/versioned-cache.ts';
import { newId } from '../../platform/ids.ts';
import type { Consumer, JournalRow } from '../../platform/journal/index.ts';
import type { CaseEventData } from '../cases/index.ts';
import type { Directory } from '../org/index.ts';
import { careNotices, isCareRow } from './care-notices.ts';
import type { Channel } from './channel.ts';
import { type NoticeRule, noticeRules } from './notice-rules.ts';
import { type Draft, planDeliveries } from './plan-deliveries.ts';
import { isPrivacyRow, privacyNotices } from './privacy-notices.ts';
import { recipientsOf } from './recipients.ts';
import { insertNotices } from './store.ts';

/** Rows older than this when they are read are history (a rebuild, an import): kept as read, and nobody's phone rings. */
const historyMs = 3 * 86_400_000;

interface CaseFacts {
  urgent: boolean;
  checkedByReporter: boolean;
  typeZh: string;
  typeEn: string;
  /** What the reporter is told at each stage, by the stage's key. */
  told: Readonly<Record<string, { zh: string; en?: string } | null>> | null;
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
      const now = deps.clock.now();
      const call = { directory, now, historyMs };
      await insertNotices(db, await careNotices(db, rows.filter(isCareRow), call));
      const told = rows.filter((row) => row.noun === 'case' && row.kind in noticeRules && !isOneOfMany(row));
      const facts = await loadFacts(db, [...new Set(told.map((row) => row.noun_id))]);
      const drafts = [
        ...told.flatMap((row) => draftsOf(row, facts.get(row.noun_id), directory, now)),
        ...(await privacyNotices(db, rows.filter(isPrivacyRow), call)),
      ];
      if (drafts.length === 0) return;
      const fresh = await insertNotices(db, drafts);
      if (!channel) return;
      const loud = drafts.filter((draft) => fresh.has(draft.id) && draft.readAt === null);
      await planDeliveries(db, loud, channel.name, now);
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

async function loadFacts(db: Db, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<CaseFacts & { id: string }>`select cases.id, cases.urgent,
      coalesce(case_type.definition#>>'{checking,mode}' = 'reporter', false) as "checkedByReporter",
      coalesce(case_type.definition#>>'{name,zh}', cases.type_code) as "typeZh",
      coalesce(case_type.definition#>>'{name,en}', case_type.definition#>>'{name,zh}', cases.type_code) as "typeEn",
      (select jsonb_object_agg(step.one->>'key', step.one->'told') from jsonb_array_elements(case_type.definition->'stages') as step(one)) as told
    from cases left join case_type on case_type.code = cases.type_code and case_type.version = cases.type_version
    where cases.id = any(${caseIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
