import type { listByTags, OutputOf, ParsedInputOf } from '@linli/contract';
import {
  type Actor,
  ageOn,
  isWithin,
  maskName,
  mayInArea,
  namesInFull,
  type SubjectNoun,
  type TagExpression,
} from '@linli/domain';
import { sql } from 'kysely';
import { dayOf } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import { pageKey, readPageKey } from '../../../platform/http/page-key.ts';
import { isAreaWithin } from './area-frame.ts';
import { countInRegister, listInRegister } from './ask-register.ts';
import type { TagDeps } from './deps.ts';
import { levelOfQuestion, needsToSee, pathsWith, siteFor } from './policy.ts';

const pageRows = 50;

/** The paths whose people a reader may list for a question; refused where there are none. */
export function listReach(
  deps: TagDeps,
  call: { actor: Actor; expression: TagExpression; areaId?: string | undefined },
): string[] {
  const { actor } = call;
  const site = siteFor(actor, deps.places.get());
  const level = levelOfQuestion({ actor, site, catalogue: deps.tags.get() }, call.expression);
  const reach = pathsWith(actor, ['tags:read', ...needsToSee(level)]);
  if (reach.length === 0) return refuse('not-allowed');
  if (call.areaId === undefined) return reach;
  const asked = deps.places.get().chainOf(call.areaId)?.path ?? refuse('not-found');
  if (reach.some((path) => isWithin(asked, path))) return [asked];
  const below = reach.filter((path) => isWithin(path, asked));
  return below.length > 0 ? below : refuse('not-found');
}

/** Ordinals that fit in these paths, in order, from the index or else the table. */
export async function findOrdinals(
  db: Db,
  deps: TagDeps,
  call: {
    expression: TagExpression;
    noun: SubjectNoun;
    now: Date;
    paths: readonly string[];
    after: number;
    limit: number;
  },
): Promise<number[]> {
  const question = boundQuestion(deps, call);
  const isShown = shownIn(deps, call.paths);
  const indexed = deps.index.list(question, { after: call.after, limit: call.limit, isShown });
  return indexed ?? (await listInRegister(db, question, call));
}

/** How many fit in these paths. */
export async function countWithin(
  db: Db,
  deps: TagDeps,
  call: { expression: TagExpression; noun: SubjectNoun; now: Date; paths: readonly string[] },
): Promise<number> {
  const question = boundQuestion(deps, call);
  const isShown = shownIn(deps, call.paths);
  const counts = deps.index.count(question) ?? (await countInRegister(db, question));
  return [...counts].reduce((sum, [leafId, count]) => (isShown(leafId) ? sum + count : sum), 0);
}

function boundQuestion(deps: TagDeps, call: { expression: TagExpression; noun: SubjectNoun; now: Date }) {
  const places = deps.places.get();
  return {
    expression: call.expression,
    noun: call.noun,
    today: dayOf(call.now),
    isWithin: isAreaWithin(places),
  };
}

function shownIn(deps: TagDeps, paths: readonly string[]): (leafId: string) => boolean {
  const places = deps.places.get();
  return (leafId) => {
    const path = places.areaOf(leafId)?.path;
    return path !== undefined && paths.some((top) => isWithin(path, top));
  };
}

interface Row {
  id: string;
  ordinal: number;
  noun: SubjectNoun;
  name: string;
  path: string;
  area: string;
  born: string | null;
  tags: number[];
  home: string | null;
}

export async function listBy(
  db: Db,
  deps: TagDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listByTags>; now: Date },
): Promise<OutputOf<typeof listByTags>> {
  const { actor, input, now } = call;
  const after = Number(readPageKey(input.after, ['text'])?.[0] ?? 0);
  if (!Number.isInteger(after) || after < 0 || after > 2_147_483_000)
    refuse('input-invalid', {}, { fields: [{ path: 'after', code: 'wrong-format', params: {} }] });
  const paths = listReach(deps, { actor, expression: input.expression, areaId: input.areaId });
  const asked = { expression: input.expression, noun: input.noun, now, paths };
  const found = await findOrdinals(db, deps, { ...asked, after, limit: pageRows + 1 });
  const total = await countWithin(db, deps, asked);
  const page = found.slice(0, pageRows);
  const rows = await readRows(db, page);
  return {
    rows: rows.map((row) => rowView(deps, actor, row, dayOf(now))),
    total,
    next: found.length > pageRows ? pageKey([String(page.at(-1))]) : null,
  };
}

/** In the reader's own scope: what row-level security hides is not there. */
export async function readRows(db: Db, ordinals: readonly number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select s.id, s.ordinal, s.noun, s.name, s.path::text,
      coalesce(s.area4_id, s.area3_id, s.area2_id, s.site_id) as area, s.born, s.tags, home.name as home
    from subject s left join subject home on home.id = s.home_id
    where s.ordinal = any(${ordinals}::integer[]) order by s.ordinal`.execute(db);
  return rows;
}

export function rowView(
  deps: TagDeps,
  actor: Actor,
  row: Row,
  today: string,
): OutputOf<typeof listByTags>['rows'][number] {
  const { byId } = deps.tags.get();
  const cares = mayInArea(actor, 'registers:care', row.path);
  const isPerson = row.noun === 'person' || row.noun === 'household';
  return {
    id: row.id,
    noun: row.noun,
    name: isPerson && !namesInFull(actor, row.path) ? maskName(row.name) : row.name,
    areaName: deps.places.get().chainOf(row.area)?.areas.at(-1)?.name ?? '',
    homeName: row.home,
    age: row.born === null ? null : ageOn(row.born, today),
    tags: row.tags.filter((id) => cares || (byId.get(id)?.sensitivity ?? 4) < 4),
  };
}
