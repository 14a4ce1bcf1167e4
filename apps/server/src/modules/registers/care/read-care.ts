import type { getCareFigures, listCare, listEntitled, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, type CareClass, dayOf } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../../platform/http/page-key.ts';
import type { RegisterDeps } from '../deps.ts';
import { findReader, pathsWith } from '../policy.ts';
import { type AreaKey, areaCondition, reachCondition, rootOf, withinAny } from '../reach.ts';
import { findSubjectRows, type SubjectRow, subjectColumns } from '../subject-row.ts';
import { subjectLine } from '../subject-view.ts';

type Holding = SubjectRow & { classCode: string; gradeCode: string; enteredAt: Date };
type ClassView = OutputOf<typeof listCare>['classes'][number];

function classViews(classes: readonly CareClass[]): ClassView[] {
  return classes.map(({ code, name, departmentUnit, side, grades }) => ({
    code,
    name,
    departmentKind: departmentUnit,
    side,
    grades: grades.map((grade) => ({
      code: grade.code,
      name: grade.name,
      visitEveryDays: grade.visitEveryDays ?? null,
    })),
  }));
}

/** People in care classes, by name. */
export async function findCare(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listCare> },
): Promise<OutputOf<typeof listCare>> {
  const { input } = call;
  const conditions: RawBuilder<boolean>[] = [sql`held.kind = 'care'`];
  if (input.classCode !== undefined) conditions.push(sql`held.class_code = ${input.classCode}`);
  if (input.gradeCode !== undefined) conditions.push(sql`held.grade_code = ${input.gradeCode}`);
  const { rows, next } = await pageOfHoldings(db, deps, { ...call, conditions });
  return {
    classes: classViews(deps.care.get().classes),
    people: rows.map(({ line, row }) => ({
      subject: line,
      classCode: row.classCode,
      gradeCode: row.gradeCode,
      enteredAt: row.enteredAt.toISOString(),
    })),
    next,
  };
}

/** People a policy is for. */
export async function findEntitled(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listEntitled> },
): Promise<OutputOf<typeof listEntitled>> {
  const { input } = call;
  const conditions: RawBuilder<boolean>[] = [
    sql`held.kind = 'policy'`,
    sql`held.class_code = ${input.policyCode}`,
    sql`held.served = ${input.served}`,
  ];
  const { rows, next } = await pageOfHoldings(db, deps, { ...call, conditions });
  return { people: rows.map(({ line, row }) => ({ subject: line, since: row.enteredAt.toISOString() })), next };
}

async function pageOfHoldings(
  db: Db,
  deps: RegisterDeps,
  call: {
    actor: Actor;
    input: { areaId?: string | undefined; after?: string | undefined; limit: number };
    conditions: readonly RawBuilder<boolean>[];
  },
) {
  const { actor, input } = call;
  const reach = reachCondition(actor, deps, input.areaId, 'registers:care') ?? sql<boolean>`false`;
  const key = readPageKey(input.after, ['text', 'uuid', 'text']);
  const after = key
    ? sql`and (subject.name, subject.id, held.class_code) > (${key[0]}, ${key[1]}::uuid, ${key[2]})`
    : sql``;
  const { rows } =
    await sql<Holding>`select ${subjectColumns}, held.class_code as "classCode", held.grade_code as "gradeCode",
      held.entered_at as "enteredAt"
    from care_holding held join subject on subject.id = held.subject_id
    where held.left_at is null and ${sql.join(call.conditions, sql` and `)} and ${reach} and subject.state = 'active' ${after}
    order by subject.name, subject.id, held.class_code limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const reader = await findReader(db, actor);
  const homes = await findSubjectRows(
    db,
    page.map((row) => row.homeId),
  );
  const places = deps.places.get();
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({ row, line: subjectLine(reader, row, { places, homes, fields: [] }) })),
    next: rows.length > input.limit && last ? pageKey([last.name, last.id, last.classCode]) : null,
  };
}

/** How many are in each class and grade: in the whole, and in each area right below. */
export async function findCareFigures(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getCareFigures> },
): Promise<OutputOf<typeof getCareFigures>> {
  const root = rootOf(call.actor, deps, call.input.areaId, 'registers:care');
  const below = areasBelow(deps, root);
  const column = areaColumn(root.level + 1);
  const { rows } = await sql<{
    areaId: string | null;
    classCode: string;
    gradeCode: string;
    count: number;
  }>`select ${column} as "areaId",
      held.class_code as "classCode", held.grade_code as "gradeCode", count(*)::int as count
    from care_holding held join subject on subject.id = held.subject_id
    where held.left_at is null and held.kind = 'care' and subject.state = 'active' and ${areaCondition(root)}
      and ${withinAny(pathsWith(call.actor, 'registers:care'))}
    group by 1, 2, 3`.execute(db);
  const total = new Map<string, { classCode: string; gradeCode: string; count: number }>();
  for (const { classCode, gradeCode, count } of rows) {
    const key = `${classCode} ${gradeCode}`;
    total.set(key, { classCode, gradeCode, count: (total.get(key)?.count ?? 0) + count });
  }
  return {
    classes: classViews(deps.care.get().classes),
    total: [...total.values()],
    areas: below.map((area) => ({
      area,
      counts: rows.filter((row) => row.areaId === area.id).map(({ areaId: _area, ...count }) => count),
    })),
  };
}

export function areasBelow(
  deps: Pick<RegisterDeps, 'places' | 'clock'>,
  root: AreaKey,
): { id: string; level: number; name: string }[] {
  const places = deps.places.get();
  return places
    .areasOn(root.siteId, dayOf(deps.clock.now()))
    .filter((area) => area.parentId === root.id && area.level <= 4)
    .map((area) => ({ id: area.id, level: area.level, name: places.chainOf(area.id)?.areas.at(-1)?.name ?? '' }));
}

/** The column of a level; below the micro-grid nothing is told apart. */
export function areaColumn(level: number): RawBuilder<string | null> {
  if (level === 2) return sql`subject.area2_id`;
  if (level === 3) return sql`subject.area3_id`;
  return level === 4 ? sql`subject.area4_id` : sql`null::uuid`;
}
