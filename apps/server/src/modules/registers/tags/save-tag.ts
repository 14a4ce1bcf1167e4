import type { OutputOf, ParsedInputOf, saveTag, switchTag } from '@linli/contract';
import { compileRule, mayInArea, type SubjectNoun, sensitivityOfRule, wordsOfFault } from '@linli/domain';
import { sql } from 'kysely';
import { afterCommit, type Db } from '../../../platform/db/database.ts';
import { bumpVersion } from '../../../platform/db/versioned-cache.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { postWords } from '../reader-words.ts';
import type { TagCall, TagDeps } from './deps.ts';
import { mayEditTag, siteFor } from './policy.ts';
import { startRun } from './run-tags.ts';
import { loadTags, type Tag, tagsVersion } from './tag-catalogue.ts';

const ownGroup = { zh: '自建标签', en: 'Own tags' };

/** A rule that holds, in the tree the engine runs; refused in the words of its fault. */
export function soundRule(rule: string, noun: SubjectNoun) {
  const compiled = compileRule(rule, noun);
  if (compiled.ok) return compiled.node;
  const name = /^(?:No such key|Unknown variable): (\S{1,60})/.exec(compiled.error)?.[1];
  return name === undefined
    ? refuse('tag-rule-invalid', wordsOfFault(compiled.error))
    : refuse('tag-rule-unknown', { name });
}

/** A new tag is switched off; a new version of a rule waits, switched off, until it was tried. */
export async function keepTag(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof saveTag>>,
): Promise<OutputOf<typeof saveTag>> {
  const { actor, input, now } = call;
  const site = siteFor(actor, deps.places.get());
  const area = deps.places.get().chainOf(input.areaId) ?? refuse('not-found');
  if (!mayInArea(actor, 'tags:edit', area.path)) refuse('not-allowed');
  const least = input.rule === undefined ? 1 : sensitivityOfRule(soundRule(input.rule, input.noun));
  if (input.sensitivity < least) refuse('tag-level-low', { least });
  const before = input.tagId === undefined ? null : await lockTag(db, input.tagId, input.version);
  if (before?.pack) refuse('tag-of-pack');
  if (before && (before.siteId !== site.id || !mayEditTag(actor, before))) refuse('not-allowed');
  const isRuleSame =
    before !== null &&
    before.rule === (input.rule ?? null) &&
    before.nouns[0] === input.noun &&
    before.path === area.path;
  const row = {
    path: area.path,
    name: JSON.stringify(input.name),
    nouns: [input.noun],
    purpose: JSON.stringify(input.purpose),
    sensitivity: input.sensitivity,
    rule: input.rule ?? null,
    words: input.words,
    expiry_days: input.expiryDays ?? null,
    state: isRuleSame && before.state === 'on' ? ('on' as const) : ('off' as const),
    version: (before?.version ?? 0) + 1,
    tried_version: isRuleSame && before.triedVersion === before.version ? before.version + 1 : null,
    changed_at: now,
    changed_by: actor.accountId,
    changed_words: postWords(actor, deps.directory.get(), area.path).words,
  };
  const fresh = {
    ...row,
    site_id: site.id,
    code: `own-${newId().slice(-12)}`,
    group_code: 'own',
    group_name: JSON.stringify(ownGroup),
  };
  const { id } = before
    ? await db.updateTable('tag').set(row).where('id', '=', before.id).returning('id').executeTakeFirstOrThrow()
    : await db.insertInto('tag').values(fresh).returning('id').executeTakeFirstOrThrow();
  const definition = {
    code: before?.code ?? fresh.code,
    name: input.name,
    nouns: row.nouns,
    purpose: input.purpose,
    sensitivity: row.sensitivity,
  };
  await db
    .insertInto('tag_version')
    .values({
      tag_id: id,
      version: row.version,
      definition: JSON.stringify({ ...definition, rule: row.rule, expiryDays: row.expiry_days }),
      at: now,
      by_id: actor.accountId,
      by_words: row.changed_words,
    })
    .execute();
  await changed(db, deps, call, {
    kind: 'tag.defined',
    path: area.path,
    siteId: site.id,
    data: { tagId: id, version: row.version },
  });
  if (before?.state === 'on' && row.state === 'off') await startRun(db, site.id, now);
  return { tagId: id, version: row.version };
}

export async function turnTag(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof switchTag>>,
): Promise<OutputOf<typeof switchTag>> {
  const { actor, input, now } = call;
  const site = siteFor(actor, deps.places.get());
  const tag = await lockTag(db, input.tagId, input.version);
  if (tag.siteId !== site.id) refuse('not-found');
  if (!mayEditTag(actor, tag)) refuse('not-allowed');
  if (input.on && tag.rule !== null && tag.triedVersion !== tag.version) refuse('tag-not-tried');
  const state = input.on ? 'on' : 'off';
  await db
    .updateTable('tag')
    .set({
      state,
      changed_at: now,
      changed_by: actor.accountId,
      changed_words: postWords(actor, deps.directory.get(), tag.path).words,
    })
    .where('id', '=', tag.id)
    .execute();
  const kind = input.on ? 'tag.switched-on' : 'tag.switched-off';
  await changed(db, deps, call, {
    kind,
    path: tag.path,
    siteId: site.id,
    data: { tagId: tag.id, version: tag.version },
  });
  await startRun(db, site.id, now);
  return { tagId: tag.id, on: input.on };
}

async function lockTag(db: Db, tagId: number, version: number | undefined): Promise<Tag> {
  await sql`select from tag where id = ${tagId} for update`.execute(db);
  const tag = (await loadTags(db)).byId.get(tagId) ?? refuse('not-found');
  return tag.version === version ? tag : refuse('tag-changed');
}

async function changed(
  db: Db,
  deps: TagDeps,
  call: TagCall<unknown>,
  what: { kind: string; path: string; siteId: string; data: Record<string, unknown> },
): Promise<void> {
  await appendJournal(db, [
    {
      at: call.now,
      kind: what.kind,
      noun: 'area',
      nounId: what.siteId,
      path: what.path,
      actorId: call.actor.accountId,
      requestId: call.requestId,
      data: what.data,
    },
  ]);
  await bumpVersion(db, tagsVersion, call.now);
  afterCommit(db, () => deps.tags.refresh());
}
