import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import type { JournalEntry } from '../../platform/journal/index.ts';
import type { MessageData, ParsedMessage } from './message.ts';
import { partnerKinds } from './partner-kinds.ts';
import type { Sender } from './sender.ts';
import type { Taken } from './take-shared-case.ts';

export type Applied = { refused: string } | { event: JournalEntry | null };
interface Work<M> {
  sender: Sender;
  message: M;
  taken: Taken | null;
  now: Date;
  effects: Effects;
}
interface TheirState {
  id: string;
  state: string;
  at: string;
  onTime: boolean | null;
  number: string;
}

/** What a batch changes besides new rows; written with one statement each, so that a day's backlog is not a day's work. */
interface Effects {
  /** Shared cases by their number. */
  shared: Map<string, string>;
  /** By shared case: the last one told is the one that counts. */
  states: Map<string, TheirState>;
  words: { id: string; sharedId: string; words: string; at: string }[];
}

/** The shared cases that these messages speak of. */
export async function startEffects(db: Db, partnerId: string, numbers: readonly string[]): Promise<Effects> {
  const rows =
    numbers.length === 0
      ? []
      : await db
          .selectFrom('shared_case')
          .select(['id', 'number'])
          .where('partner_id', '=', partnerId)
          .where('number', 'in', [...new Set(numbers)])
          .execute();
  return { shared: new Map(rows.map((row) => [row.number, row.id])), states: new Map(), words: [] };
}

export async function writeEffects(db: Db, effects: Effects): Promise<void> {
  if (effects.states.size > 0)
    await sql`update shared_case set their_state = r.state, their_state_at = r.at, their_on_time = r."onTime",
        their_number = r.number, problem = null
      from jsonb_to_recordset(${JSON.stringify([...effects.states.values()])}::jsonb)
        as r(id uuid, state text, at timestamptz, "onTime" boolean, number text)
      where shared_case.id = r.id`.execute(db);
  if (effects.words.length > 0)
    await sql`insert into shared_words (id, shared_case_id, origin, words, said_at)
      select r.id, r."sharedId", 'theirs', r.words, r.at
      from jsonb_to_recordset(${JSON.stringify(effects.words)}::jsonb) as r(id uuid, "sharedId" uuid, words text, at timestamptz)
      on conflict (id) do nothing`.execute(db);
}
type Message = Exclude<ParsedMessage, { kind: null }>;

/** The effect of one message, in the transaction that counts it. A refusal is an answer, not an error: what follows goes on. */
export async function applyMessage(db: Db, work: Work<Message>): Promise<Applied> {
  const { message } = work;
  switch (message.kind) {
    case 'linli.case-shared.v1':
      return linkCase(db, work, message.data);
    case 'linli.case-state.v1':
      return noteTheirState(work, message.data);
    case 'linli.case-words.v1':
      return keepWords(work, message.data);
    case 'linli.bulletin.v1':
      return keepBulletin(db, work, message.data);
  }
}

function event(
  work: Work<Message>,
  kind: string,
  noun: { noun: string; id: string },
  data: Record<string, unknown>,
): JournalEntry {
  const { sender, now } = work;
  return {
    at: now,
    kind,
    noun: noun.noun,
    nounId: noun.id,
    path: sender.path,
    actorId: null,
    requestId: null,
    data: { partnerId: sender.partnerId, ...data },
  };
}

async function linkCase(db: Db, work: Work<Message>, data: MessageData<'linli.case-shared.v1'>): Promise<Applied> {
  const { sender, taken, now } = work;
  if (!taken || 'refused' in taken) return { refused: taken?.refused ?? 'input-invalid' };
  const id = newId();
  const { rows } = await sql<{
    id: string;
  }>`insert into shared_case (id, partner_id, case_id, site_id, number, origin, type_code,
      section, summary, our_part, their_part, fields, shared_at, their_state, their_state_at)
    values (${id}, ${sender.partnerId}, ${taken.caseId}, ${sender.siteId}, ${data.number}, 'theirs', ${data.typeCode},
      ${data.section}, ${data.summary}, ${data.receiverPart}, ${data.senderPart}, ${data.fields}, ${now}, ${data.state}, ${data.sharedAt})
    on conflict do nothing returning id`.execute(db);
  if (rows.length === 0) return { refused: 'already-shared' };
  work.effects.shared.set(data.number, id);
  return { event: event(work, partnerKinds.received, { noun: 'shared-case', id }, { state: taken.state }) };
}

function noteTheirState(work: Work<Message>, data: MessageData<'linli.case-state.v1'>): Applied {
  const { effects } = work;
  const id = effects.shared.get(data.number);
  if (!id) return { refused: 'case-not-shared' };
  const { state, at, onTime, ownNumber } = data;
  effects.states.set(id, { id, state, at, onTime, number: ownNumber });
  return { event: event(work, partnerKinds.heard, { noun: 'shared-case', id }, { theirState: state }) };
}

function keepWords(work: Work<Message>, data: MessageData<'linli.case-words.v1'>): Applied {
  const { effects } = work;
  const id = effects.shared.get(data.number);
  if (!id) return { refused: 'case-not-shared' };
  effects.words.push({ id: data.id, sharedId: id, words: data.words, at: data.at });
  return { event: event(work, partnerKinds.heard, { noun: 'shared-case', id }, { wordsId: data.id }) };
}

async function keepBulletin(db: Db, work: Work<Message>, data: MessageData<'linli.bulletin.v1'>): Promise<Applied> {
  const { sender } = work;
  await db
    .insertInto('bulletin')
    .values({
      id: data.id,
      partner_id: sender.partnerId,
      site_id: sender.siteId,
      origin: 'theirs',
      schedule_id: null,
      every: data.every,
      from_day: data.fromDay,
      until_day: data.untilDay,
      made_at: new Date(data.madeAt),
      content: JSON.stringify(data.content),
    })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
  return { event: event(work, partnerKinds.bulletinReceived, { noun: 'bulletin', id: data.id }, {}) };
}
