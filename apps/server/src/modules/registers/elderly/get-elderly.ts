import type { ElderlyFigures, getElderly, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, dayOf, facilityKinds, servedField } from '@linli/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import { areaColumn, areasBelow } from '../care/read-care.ts';
import type { RegisterDeps } from '../deps.ts';
import { findReader, pathsWith } from '../policy.ts';
import { areaCondition, rootOf, withinAny } from '../reach.ts';
import { type SubjectRow, subjectColumns } from '../subject-row.ts';
import { subjectLine } from '../subject-view.ts';

type Figures = z.infer<typeof ElderlyFigures>;
type CountRow = Figures & { areaId: string | null };

const none: Figures = {
  people: 0,
  over60: 0,
  over80: 0,
  over100: 0,
  alone: 0,
  emptyNest: 0,
  allElderly: 0,
  ability: [0, 0, 0, 0, 0],
  meals: 0,
  homeCare: 0,
  emergencyButton: 0,
  homeAdapted: 0,
};

/** Older people of an area and the areas right below it, what is there for them, and what the law gives whom. */
export async function findElderly(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof getElderly>; now: Date },
): Promise<OutputOf<typeof getElderly>> {
  const root = rootOf(call.actor, deps, call.input.areaId, 'registers:care');
  const within = sql<boolean>`${areaCondition(root)} and ${withinAny(pathsWith(call.actor, 'registers:care'))} and subject.state = 'active'`;
  const counts = await countPeople(db, { within, column: areaColumn(root.level + 1), today: dayOf(call.now) });
  const { rows: held } = await sql<{
    code: string;
    entitled: number;
    served: number;
  }>`select held.class_code as code, count(*)::int as entitled,
      count(*) filter (where held.served)::int as served
    from care_holding held join subject on subject.id = held.subject_id
    where held.left_at is null and held.kind = 'policy' and ${within} group by 1`.execute(db);
  const { rows: facilities } = await sql<SubjectRow>`select ${subjectColumns} from subject
    where ${within} and subject.noun in ('asset', 'entity') and subject.kind = any(${[...facilityKinds]}) order by subject.name, subject.id limit 300`.execute(
    db,
  );
  const reader = await findReader(db, call.actor);
  const places = deps.places.get();
  return {
    total: sumOf(counts),
    areas: areasBelow(deps, root).map((area) => ({
      area,
      figures: sumOf(counts.filter((row) => row.areaId === area.id)),
    })),
    policies: deps.care.get().policies.map((policy) => {
      const row = held.find(({ code }) => code === policy.code);
      const [entitled, served] = [row?.entitled ?? 0, row?.served ?? 0];
      const { code, name, law } = policy;
      return {
        policy: { code, name, law, servedBy: servedField(policy) },
        entitled,
        served,
        notYet: entitled - served,
      };
    }),
    facilities: facilities.map((row) =>
      subjectLine(reader, row, { places, homes: new Map(), fields: ['beds', 'openHours', 'capacity'] }),
    ),
  };
}

async function countPeople(
  db: Db,
  call: { within: ReturnType<typeof sql<boolean>>; column: ReturnType<typeof areaColumn>; today: string },
): Promise<CountRow[]> {
  const over = (years: number) => sql`subject.born <= (${call.today}::date - make_interval(years => ${years}))`;
  const old = (condition: ReturnType<typeof sql>) => sql`count(*) filter (where ${over(60)} and ${condition})::int`;
  const lives = (how: string) => old(sql`subject.fields ->> 'livingArrangement' = ${how}`);
  const gets = (field: string) => old(sql`subject.fields -> ${field} = 'true'::jsonb`);
  const able = (level: number) => old(sql`subject.fields ->> 'abilityLevel' = ${String(level)}`);
  const { rows } = await sql<CountRow>`select ${call.column} as "areaId", count(*)::int as people,
      count(*) filter (where ${over(60)})::int as over60, count(*) filter (where ${over(80)})::int as over80,
      count(*) filter (where ${over(100)})::int as over100, ${lives('alone')} as alone, ${lives('empty-nest')} as "emptyNest",
      ${lives('all-elderly')} as "allElderly", array[${sql.join([0, 1, 2, 3, 4].map(able))}] as ability,
      ${gets('mealService')} as meals, ${gets('homeCare')} as "homeCare", ${gets('emergencyButton')} as "emergencyButton",
      ${gets('homeAdapted')} as "homeAdapted"
    from subject where ${call.within} and subject.noun = 'person' group by 1`.execute(db);
  return rows;
}

function sumOf(rows: readonly CountRow[]): Figures {
  return rows.reduce<Figures>(
    (sum, row) => ({
      people: sum.people + row.people,
      over60: sum.over60 + row.over60,
      over80: sum.over80 + row.over80,
      over100: sum.over100 + row.over100,
      alone: sum.alone + row.alone,
      emptyNest: sum.emptyNest + row.emptyNest,
      allElderly: sum.allElderly + row.allElderly,
      ability: sum.ability.map((n, level) => n + (row.ability[level] ?? 0)),
      meals: sum.meals + row.meals,
      homeCare: sum.homeCare + row.homeCare,
      emergencyButton: sum.emergencyButton + row.emergencyButton,
      homeAdapted: sum.homeAdapted + row.homeAdapted,
    }),
    none,
  );
}
