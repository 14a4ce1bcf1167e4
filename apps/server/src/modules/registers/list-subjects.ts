import type { listSubjects, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, checkPhone, findRegisterField, isShownBeginning } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { pageKey, readPageKey } from '../../platform/http/page-key.ts';
import type { RegisterDeps } from './deps.ts';
import { findReader, pathsWith } from './policy.ts';
import { reachCondition, siteIdsOf, withinAny } from './reach.ts';
import { findBySecret } from './store/secrets.ts';
import { findSubjectRows, type SubjectRow, subjectColumns } from './subject-row.ts';
import { subjectLine } from './subject-view.ts';

type Input = ParsedInputOf<typeof listSubjects>;
type Filter = Omit<Input, 'fields' | 'order' | 'after' | 'limit'>;
type Condition = RawBuilder<boolean>;

/** A page of a register. */
export async function findSubjects(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: Input },
): Promise<OutputOf<typeof listSubjects>> {
  const { actor, input } = call;
  const { fields, order, after, limit, ...filter } = input;
  const places = deps.places.get();
  const conditions = await subjectConditions(db, deps, { actor, filter });
  if (!conditions) return { subjects: [], next: null };
  // By id alone: a page key goes through the reader's hands, and names are masked for some.
  const [last] = readPageKey(after, ['uuid']) ?? [];
  if (last !== undefined)
    conditions.push(
      order === 'name'
        ? sql<boolean>`(subject.name, subject.id) > (select s.name, s.id from subject s where s.id = ${last}::uuid)`
        : sql<boolean>`(subject.changed_at, subject.id) < (select s.changed_at, s.id from subject s where s.id = ${last}::uuid)`,
    );
  const by = order === 'name' ? sql`subject.name, subject.id` : sql`subject.changed_at desc, subject.id desc`;
  const { rows } = await sql<SubjectRow>`select ${subjectColumns} from subject where ${sql.join(conditions, sql` and `)}
    order by ${by} limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const reader = await findReader(db, actor);
  const homes = await findSubjectRows(
    db,
    page.map((row) => row.homeId),
  );
  return {
    subjects: page.map((row) => subjectLine(reader, row, { places, homes, fields })),
    next: rows.length > limit ? pageKey([page.at(-1)?.id ?? '']) : null,
  };
}

/** The filter as conditions, narrowed to the actor's areas; null when it can find nothing. */
export async function subjectConditions(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; filter: Filter },
): Promise<Condition[] | null> {
  const { actor, filter } = call;
  const reach = reachCondition(actor, deps, filter.areaId);
  if (!reach) return null;
  const conditions: Condition[] = [
    reach,
    sql`subject.noun = ${filter.noun}`,
    sql`subject.state = any(${filter.states})`,
  ];
  if (filter.kind !== undefined) conditions.push(sql`subject.kind = ${filter.kind}`);
  if (filter.buildingId !== undefined) conditions.push(sql`subject.building_id = ${filter.buildingId}`);
  if (filter.homeId !== undefined) conditions.push(sql`subject.home_id = ${filter.homeId}`);
  if (filter.householdId !== undefined) conditions.push(sql`subject.household_id = ${filter.householdId}`);
  if (filter.bornFrom !== undefined) conditions.push(sql`subject.born >= ${filter.bornFrom}::date`);
  if (filter.bornUntil !== undefined) conditions.push(sql`subject.born < ${filter.bornUntil}::date`);
  for (const { code, value } of filter.where ?? []) {
    const field = findRegisterField(filter.noun, code);
    if (!field || field.kind === 'secret')
      return refuse('input-invalid', {}, { fields: [{ path: 'where', code: 'not-an-option', params: {} }] });
    conditions.push(sql`subject.fields -> ${code} = ${JSON.stringify(value)}::jsonb`);
    // Asking by a field is reading it: only where it may be read.
    if (field.level === 4) conditions.push(withinAny(pathsWith(actor, 'registers:care')));
  }
  if (filter.words !== undefined)
    conditions.push(await wordsCondition(db, deps, { actor, filter, words: filter.words }));
  return conditions;
}

/**
 * A whole identity number or telephone is looked up by its hash, by who may have it shown. A name is found by how it begins (the one
 * comparison an index may serve under row-level security), by any part of it where little is gone through: a home, a building, a committee's
 * area or less. Whoever reads masked names finds by no more of them than the mask shows, or by the whole name.
 */
async function wordsCondition(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; filter: Filter; words: string },
): Promise<Condition> {
  const { actor, filter, words } = call;
  const places = deps.places.get();
  const area = filter.areaId === undefined ? null : places.areaOf(filter.areaId);
  const siteIds = area ? [area.siteId] : siteIdsOf(actor, places);
  const secret = secretAsked(words);
  if (secret && filter.noun === 'person') {
    const ids: string[] = [];
    for (const siteId of siteIds) {
      const found = await elevated(db, () =>
        findBySecret(db, deps.crypto, { siteId, field: secret.field, values: [secret.value] }),
      );
      ids.push(...[...found.values()].flat());
    }
    return sql`(subject.id = any(${ids}::uuid[]) and ${withinAny(pathsWith(actor, 'registers:reveal'))})`;
  }
  const isPersonal = filter.noun === 'person' || filter.noun === 'household';
  const inFull = isPersonal ? withinAny(pathsWith(actor, 'registers:edit')) : sql<boolean>`true`;
  const isWhole = sql<boolean>`subject.name = ${words}`;
  const begins = sql<boolean>`subject.site_id = any(${siteIds}::uuid[]) and subject.name >= ${words} and subject.name < ${`${words}\u{10ffff}`}`;
  const isShown = isShownBeginning(words);
  const isNarrow =
    (area !== null && area.level >= 3) ||
    [filter.buildingId, filter.homeId, filter.householdId].some((id) => id !== undefined);
  if (isNarrow) {
    const masked = isShown ? sql<boolean>`starts_with(subject.name, ${words})` : isWhole;
    return sql`((${inFull} and position(lower(${words}) in lower(subject.name)) > 0) or ${masked})`;
  }
  return isShown || !isPersonal ? begins : sql`(${begins} and (${inFull} or ${isWhole}))`;
}

function secretAsked(words: string): { field: string; value: string } | null {
  const plain = words.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{17}[\dX]$/.test(plain)) return { field: 'idNumber', value: plain };
  const phone = /^\+?\d{8,13}$/.test(plain) ? checkPhone(words, { numbers: 'test' }) : { ok: false as const };
  return phone.ok ? { field: 'phone', value: phone.normalised } : null;
}
