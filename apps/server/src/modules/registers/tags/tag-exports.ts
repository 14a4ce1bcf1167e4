import type { askTagExport, decideTagExport, listTagExports, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, isWithin, mayInArea, type SubjectNoun, type TagExpression } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { appendJournal } from '../../../platform/journal/index.ts';
import { postWords } from '../reader-words.ts';
import type { TagCall, TagDeps } from './deps.ts';
import { countWithin, listReach } from './list-by-tags.ts';
import { pathsWith, siteFor } from './policy.ts';

/** How long an approved list can be fetched. */
const openHours = 72;

export interface ExportRow {
  id: string;
  path: string;
  noun: SubjectNoun;
  expression: TagExpression;
  reason: string;
  subjects: number;
  state: 'asked' | 'approved' | 'refused';
  asked_by: string;
  asked_words: string;
  asked_at: Date;
  decided_by: string | null;
  decided_words: string | null;
  decided_at: Date | null;
  decided_note: string | null;
  until: Date | null;
  downloads: number;
}

const columns =
  sql.raw(`id, path::text, noun, expression, reason, subjects, state, asked_by, asked_words, asked_at, decided_by, decided_words,
  decided_at, decided_note, until, downloads`);

export async function askExport(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof askTagExport>>,
): Promise<OutputOf<typeof askTagExport>> {
  const { actor, input, now } = call;
  const site = siteFor(actor, deps.places.get());
  const path = deps.places.get().chainOf(input.areaId)?.path ?? refuse('not-found');
  const paths = listReach(deps, { actor, expression: input.expression, areaId: input.areaId });
  if (!mayInArea(actor, 'tags:export', path) || !paths.includes(path)) refuse('not-allowed');
  const subjects = await countWithin(db, deps, { expression: input.expression, noun: input.noun, now, paths });
  if (subjects === 0) refuse('nobody-to-export');
  const id = newId();
  await db
    .insertInto('tag_export')
    .values({
      id,
      site_id: site.id,
      path,
      noun: input.noun,
      expression: JSON.stringify(input.expression),
      reason: input.reason,
      subjects,
      state: 'asked',
      asked_by: actor.accountId ?? refuse('sign-in-needed'),
      asked_words: postWords(actor, deps.directory.get(), path).words,
      asked_at: now,
    })
    .execute();
  await tell(db, call, { kind: 'tag-export.asked', id, path, subjects });
  return { exportId: id, subjects };
}

export async function decideExport(
  db: Db,
  deps: TagDeps,
  call: TagCall<ParsedInputOf<typeof decideTagExport>>,
): Promise<OutputOf<typeof decideTagExport>> {
  const { actor, input, now } = call;
  return elevated(db, async () => {
    const row = await findExport(db, input.exportId, 'lock');
    if (!row || !mayInArea(actor, 'tags:export', row.path)) return refuse('not-found');
    if (row.asked_by === actor.accountId) return refuse('tag-export-same-person');
    if (row.state !== 'asked') return refuse('tag-export-decided');
    const state = input.grant ? 'approved' : 'refused';
    await db
      .updateTable('tag_export')
      .set({
        state,
        decided_by: actor.accountId,
        decided_words: postWords(actor, deps.directory.get(), row.path).words,
        decided_at: now,
        decided_note: input.note,
        until: input.grant ? new Date(now.getTime() + openHours * 3_600_000) : null,
      })
      .where('id', '=', row.id)
      .execute();
    await tell(db, call, { kind: `tag-export.${state}`, id: row.id, path: row.path, subjects: row.subjects });
    return { state };
  });
}

export async function findExports(db: Db, call: { actor: Actor; now: Date }): Promise<OutputOf<typeof listTagExports>> {
  const { actor, now } = call;
  const paths = pathsWith(actor, ['tags:export']);
  const { rows } = await elevated(db, () =>
    sql<ExportRow>`select ${columns} from tag_export
      where asked_by = ${actor.accountId} or path <@ ${paths}::text[]::ltree[] order by asked_at desc, id limit 200`.execute(
      db,
    ),
  );
  return {
    exports: rows.map((row) => ({
      id: row.id,
      noun: row.noun,
      expression: row.expression,
      reason: row.reason,
      subjects: row.subjects,
      state: row.state === 'approved' && !isOpen(row, now) ? ('expired' as const) : row.state,
      askedBy: row.asked_words,
      askedAt: row.asked_at.toISOString(),
      mine: row.asked_by === actor.accountId,
      mayDecide:
        row.state === 'asked' && row.asked_by !== actor.accountId && paths.some((path) => isWithin(row.path, path)),
      decidedBy: row.decided_words,
      decidedAt: row.decided_at?.toISOString() ?? null,
      note: row.decided_note,
      until: row.until?.toISOString() ?? null,
      downloads: row.downloads,
    })),
  };
}

export function isOpen(row: Pick<ExportRow, 'state' | 'until'>, now: Date): boolean {
  return row.state === 'approved' && row.until !== null && row.until > now;
}

/** In the caller's scope: the wall shows it to whoever asked, and to the product. */
export async function findExport(db: Db, id: string, how: 'read' | 'lock'): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`select ${columns} from tag_export where id = ${id}
    ${how === 'lock' ? sql`for update` : sql``}`.execute(db);
  return rows[0];
}

async function tell(
  db: Db,
  call: Pick<TagCall<unknown>, 'actor' | 'now' | 'requestId'>,
  what: { kind: string; id: string; path: string; subjects: number },
): Promise<void> {
  await appendJournal(db, [
    {
      at: call.now,
      kind: what.kind,
      noun: 'tag-export',
      nounId: what.id,
      path: what.path,
      actorId: call.actor.accountId,
      requestId: call.requestId,
      data: { subjects: what.subjects },
    },
  ]);
}
