import type { listPublishedAnswers, OutputOf, ParsedInputOf, searchAnswers } from '@linli/contract';
import { type Actor, type CaseTypeDefinition, holdsPermission, type LocalText, type Permission } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import { siteOf } from '../org/index.ts';
import { typesUnder } from './case-conditions.ts';
import { caseSummary, type SummaryRow, type ViewDeps } from './case-view.ts';
import { findLessons, lessonSays } from './lessons.ts';
import { summaryColumns } from './summary-columns.ts';

type Input = ParsedInputOf<typeof listPublishedAnswers>;
type AnswerRow = SummaryRow & { answer: string; topic: string | null };

/**
 * Published answers of all sites, newest first. Read as the product: the answer is everybody's also where the case is not, so of such a
 * case nothing is told but kind, level-3 area, the call it answered, outcome and answer.
 */
export async function findPublishedAnswers(
  db: Db,
  input: Input,
  deps: ViewDeps,
): Promise<OutputOf<typeof listPublishedAnswers>> {
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const conditions = [
    sql<boolean>`cases.published_at is not null and cases.answer is not null and cases.visibility <> 'sealed'`,
    sql<boolean>`cases.site_id = any(${siteIds(deps)}::uuid[])`,
    ...wanted(input, deps),
    ...after(key, sql`cases.published_at`),
  ];
  const words = everyTerm(
    input.text,
    (like) => sql`(cases.answer ilike ${like} or (cases.visibility = 'public' and cases.title ilike ${like}))`,
  );
  const { rows, next } = await answerPage(db, { conditions, words, column: 'published_at', input });
  return {
    answers: rows.map((row) => {
      const isPublic = row.visibility === 'public';
      return {
        caseId: row.id,
        number: isPublic ? row.number : null,
        title: isPublic ? row.title : null,
        topic: row.topic,
        ...kindOf(row, deps),
        answer: row.answer,
        publishedAt: (row.published_at ?? row.changed_at).toISOString(),
      };
    }),
    next,
  };
}

const readers: readonly Permission[] = ['cases:read', 'cases:handle', 'cases:desk'];
/** Reported by colleagues: their question is nobody's private matter. */
const colleagueChannels = ['field', 'unit', 'committee'];

/**
 * How cases like this were answered before: closed ones of the reader's site that he may see anyway, that are public, or that colleagues
 * raised (hands). Never sealed ones.
 */
export async function findKnownAnswers(
  db: Db,
  actor: Actor,
  input: ParsedInputOf<typeof searchAnswers>,
  deps: ViewDeps,
): Promise<OutputOf<typeof searchAnswers>> {
  if (!readers.some((permission) => holdsPermission(actor, permission))) refuse('not-allowed');
  const site = deps.places.sites().find((s) => s.path === siteOf(actor)) ?? refuse('not-found');
  const key = readPageKey(input.after, ['instant', 'uuid']);
  const conditions = [
    sql<boolean>`cases.site_id = ${site.id} and cases.state = 'closed' and cases.answer is not null and cases.visibility <> 'sealed'`,
    sql<boolean>`(cases.visibility = 'public' or cases.channel = any(${colleagueChannels}::text[]) or ${withinReach(actor)})`,
    ...wanted(input, deps),
    ...after(key, sql`cases.closed_at`),
  ];
  const words = everyTerm(
    input.text,
    (like) => sql`(cases.answer ilike ${like} or cases.words ilike ${like} or ${lessonSays(deps.catalogue, like)})`,
  );
  const { rows, next } = await answerPage(db, { conditions, words, column: 'closed_at', input });
  const lessons = await findLessons(db, rows, deps.catalogue);
  return {
    answers: rows.map((row) => {
      const { title, number, holder, rating } = caseSummary(row, deps);
      return {
        caseId: row.id,
        number,
        title,
        ...kindOf(row, deps),
        holder: holder?.name ?? null,
        result: row.result as OutputOf<typeof searchAnswers>['answers'][number]['result'], // folded from the same results
        answer: row.answer,
        lessons: [...(lessons.get(row.id) ?? [])],
        rating,
        closedAt: (row.closed_at ?? row.changed_at).toISOString(),
      };
    }),
    next,
  };
}

/** The reader's own areas, units and posts, said here because the rows are read as the product. */
function withinReach(actor: Actor): RawBuilder<boolean> {
  const paths = actor.scopes.flatMap((s) => (holdsPermission({ ...actor, scopes: [s] }, 'cases:read') ? [s.path] : []));
  const units = actor.scopes.flatMap((s) => (s.unitId ? [s.unitId] : []));
  return sql`(cases.path <@ ${`{${[...new Set(paths)].join(',')}}`}::ltree[] or cases.target_unit_id = any(${units}::uuid[]))`;
}

/** How many answers one call looks through for words; no index finds words under row-level security. */
const lookedThrough = 20_000;

/**
 * A page, newest first. With words a call looks through so many answers and no more: where fewer than a page were found among them, `next` goes on
 * behind the last one looked at.
 */
async function answerPage(
  db: Db,
  wish: {
    conditions: readonly RawBuilder<boolean>[];
    words: RawBuilder<boolean>;
    column: 'published_at' | 'closed_at';
    input: Input;
  },
): Promise<{ rows: AnswerRow[]; next: string | null }> {
  const { conditions, words, column, input } = wish;
  const looked = input.text === undefined ? input.limit + 1 : lookedThrough;
  const at = sql.ref(`cases.${column}`);
  const window = sql`from cases where ${sql.join([...conditions], sql` and `)} order by ${at} desc, cases.id desc`;
  return elevated(db, async () => {
    const { rows } = await sql<AnswerRow>`select ${summaryColumns}, cases.answer,
        coalesce((select a.data->'form'->>${topicKey} from case_action as a where a.case_id = cases.id and a.kind = 'advance'
            and coalesce(a.data->'form'->>${topicKey}, '') <> '' order by a.seq desc limit 1),
          (select case_call.topic from case_call where case_call.id = cases.call_id)) as topic
      from (select * ${window} limit ${looked}) as cases
      where ${input.text === undefined ? sql`true` : words} order by ${at} desc, cases.id desc limit ${input.limit + 1}`.execute(
      db,
    );
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    if (rows.length > input.limit && last) return { rows: page, next: keyOf(last[column], last.id) };
    if (input.text === undefined) return { rows: page, next: null };
    const end = await sql<{
      at: Date;
      id: string;
    }>`select ${at} as at, cases.id ${window} offset ${looked - 1} limit 1`.execute(db);
    const [behind] = end.rows;
    return { rows: page, next: behind ? keyOf(behind.at, behind.id) : null };
  });
}

function keyOf(at: Date | null, id: string): string {
  return pageKey([at?.toISOString() ?? null, id]);
}

function wanted(input: Pick<Input, 'typeCode' | 'group'>, { catalogue }: ViewDeps): RawBuilder<boolean>[] {
  if (input.typeCode === undefined && input.group === undefined) return [];
  return [sql`cases.type_code = any(${typesUnder(catalogue, input)}::text[])`];
}

function after(key: readonly (string | null)[] | null, column: RawBuilder<unknown>): RawBuilder<boolean>[] {
  if (!key) return [];
  return [sql`(${column}, cases.id) < (${key[0] ?? null}::timestamptz, ${key[1] ?? null}::uuid)`];
}

function siteIds(deps: ViewDeps): string[] {
  return deps.places.sites().map((site) => site.id);
}

const mostTerms = 6;
/** The field of a stage whose answer heads what is published: what it is about, written for everybody. */
const topicKey = 'publicTopic';

/** Words with blanks between them are looked for each by itself: a row says all of them, in any order. */
function everyTerm(text: string | undefined, says: (like: string) => RawBuilder<boolean>): RawBuilder<boolean> {
  const terms = (text ?? '').split(/\s+/).filter((term) => term !== '');
  if (terms.length === 0) return sql`true`;
  return sql.join(
    terms.slice(0, mostTerms).map((term) => says(`%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)),
    sql` and `,
  );
}

function kindOf(row: AnswerRow, deps: ViewDeps) {
  const type = deps.catalogue.definitionOf(row.type_code, row.type_version);
  const areas = deps.places.chainOf(row.area3_id ?? row.area2_id ?? row.site_id)?.areas ?? [];
  return {
    typeCode: row.type_code,
    typeName: type.name,
    areaName: areas.at(-1)?.name ?? '',
    outcome: outcomeLabel(type, row.outcome),
  };
}

/** The last way taken; keys of ways are the stages' own, so the first that has it speaks for it. */
function outcomeLabel(type: CaseTypeDefinition, key: string | null): LocalText | null {
  if (key === null) return null;
  for (const stage of type.stages) {
    const outcome = stage.outcomes.find((one) => one.key === key);
    if (outcome) return outcome.label;
  }
  return null;
}
