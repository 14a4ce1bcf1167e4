import { createHash } from 'node:crypto';
import { consentTexts, dayOf, type RightsAct, type RightsKind, type RightsState } from '@linli/domain';
import { sql } from 'kysely';
import type { Clock } from '../../../../apps/server/src/platform/clock.ts';
import type { Database, Db } from '../../../../apps/server/src/platform/db/database.ts';
import { newId } from '../../../../apps/server/src/platform/ids.ts';
import type { Log } from '../../../../apps/server/src/platform/log.ts';
import { tellWards } from './tell-wards.ts';

export interface SeedPrivacyDeps {
  database: Database;
  clock: Clock;
  log: Pick<Log, 'info'>;
}

interface Person {
  id: string;
  path: string;
  siteId: string;
}

type Told = {
  kind: RightsKind;
  daysAgo: number;
  state: RightsState;
  words: string;
  fields: string[];
  acts: readonly RightsAct[];
  answer?: { outcome: 'granted' | 'partly' | 'refused'; ground: string | null; words: string };
};

/** Requests at different states, as the desk meets them. */
const story: readonly Told[] = [
  { kind: 'consult', daysAgo: 1, state: 'submitted', words: '想知道登记了我家哪些信息', fields: [], acts: [] },
  {
    kind: 'delete',
    daysAgo: 6,
    state: 'accepted',
    words: '不再做志愿者，请删除',
    fields: ['wantsVolunteer', 'sex'],
    acts: ['register', 'verify', 'accept'],
  },
  {
    kind: 'restrict',
    daysAgo: 12,
    state: 'needs-more',
    words: '请停用户籍情况',
    fields: ['registered'],
    acts: ['register', 'ask-more'],
  },
  {
    kind: 'close-account',
    daysAgo: 40,
    state: 'answered',
    words: '注销账号',
    fields: [],
    acts: ['register', 'answer'],
    answer: { outcome: 'refused', ground: 'identity-not-proved', words: '身份未能核实，请携带证件到窗口重新申请' },
  },
];

const ofTheChild: Told = {
  kind: 'copy',
  daysAgo: 3,
  state: 'submitted',
  words: '孩子报名入园，想要一份登记信息的副本',
  fields: [],
  acts: [],
};

/** Links the ready-made resident to somebody of the register who is guardian of others, with agreements and requests. Once; the registers must be there. */
export async function seedPrivacy({ database, clock, log }: SeedPrivacyDeps): Promise<void> {
  const requests = await database.asSystem(async (db) => {
    const { rows: mine } = await sql`insert into setting (key, value, changed_at)
      select 'demo.privacy', '{}'::jsonb, ${clock.now()}
      where exists (select from setting where key like 'demo.registers.%') on conflict (key) do nothing returning key`.execute(
      db,
    );
    return mine.length === 0 ? 0 : tellPrivacy(db, clock.now());
  });
  if (requests > 0) log.info({ requests }, 'demonstration: requests about own data told');
}

async function tellPrivacy(db: Db, now: Date): Promise<number> {
  const account = await sql<{ id: string }>`select id from account where demo_key = '01-resident'`.execute(db);
  const accountId = account.rows[0]?.id;
  const keeper = await findKeeper(db);
  const person = keeper && (await findPerson(db, keeper.path));
  if (!keeper || !person || accountId === undefined) return 0;
  // One name for one person, on the account and in the register.
  await sql`update subject set name = account.name from account where account.id = ${accountId} and subject.id = ${person.id}`.execute(
    db,
  );
  await sql`insert into subject_account (subject_id, account_id, role, proved_by, since)
    values (${person.id}, ${accountId}, 'self', 'number-and-phone', ${now}) on conflict do nothing`.execute(db);
  await tellConsents(db, person, { accountId, now });
  await tellLook(db, person, now);
  for (const told of story) await tellRequest(db, person, { told, accountId, now });
  const child = await tellWards(db, { guardianId: person.id, keeperId: keeper.accountId, now });
  if (child)
    await tellRequest(db, { ...child, siteId: person.siteId }, { told: ofTheChild, accountId, asker: 'guardian', now });
  await setClocks(db, now);
  return story.length + (child ? 1 : 0);
}

/** Who keeps the register where the ready-made people live. */
async function findKeeper(db: Db): Promise<{ accountId: string; path: string } | null> {
  const { rows } = await sql<{ accountId: string; path: string }>`select a.id as "accountId", post.path::text as path
    from account a join holding h on h.account_id = a.id and h.valid_to is null join post on post.id = h.post_id
    where a.demo_key = '05-committee-secretary' and post.role = 'committee-secretary'`.execute(db);
  return rows[0] ?? null;
}

/** A mother with a child under fourteen and an old parent in one home, a volunteer if there is one. */
async function findPerson(db: Db, path: string): Promise<Person | null> {
  const { rows } = await sql<Person>`select s.id, s.path::text as path, s.site_id as "siteId" from subject s
    join subject_link mine on mine.from_id = s.id and mine.kind = 'member' and mine.valid_to is null
    where s.noun = 'person' and s.state = 'active' and s.path <@ ${path}::ltree and s.fields ->> 'sex' = '2'
      and exists (select from subject_secret e where e.subject_id = s.id and e.field = 'phone')
      and exists (select from subject_link l join subject w on w.id = l.to_id where l.from_id = s.id and l.kind = 'guardian'
        and l.valid_to is null and w.state = 'active' and w.born > current_date - interval '13 years')
    order by exists (select from subject_link l where l.to_id = mine.to_id and l.kind = 'member' and l.valid_to is null
        and l.role between '51' and '54') desc, (s.fields ->> 'wantsVolunteer')::boolean desc nulls last, s.ordinal limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Due at once: the handler finds what comes next by the site's calendar. */
async function setClocks(db: Db, now: Date): Promise<void> {
  await sql`insert into due (kind, key, at, data)
    select 'rights.clock', id::text, ${now}, '{}'::jsonb from rights_request where state not in ('answered', 'taken-back')
    on conflict (kind, key) do nothing`.execute(db);
}

async function tellConsents(db: Db, person: Person, call: { accountId: string; now: Date }): Promise<void> {
  for (const { purpose, version, fields, words } of [consentTexts.contact, consentTexts.volunteering]) {
    const hash = createHash('sha256').update(words.zh).digest();
    await sql`insert into consent (id, subject_id, path, purpose, categories, version, channel, text_hash, given_by, given_by_account, given_at)
      values (${newId()}, ${person.id}, ${person.path}::ltree, ${purpose}, ${[...fields]}, ${version}, 'app', ${hash}, 'self',
        ${call.accountId}, ${daysBefore(call.now, 90)})`.execute(db);
  }
}

async function tellLook(db: Db, person: Person, now: Date): Promise<void> {
  await sql`insert into subject_reveal (id, subject_id, field, by_account_id, by_words, unit_words, reason, at)
    select ${newId()}, ${person.id}, 'phone', id, '网格员', null, '高温天气上门前联系', ${daysBefore(now, 9)}
    from account where demo_key = '02-grid-worker'`.execute(db);
}

async function tellRequest(
  db: Db,
  person: Person,
  call: { told: Told; accountId: string; asker?: 'self' | 'guardian'; now: Date },
): Promise<void> {
  const { told, accountId, asker = 'self', now } = call;
  const [id, at] = [newId(), daysBefore(now, told.daysAgo)];
  const prefix = `Q${dayOf(at).replaceAll('-', '')}`;
  const answeredAt = told.answer ? daysBefore(now, told.daysAgo - 5) : null;
  const desk = await sql<{ id: string }>`select id from account where demo_key = '11-security-admin'`.execute(db);
  const deskId = desk.rows[0]?.id ?? null;
  await sql`insert into rights_number (prefix, last) values (${prefix}, 1) on conflict (prefix) do nothing`.execute(db);
  await sql`insert into rights_request (id, number, site_id, path, subject_id, account_id, asker, kind, words, fields, state, submitted_at,
      due_at, latest_at, waiting_since, outcome, ground, answer, answered_at, answered_by, revision)
    values (${id}, ${`${prefix}-0001`}, ${person.siteId}, ${person.path}::ltree, ${person.id}, ${accountId}, ${asker}, ${told.kind}, ${told.words},
      ${told.fields}, ${told.state}, ${at}, ${daysBefore(at, -21)}, ${daysBefore(at, -30)},
      ${told.state === 'needs-more' ? daysBefore(now, told.daysAgo - 2) : null}, ${told.answer?.outcome ?? null}, ${told.answer?.ground ?? null},
      ${told.answer?.words ?? null}, ${answeredAt}, ${told.answer ? deskId : null}, ${told.acts.length + 1})`.execute(
    db,
  );
  await sql`insert into rights_step (request_id, n, at, act, state, by_id, by_words)
    values (${id}, 0, ${at}, 'submit', 'submitted', ${accountId}, ${asker})`.execute(db);
  const states = {
    register: 'registered',
    verify: 'verified',
    accept: 'accepted',
    'ask-more': 'needs-more',
    answer: 'answered',
  };
  for (const [n, act] of told.acts.entries()) {
    const state = act in states ? states[act as keyof typeof states] : told.state; // narrowed by `in`
    await sql`insert into rights_step (request_id, n, at, act, state, by_id, by_words, words)
      values (${id}, ${n + 1}, ${daysBefore(at, -(n + 1) / 2)}, ${act}, ${state}, ${deskId}, '安全管理员',
        ${act === 'ask-more' ? '请补充户口簿照片' : ''})`.execute(db);
  }
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 86_400_000);
}
