import type { deleteTagView, listTagViews, OutputOf, ParsedInputOf, saveTagView } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { postWords } from '../reader-words.ts';
import type { TagCall, TagDeps } from './deps.ts';
import { levelOfQuestion, siteFor } from './policy.ts';

const mostViews = 50;

/** The same name replaces one's own view. */
export async function keepTagView(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof saveTagView>>,
): Promise<OutputOf<typeof saveTagView>> {
  const { actor, input, now } = call;
  const site = siteFor(actor, deps.places.get());
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  levelOfQuestion({ actor, site, catalogue: deps.tags.get() }, input.expression);
  const others = await db
    .selectFrom('tag_view')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('account_id', '=', accountId)
    .where('name', '!=', input.name)
    .executeTakeFirstOrThrow();
  if (Number(others.n) >= mostViews)
    refuse('input-invalid', {}, { fields: [{ path: 'name', code: 'too-big', params: { max: mostViews } }] });
  const content = {
    noun: input.noun,
    level: input.level,
    expression: JSON.stringify(input.expression),
    shared: input.shared,
    by_words: postWords(actor, deps.directory.get(), site.path).words,
    changed_at: now,
  };
  const row = await db
    .insertInto('tag_view')
    .values({ id: newId(), site_id: site.id, account_id: accountId, name: input.name, ...content })
    .onConflict((c) => c.columns(['account_id', 'name']).doUpdateSet(content))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { viewId: row.id };
}

/** A shared question is a question, not its answer: everyone gets the numbers they may see.. */
export async function findTagViews(db: Db, deps: TagDeps, actor: Actor): Promise<OutputOf<typeof listTagViews>> {
  const site = siteFor(actor, deps.places.get());
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  const rows = await db
    .selectFrom('tag_view')
    .selectAll()
    .where('site_id', '=', site.id)
    .where((e) => e.or([e('account_id', '=', accountId), e('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();
  return {
    views: rows.map((row) => ({
      id: row.id,
      name: row.name,
      noun: row.noun,
      level: row.level,
      expression: row.expression,
      shared: row.shared,
      mine: row.account_id === accountId,
      by: row.by_words,
    })),
  };
}

export async function dropTagView(
  db: Db,
  call: TagCall<ParsedInputOf<typeof deleteTagView>>,
): Promise<OutputOf<typeof deleteTagView>> {
  const gone = await db
    .deleteFrom('tag_view')
    .where('id', '=', call.input.viewId)
    .where('account_id', '=', call.actor.accountId ?? '')
    .executeTakeFirst();
  return { deleted: gone.numDeletedRows > 0n };
}
