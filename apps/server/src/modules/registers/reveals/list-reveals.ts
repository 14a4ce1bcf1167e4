import type { listReveals, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  addDays,
  dayOf,
  findRegisterField,
  maskName,
  mayInArea,
  type SubjectNoun,
  startOfDay,
} from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { pageKey, readPageKey } from '../../../platform/http/page-key.ts';
import type { RegisterDeps } from '../deps.ts';
import { areaCondition, withinAny } from '../reach.ts';
import { countRevealDays } from './count-reveal-days.ts';
import { recordLookAtReveals } from './record-look.ts';

type Input = ParsedInputOf<typeof listReveals>;
type Condition = ReturnType<typeof withinAny>;

const usualDays = 30;
const mostDays = 92;
/** Days before it are a slip of the hand, and past what can be reckoned with. */
const earliest = '1900-01-01';

interface RevealRow {
  id: string;
  at: Date;
  postId: string | null;
  by: string;
  unit: string | null;
  field: string;
  noun: SubjectNoun;
  name: string;
  areaName: string;
  reason: string;
}

/**
 * Looks at sealed fields of subjects that stand in the reader's place: the privacy desk reads its whole site, a committee's secretary their own area.
 * Names are masked for both, also for who may read them elsewhere: the list is about who looked. The look at the list is journalled.
 */
export async function findRevealsMade(
  db: Db,
  deps: Pick<RegisterDeps, 'places' | 'directory'>,
  call: { actor: Actor; input: Input; now: Date },
): Promise<OutputOf<typeof listReveals>> {
  const { actor, input, now } = call;
  const paths = [...new Set(actor.scopes.map(({ path }) => path))].filter((path) =>
    mayInArea(actor, 'reveals:read', path),
  );
  const span = spanOf(input, now);
  const conditions = [
    withinAny(paths),
    ...areaAsked(deps, input.areaId, paths),
    sql<boolean>`r.at >= ${startOfDay(span.from)} and r.at < ${startOfDay(addDays(span.until, 1))}`,
  ];
  const ofPost = input.postId === undefined ? [] : [sql<boolean>`r.post_id = ${input.postId}`];
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const after = key ? [sql<boolean>`(r.at, r.id) < (${key[0]}::timestamptz, ${key[1]}::uuid)`] : [];
  return elevated(db, async () => {
    const { rows } =
      await sql<RevealRow>`select r.id, r.at, r.post_id as "postId", r.by_words as by, r.unit_words as unit, r.field, r.reason,
        subject.noun, subject.name, coalesce(area.name, '') as "areaName"
      from subject_reveal r join subject on subject.id = r.subject_id
        left join area on area.id = coalesce(subject.area3_id, subject.area2_id, subject.site_id)
      where ${sql.join([...conditions, ...ofPost, ...after], sql` and `)}
      order by r.at desc, r.id desc limit ${input.limit + 1}`.execute(db);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    const isFirst = input.after === undefined;
    await recordLookAtReveals(db, { actor, path: paths[0] ?? '', now });
    return {
      ...span,
      reveals: page.map(({ name, at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        label: findRegisterField(row.noun, row.field)?.label ?? null,
        name: maskName(name),
      })),
      next: rows.length > input.limit && last ? pageKey([last.at.toISOString(), last.id]) : null,
      days: isFirst ? await countRevealDays(db, [...conditions, ...ofPost]) : [],
      posts: isFirst ? await findPosts(db, conditions) : [],
    };
  });
}

/** Days said or the usual ones; a span too long is a problem of the field. */
function spanOf(input: Input, now: Date): { from: string; until: string } {
  const today = dayOf(now);
  const until = input.until ?? today;
  if (until < earliest || until > addDays(today, mostDays))
    refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'wrong-format', params: {} }] });
  const from = input.from ?? addDays(until, 1 - usualDays);
  const days = (startOfDay(until).getTime() - startOfDay(from).getTime()) / 86_400_000 + 1;
  if (days < 1) refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'too-small', params: { min: from } }] });
  if (days > mostDays)
    refuse(
      'input-invalid',
      {},
      { fields: [{ path: 'from', code: 'too-small', params: { min: addDays(until, 1 - mostDays) } }] },
    );
  return { from, until };
}

function areaAsked(
  deps: Pick<RegisterDeps, 'places'>,
  areaId: string | undefined,
  paths: readonly string[],
): Condition[] {
  if (areaId === undefined) return [];
  const area = deps.places.get().areaOf(areaId) ?? refuse('not-found');
  const isTheirs = paths.some((path) => area.path === path || area.path.startsWith(`${path}.`));
  return isTheirs ? [areaCondition(area)] : refuse('not-found');
}

/** Posts that looked in the span, for the filter. */
async function findPosts(db: Db, conditions: readonly Condition[]): Promise<{ id: string; by: string }[]> {
  const { rows } = await sql<{ id: string; by: string }>`select r.post_id as id, max(r.by_words) as by
    from subject_reveal r join subject on subject.id = r.subject_id
    where r.post_id is not null and ${sql.join([...conditions], sql` and `)}
    group by r.post_id order by 2 limit 200`.execute(db);
  return rows;
}
