import type { listSubjectTags, OutputOf, ParsedInputOf, setTag, unsetTag } from '@linli/contract';
import { type Actor, addDays, isWithin, mayInArea } from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { postWords } from '../reader-words.ts';
import type { TagCall, TagDeps } from './deps.ts';
import { readFacts, type SubjectFacts } from './read-facts.ts';
import { settleTags } from './settle-tags.ts';
import type { Tag } from './tag-catalogue.ts';

export async function putTag(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof setTag>>,
): Promise<OutputOf<typeof setTag>> {
  const { actor, input, now } = call;
  const today = dayOf(now);
  const subject = await lockSubject(db, actor, { id: input.subjectId, today });
  if (!subject.isActive) refuse('subject-gone');
  const tag = handTag(deps, actor, { tagId: input.tagId, subject });
  if (input.until !== undefined && input.until < today) refuse('tag-day-past');
  const latest = tag.expiryDays === null ? null : addDays(today, tag.expiryDays);
  const asked = input.until ?? latest;
  const until = latest !== null && asked !== null && asked > latest ? latest : asked;
  const words = postWords(actor, deps.directory.get(), subject.path).words;
  await elevated(db, async () => {
    await end(db, { ...call, input: { ...input, why: 'replaced' } }, words);
    await db
      .insertInto('tag_hand')
      .values({
        id: newId(),
        subject_id: subject.id,
        tag_id: tag.id,
        why: input.why,
        until,
        set_by: actor.accountId,
        set_words: words,
        set_at: now,
      })
      .execute();
    await settleOne(db, deps, { call, subject, on: true });
  });
  return { until };
}

export async function takeTag(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof unsetTag>>,
): Promise<OutputOf<typeof unsetTag>> {
  const { actor, input, now } = call;
  const subject = await lockSubject(db, actor, { id: input.subjectId, today: dayOf(now) });
  handTag(deps, actor, { tagId: input.tagId, subject });
  const words = postWords(actor, deps.directory.get(), subject.path).words;
  return elevated(db, async () => {
    const ended = await end(db, call, words);
    if (ended) await settleOne(db, deps, { call, subject, on: false });
    return { ended };
  });
}

/** Locked, in the reader's own scope: who does not see it is told nothing. */
async function lockSubject(db: Db, actor: Actor, call: { id: string; today: string }): Promise<SubjectFacts> {
  const seen = await db.selectFrom('subject').select('path').where('id', '=', call.id).executeTakeFirst();
  if (!seen) return refuse('not-found');
  if (!mayInArea(actor, 'registers:edit', seen.path)) return refuse('not-allowed');
  const which = sql`s.id = ${call.id}`;
  const [subject] = await elevated(db, () => readFacts(db, { which, today: call.today, limit: 1, lock: true }));
  return subject ?? refuse('not-found');
}

function handTag(deps: TagDeps, actor: Actor, call: { tagId: number; subject: SubjectFacts }): Tag {
  const { subject } = call;
  const tag = deps.tags.get().byId.get(call.tagId);
  if (!tag || tag.siteId !== subject.siteId || !isWithin(subject.path, tag.path)) return refuse('not-found');
  if (tag.sensitivity === 4 && !mayInArea(actor, 'registers:care', subject.path)) return refuse('not-found');
  if (tag.rule !== null || tag.state === 'off' || !tag.nouns.includes(subject.noun)) return refuse('tag-not-by-hand');
  return tag;
}

async function end(
  db: Db,
  { actor, input, now }: TagCall<{ subjectId: string; tagId: number; why: string }>,
  words: string,
): Promise<boolean> {
  const done = await db
    .updateTable('tag_hand')
    .set({ ended_at: now, ended_by: actor.accountId, ended_words: words, ended_why: input.why })
    .where('subject_id', '=', input.subjectId)
    .where('tag_id', '=', input.tagId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** At once, so that who set it sees it; who and why stand in the journal. */
async function settleOne(
  db: Db,
  deps: TagDeps,
  what: { call: TagCall<{ tagId: number }>; subject: SubjectFacts; on: boolean },
): Promise<void> {
  const { call, subject } = what;
  const today = dayOf(call.now);
  const fresh = await readFacts(db, { which: sql`s.id = ${subject.id}`, today, limit: 1, lock: true });
  await settleTags(db, fresh, { catalogue: deps.tags.get(), today, now: call.now });
  await appendJournal(db, [
    {
      at: call.now,
      kind: what.on ? 'tags.set' : 'tags.unset',
      noun: 'subject',
      nounId: subject.id,
      path: subject.path,
      actorId: call.actor.accountId,
      requestId: call.requestId,
      data: { tagId: call.input.tagId },
    },
  ]);
}

export async function tagsOn(
  db: Db,
  deps: TagDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listSubjectTags> },
): Promise<OutputOf<typeof listSubjectTags>> {
  const subject = await db
    .selectFrom('subject')
    .select(['path', 'tags'])
    .where('id', '=', call.input.subjectId)
    .executeTakeFirst();
  if (!subject || !mayInArea(call.actor, 'registers:read', subject.path)) return refuse('not-found');
  const cares = mayInArea(call.actor, 'registers:care', subject.path);
  const { byId } = deps.tags.get();
  const isShown = (id: number) => cares || (byId.get(id)?.sensitivity ?? 4) < 4;
  const hands = await db
    .selectFrom('tag_hand')
    .selectAll()
    .where('subject_id', '=', call.input.subjectId)
    .orderBy('set_at', 'desc')
    .limit(200)
    .execute();
  const current = new Map(hands.flatMap((hand) => (hand.ended_at === null ? [[hand.tag_id, hand] as const] : [])));
  const past = hands.flatMap((hand) =>
    hand.ended_at === null || !isShown(hand.tag_id) ? [] : [{ ...hand, ended_at: hand.ended_at }],
  );
  return {
    tags: subject.tags.filter(isShown).map((tagId) => {
      const hand = current.get(tagId);
      return {
        tagId,
        byRule: hand === undefined,
        why: hand?.why ?? null,
        until: hand?.until ?? null,
        setBy: hand?.set_words ?? null,
        setAt: hand?.set_at.toISOString() ?? null,
      };
    }),
    past: past
      .sort((a, b) => b.ended_at.getTime() - a.ended_at.getTime())
      .slice(0, 20)
      .map((hand) => ({
        tagId: hand.tag_id,
        why: hand.why,
        setBy: hand.set_words,
        setAt: hand.set_at.toISOString(),
        endedAt: hand.ended_at.toISOString(),
        endedBy: hand.ended_words ?? '',
        endedWhy: hand.ended_why ?? '',
      })),
  };
}
