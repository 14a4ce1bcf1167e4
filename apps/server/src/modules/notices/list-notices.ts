import type { listNotices, OutputOf, ParsedInputOf } from '@linli/contract';
import type { Actor } from '@linli/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { pageKey, parsePageKey } from '../../platform/http/page-key.ts';

const Key = z.tuple([z.iso.datetime(), z.uuid()]);

/** The actor's own notices, newest first. Row-level security says the same again. */
export async function findNotices(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof listNotices>,
): Promise<OutputOf<typeof listNotices>> {
  const key = keyOf(input.after);
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'kind', 'at', 'read_at', 'noun', 'noun_id', 'params'])
    .where('account_id', '=', actor.accountId)
    .$if(key !== null, (query) => {
      const [at, id] = key ?? [];
      return query.where(
        sql<boolean>`(notice.at < ${at}::timestamptz or (notice.at = ${at}::timestamptz and notice.id > ${id}::uuid))`,
      );
    })
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(input.limit + 1)
    .execute();
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const { unread } = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<string>().as('unread'))
    .where('account_id', '=', actor.accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  const titles = await findTitles(db, page);
  return {
    notices: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
      noun: row.noun,
      nounId: row.noun_id,
      about: (row.noun_id && titles.get(row.noun_id)) ?? null,
      params: row.params,
    })),
    unread: Number(unread),
    next: rows.length > input.limit && last ? pageKey([last.at.toISOString(), last.id]) : null,
  };
}

/** Titles of the cases told of, as far as row-level security shows them. */
async function findTitles(
  db: Db,
  notices: readonly { noun: string; noun_id: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = notices.flatMap(({ noun, noun_id }) => (noun === 'case' && noun_id ? [noun_id] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; title: string }>`select id, title from cases
    where id = any(${[...new Set(ids)]}::uuid[]) and visibility <> 'sealed'`.execute(db);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** A key people made up is refused here; PostgreSQL would answer it with a fault of ours. */
function keyOf(after: string | undefined): z.infer<typeof Key> | null {
  const values = parsePageKey(after, 2);
  if (values === null) return null;
  const key = Key.safeParse(values);
  if (key.success) return key.data;
  return refuse('input-invalid', {}, { fields: [{ path: 'after', code: 'wrong-format', params: {} }] });
}
