import { type ConsentPurpose, carries, consentTexts, roles } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { JournalRow } from '../../platform/journal/index.ts';
import type { Directory } from '../org/index.ts';
import type { Draft } from './plan-deliveries.ts';

/**
 * `asker`: whose request it is; `linked`: accounts of the person it is about and their guardians; `desk`, `chief`: of the whole site;
 * `keepers`: who leads the registers of the place; `units`: who answers for the units the row names.
 */
type Audience = 'asker' | 'linked' | 'desk' | 'chief' | 'keepers' | 'units';

interface Rule {
  kind: string;
  to: Audience;
  unreadMinutes?: number;
  /** Told even to who did it: it may have been somebody else at their telephone. */
  alsoOwn?: true;
}

const toDesk = (kind: string, unreadMinutes: number): Rule => ({ kind, to: 'desk', unreadMinutes });

/** Few on purpose, as of cases: what changes something for the person, and what waits for the desk. Nothing of what the data say. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  'rights.submit': [toDesk('rights.arrived', 60), { kind: 'rights.asked-for-you', to: 'linked', unreadMinutes: 60 }],
  'rights.register': [{ kind: 'rights.registered', to: 'asker' }],
  'rights.ask-more': [{ kind: 'rights.needs-more', to: 'asker', unreadMinutes: 60 }],
  'rights.answer': [{ kind: 'rights.answered', to: 'asker', unreadMinutes: 60 }],
  'rights.supply': [toDesk('rights.supplied', 60)],
  'rights.object': [toDesk('rights.objected', 60)],
  'rights.due-soon': [toDesk('rights.due-soon', 30)],
  'rights.overdue': [toDesk('rights.overdue', 30)],
  'rights.latest-soon': [
    toDesk('rights.latest-soon', 30),
    { kind: 'rights.latest-soon', to: 'chief', unreadMinutes: 30 },
  ],
  'consent.given': [{ kind: 'consent.given', to: 'linked' }],
  'consent.withdrawn': [{ kind: 'consent.withdrawn', to: 'linked' }],
  'restriction.lifted': [{ kind: 'restriction.lifted', to: 'linked' }],
  // Whoever reads somebody's data from now on, or no more, is known to that person and to their other guardians.
  'guardian.asked': [
    { kind: 'guardian.asked', to: 'linked' },
    { kind: 'guardian.waits', to: 'keepers' },
  ],
  'guardian.refused': [{ kind: 'guardian.refused', to: 'linked' }],
  'guardian.set': [{ kind: 'guardian.set', to: 'linked' }],
  'guardian.ended': [{ kind: 'guardian.ended', to: 'linked' }],
  // Whoever keeps the place hears that a let home's day for mending passed.
  'letting.overdue': [{ kind: 'letting.overdue', to: 'keepers' }],
  // A body answers for what it has entered.
  'correction.asked': [{ kind: 'correction.asked', to: 'units' }],
  // Whose value it is, and who asked, hear that it was answered.
  'correction.decided': [
    { kind: 'correction.decided', to: 'asker' },
    { kind: 'correction.decided', to: 'linked' },
  ],
  'copy.made': [{ kind: 'copy.made', to: 'linked', alsoOwn: true }],
};

export function isPrivacyRow(row: Pick<JournalRow, 'kind'>): boolean {
  return row.kind in rules;
}

/** A correction that gave way to another waits on in it: news to whoever asked for it, and to nobody else. */
function isNews({ kind, data }: JournalRow, { to }: Rule): boolean {
  const { replaced } = data as { replaced?: unknown }; // written by endOpen
  return kind !== 'correction.decided' || replaced !== true || to === 'asker';
}

interface RightsFacts {
  id: string;
  subjectId: string | null;
  asker: string;
  answeredBy: string | null;
}

/** Notices of the privacy desk's rows. As the system. */
export async function privacyNotices(
  db: Db,
  rows: readonly JournalRow[],
  call: { directory: Directory; now: Date; historyMs: number },
): Promise<Draft[]> {
  if (rows.length === 0) return [];
  const requests = await findRequests(db, rows);
  const subjectOf = (row: JournalRow) =>
    row.noun === 'subject' ? row.noun_id : (requests.get(row.noun_id)?.subjectId ?? null);
  const linked = await findLinked(db, rows.map(subjectOf));
  return rows.flatMap((row) => {
    const request = requests.get(row.noun_id);
    const facts = { request, linked: linked.get(subjectOf(row) ?? '') ?? [] };
    const told = new Map<string, Draft>();
    for (const rule of (rules[row.kind] ?? []).filter((each) => isNews(row, each)))
      for (const accountId of recipientsOf(row, rule, facts, call.directory))
        if (!told.has(`${accountId} ${rule.kind}`))
          told.set(`${accountId} ${rule.kind}`, draftOf(row, rule, accountId, call));
    return [...told.values()];
  });
}

function recipientsOf(
  row: JournalRow,
  rule: Rule,
  facts: { request: RightsFacts | undefined; linked: readonly string[] },
  directory: Directory,
): readonly string[] {
  const data = row.data as { accountId?: unknown }; // written by insertStep, rights-clock, grantCopy, answerCorrection and endOpen
  const asker = typeof data.accountId === 'string' ? data.accountId : null;
  const others = (ids: readonly string[]) => ids.filter((id) => rule.alsoOwn === true || id !== row.actor_id);
  switch (rule.to) {
    case 'asker':
      return others(asker === null ? [] : [asker]);
    case 'linked':
      // Who asks for themselves is not told of it; who asked for a copy hears that it was answered.
      if (facts.request?.asker === 'self') return [];
      return others(facts.linked).filter((id) => id !== asker);
    case 'desk': {
      const desk = others(deskAt(row, directory));
      // An objection is for another hand than the one that answered, where there is one.
      const another = desk.filter((id) => row.kind !== 'rights.object' || id !== facts.request?.answeredBy);
      return another.length > 0 ? another : desk;
    }
    case 'chief':
      return others(directory.accountsByRole('duty-chief', row.path, dayOf(row.at)));
    case 'keepers':
      return others(keepersAt(row, directory));
    case 'units':
      return others(answerersOf(row, directory));
    default:
      return rule.to satisfies never;
  }
}

function deskAt(row: JournalRow, directory: Directory): readonly string[] {
  return roles
    .filter((role) => carries({ role }, 'privacy:desk'))
    .flatMap((role) => directory.accountsByRole(role, row.path, dayOf(row.at)));
}

/** Those who keep the register and care for its people there: any of them but the one who asked may answer. */
function keepersAt(row: JournalRow, directory: Directory): readonly string[] {
  return roles
    .filter((role) => carries({ role }, 'registers:edit') && carries({ role }, 'registers:care'))
    .flatMap((role) => directory.accountsByRole(role, row.path, dayOf(row.at)));
}

function answerersOf(row: JournalRow, directory: Directory): readonly string[] {
  const { unitIds } = row.data as { unitIds?: unknown }; // written by insertCorrection; older rows name none
  if (!Array.isArray(unitIds)) return [];
  return [...directory.posts.values()]
    .filter((post) => post.unitId !== null && unitIds.includes(post.unitId) && carries(post, 'forms:file'))
    .flatMap((post) => directory.accountsOf({ unitId: post.unitId, postId: post.id }, dayOf(row.at)));
}

function draftOf(row: JournalRow, rule: Rule, accountId: string, call: { now: Date; historyMs: number }): Draft {
  const data = row.data as { number?: unknown; purpose?: unknown }; // written by insertStep and agree
  const purpose = purposeOf(data.purpose);
  return {
    id: newId(),
    accountId,
    kind: rule.kind,
    noun: row.noun,
    nounId: row.noun_id,
    params: {
      ...(typeof data.number === 'string' ? { number: data.number } : {}),
      ...(purpose === null ? {} : { typeName: purpose.name.zh, typeNameEn: purpose.name.en ?? purpose.name.zh }),
    },
    at: row.at,
    readAt: call.now.getTime() - row.at.getTime() > call.historyMs ? row.at : null,
    sourceSeq: row.seq,
    // Outside the product only a number is said: what has none stays inside.
    unreadMinutes: typeof data.number === 'string' ? rule.unreadMinutes : undefined,
    urgent: false,
  };
}

function purposeOf(code: unknown): (typeof consentTexts)[ConsentPurpose] | null {
  return Object.values(consentTexts).find(({ purpose }) => purpose === code) ?? null;
}

async function findRequests(db: Db, rows: readonly JournalRow[]): Promise<ReadonlyMap<string, RightsFacts>> {
  const ids = rows.filter(({ noun }) => noun === 'rights').map((row) => row.noun_id);
  if (ids.length === 0) return new Map();
  const { rows: found } =
    await sql<RightsFacts>`select id, subject_id as "subjectId", asker, answered_by as "answeredBy"
    from rights_request where id = any(${ids}::uuid[])`.execute(db);
  return new Map(found.map((row) => [row.id, row]));
}

/** Accounts of these people and of their guardians. */
async function findLinked(db: Db, subjectIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = [...new Set(subjectIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    subjectId: string;
    accounts: string[];
  }>`select subject_id as "subjectId", array_agg(account_id) as accounts
    from subject_account where subject_id = any(${ids}::uuid[]) group by subject_id`.execute(db);
  return new Map(rows.map(({ subjectId, accounts }) => [subjectId, accounts]));
}
