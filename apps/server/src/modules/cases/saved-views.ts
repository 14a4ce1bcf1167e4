import type { deleteView, listSavedViews, OutputOf, ParsedInputOf, saveView } from '@linli/contract';
import { CaseFilter } from '@linli/contract';
import type { Actor } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';

const mostViews = 30;

export async function findSavedViews(db: Db, actor: Actor): Promise<OutputOf<typeof listSavedViews>> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'filter', 'sort'])
    .where('account_id', '=', actor.accountId ?? '')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return {
    views: rows.map((r) => ({ id: r.id, name: r.name, filter: CaseFilter.parse(r.filter), order: r.sort as 'due' })),
  }; // stored from the same list of orders
}

/** The same name replaces the view. */
export async function keepView(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof saveView>,
): Promise<OutputOf<typeof saveView>> {
  const accountId = actor.accountId ?? refuse('sign-in-needed');
  const count = await db
    .selectFrom('saved_view')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('account_id', '=', accountId)
    .where('name', '!=', input.name)
    .executeTakeFirstOrThrow();
  if (Number(count.n) >= mostViews)
    refuse('input-invalid', {}, { fields: [{ path: 'name', code: 'too-big', params: { max: mostViews } }] });
  const content = { filter: JSON.stringify(input.filter), sort: input.order };
  const row = await db
    .insertInto('saved_view')
    .values({ id: newId(), account_id: accountId, name: input.name, ...content })
    .onConflict((c) => c.columns(['account_id', 'name']).doUpdateSet(content))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { viewId: row.id };
}

export async function dropView(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof deleteView>,
): Promise<OutputOf<typeof deleteView>> {
  const gone = await db
    .deleteFrom('saved_view')
    .where('id', '=', input.viewId)
    .where('account_id', '=', actor.accountId ?? '')
    .executeTakeFirst();
  return { deleted: gone.numDeletedRows > 0n };
}
