import type { listLettingChecks, OutputOf, ParsedInputOf } from '@linli/contract';
import { type Actor, dayOf, findRegisterField, type LettingFault, type LettingState, lettingDays } from '@linli/domain';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { pageKey, readPageKey } from '../../../platform/http/page-key.ts';
import type { RegisterDeps } from '../deps.ts';
import { accessTo, findReader, mustRead, type Reader } from '../policy.ts';
import { reachCondition } from '../reach.ts';
import { getSubjectRow, type SubjectRow, subjectColumns } from '../subject-row.ts';
import { subjectLine } from '../subject-view.ts';

type Answer = OutputOf<typeof listLettingChecks>;
type CheckRow = { checkId: string; on: string; failed: LettingFault[]; mendBy: string | null; by: string; at: Date };
type HomeRow = SubjectRow & { [key in keyof CheckRow]: CheckRow[key] | null } & {
  state: SubjectRow['state'];
  letting: LettingState;
  sortDay: string;
};

const checkColumns = sql`c.id as "checkId", c.on_day as "on", c.failed, c.mend_by as "mendBy", c.by_words as by, c.at`;
const fromHomes = sql`from subject left join letting_check c on c.home_id = subject.id and c.superseded_at is null`;

/** Let homes by what has to be done next, the longest waiting first; how many there are of each. */
export async function findLettingChecks(
  db: Db,
  deps: RegisterDeps,
  call: { actor: Actor; input: ParsedInputOf<typeof listLettingChecks>; now: Date },
): Promise<Answer> {
  const { actor, input, now } = call;
  const reader = await findReader(db, actor);
  if (input.homeId !== undefined) return checksOf(db, reader, input.homeId);
  const reach = reachCondition(actor, deps, input.areaId) ?? sql<boolean>`false`;
  const letting = stateOn(dayOf(now));
  const homes = sql<boolean>`${reach} and subject.noun = 'home' and subject.state = 'active' and subject.fields ->> 'use' = 'let'`;
  const { rows: counted } = await sql<{ letting: LettingState; count: number }>`select ${letting} as letting,
    count(*)::int as count ${fromHomes} where ${homes} group by 1`.execute(db);
  const key = readPageKey(input.after, ['text', 'text', 'uuid']);
  const sortDay = sql`coalesce(c.mend_by, c.on_day, '-infinity'::date)::text`;
  const after = key ? sql`and (${sortDay}, subject.name, subject.id) > (${key[0]}, ${key[1]}, ${key[2]}::uuid)` : sql``;
  const { rows } =
    await sql<HomeRow>`select ${subjectColumns}, ${checkColumns}, ${letting} as letting, ${sortDay} as "sortDay"
    ${fromHomes} where ${homes} and ${letting} = ${input.state} ${after}
    order by "sortDay", subject.name, subject.id limit ${input.limit + 1}`.execute(db);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const more = { places: deps.places.get(), homes: new Map(), fields: ['letStandard', 'letFault', 'tenants'] };
  const counts = { overdue: 0, mending: 0, unchecked: 0, passed: 0 };
  for (const { letting: state, count } of counted) counts[state] = count;
  return {
    counts,
    homes: page.map((row) => ({
      home: subjectLine(reader, row, more),
      state: row.letting,
      check: isChecked(row) && seesChecks(reader, row) ? checkView(row) : null,
    })),
    checks: [],
    next: rows.length > input.limit && last ? pageKey([last.sortDay, last.name, last.id]) : null,
  };
}

function stateOn(today: string): RawBuilder<LettingState> {
  return sql<LettingState>`case
    when cardinality(c.failed) > 0 and c.mend_by < ${today}::date then 'overdue'
    when cardinality(c.failed) > 0 then 'mending'
    when c.id is null or c.on_day < ${today}::date - ${lettingDays.goodFor}::int then 'unchecked'
    else 'passed' end`;
}

async function checksOf(db: Db, reader: Reader, homeId: string): Promise<Answer> {
  const home = await getSubjectRow(db, homeId, 'read');
  mustRead(reader, home);
  const { rows } = seesChecks(reader, home)
    ? await sql<CheckRow>`select ${checkColumns} from letting_check c where c.home_id = ${home.id} order by c.at desc limit 50`.execute(
        db,
      )
    : { rows: [] };
  return {
    counts: { overdue: 0, mending: 0, unchecked: 0, passed: 0 },
    homes: [],
    checks: rows.map(checkView),
    next: null,
  };
}

/** Who reads the home's own field reads the check behind it. */
function seesChecks(reader: Reader, home: SubjectRow): boolean {
  const field = findRegisterField('home', 'letFault');
  return field !== undefined && accessTo(reader, field, home) === 'full';
}

function isChecked(row: HomeRow): row is HomeRow & CheckRow {
  return row.checkId !== null;
}

function checkView({ checkId, on, failed, mendBy, by, at }: CheckRow): Answer['checks'][number] {
  return { id: checkId, on, failed, mendBy, by, at: at.toISOString() };
}
