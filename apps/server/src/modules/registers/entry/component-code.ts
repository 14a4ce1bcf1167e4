import type { issueComponentCode, OutputOf, ParsedInputOf } from '@linli/contract';
import { dayOf } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { RegisterCall, RegisterDeps } from '../deps.ts';
import { mustBeThere, mustEdit } from '../policy.ts';
import { writeFacts } from '../store/facts.ts';
import { journalChanges } from '../store/journal.ts';
import { getSubjectRow } from '../subject-row.ts';
import { classesFor, componentClasses } from './component-classes.ts';
import { componentKey, findCodeHolders } from './component-taken.ts';
import { lockKey } from './entry-locks.ts';

/** Six digits, from 000001. */
const mostNumbers = 999_999;
/** Numbers looked up one by one before all are read. */
const mostSteps = 20;

/** Numbers a component by GB/T 47678.5: division (6), class (2), kind (3), running number (6) never given before. */
export async function numberComponent(
  db: Db,
  deps: RegisterDeps,
  call: RegisterCall<ParsedInputOf<typeof issueComponentCode>>,
): Promise<OutputOf<typeof issueComponentCode>> {
  const { actor, input, now } = call;
  const row = await getSubjectRow(db, input.subjectId, 'lock');
  mustEdit(actor, row);
  if (row.noun !== 'asset') refuse('noun-wrong');
  mustBeThere(row);
  if (!componentClasses.has(input.classCode)) refuse('component-class-unknown');
  if (!classesFor(row.kind).includes(input.classCode)) refuse('component-class-misfit');
  if (typeof row.fields.code === 'string') refuse('component-numbered');
  const prefix = `${divisionOf(deps, row.siteId)}${input.classCode}`;
  const doing = { now, actorId: actor.accountId, requestId: call.requestId };
  return elevated(db, async () => {
    const code = await takeNextCode(db, prefix);
    const changed = await writeFacts(
      db,
      [
        {
          subjectId: row.id,
          noun: 'asset',
          field: 'code',
          value: code,
          source: 'office',
          sourceId: null,
          since: dayOf(now),
          recordedBy: actor.accountId,
        },
      ],
      { now },
    );
    await journalChanges(db, doing, changed);
    return { code };
  });
}

/**
 * The next code of a division and class nobody has: after the last one issued, past those typed in or brought by lists, also of things that
 * are no more. As the system; two at once wait for each other.
 */
async function takeNextCode(db: Db, prefix: string): Promise<string> {
  const { rows } = await sql<{ last: number }>`insert into component_number (prefix, last) values (${prefix}, 0)
    on conflict (prefix) do update set last = component_number.last returning last`.execute(db);
  const issued = rows[0]?.last ?? 0;
  // All numbers in use are read (every thing of all sites) only for the first of a class, after those that came with lists, and past a run of them.
  let used = issued > 0 ? null : await findUsedNumbers(db, prefix);
  const last = used === null ? issued : [...used].reduce((most, number) => Math.max(most, number), 0);
  for (let i = 0; i < mostNumbers; i += 1) {
    const number = ((last + i) % mostNumbers) + 1;
    if (i === mostSteps) used ??= await findUsedNumbers(db, prefix);
    if (used?.has(number)) continue;
    const code = `${prefix}${String(number).padStart(6, '0')}`;
    await lockKey(db, componentKey(code));
    // Typed in by somebody a moment ago.
    if ((await findCodeHolders(db, code)).length > 0) continue;
    await sql`update component_number set last = greatest(last, ${number}) where prefix = ${prefix}`.execute(db);
    return code;
  }
  return refuse('code-taken');
}

async function findUsedNumbers(db: Db, prefix: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ number: number }>`select distinct right(code, 6)::integer as number
    from (select fields ->> 'code' as code from subject
      where site_id in (select id from area where parent_id is null) and noun = 'asset' offset 0) had
    where code ~ ${`^${prefix}[0-9]{6}$`}`.execute(db);
  return new Set(rows.map(({ number }) => number));
}

/** The six digits of the district: those the site's own code begins with; none for a site that is coded otherwise. */
function divisionOf(deps: RegisterDeps, siteId: string): string {
  const code = deps.places.get().areaOf(siteId)?.code ?? '';
  return /^\d{6}/.exec(code)?.[0] ?? '000000';
}
