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
import { componentClasses } from './component-classes.ts';

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
  if (typeof row.fields.code === 'string') refuse('component-numbered');
  const prefix = `${divisionOf(deps, row.siteId)}${input.classCode}`;
  const doing = { now, actorId: actor.accountId, requestId: call.requestId };
  return elevated(db, async () => {
    const { rows } = await sql<{ last: number }>`insert into component_number (prefix, last)
      values (${prefix}, (select coalesce(max(right(fields ->> 'code', 6)::integer), 0) + 1 from subject
        where noun = 'asset' and fields ->> 'code' like ${`${prefix}%`}))
      on conflict (prefix) do update set last = component_number.last + 1 returning last`.execute(db);
    const code = `${prefix}${String(rows[0]?.last ?? 1).padStart(6, '0')}`;
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

/** The six digits of the district: those the site's own code begins with; none for a site that is coded otherwise. */
function divisionOf(deps: RegisterDeps, siteId: string): string {
  const code = deps.places.get().areaOf(siteId)?.code ?? '';
  return /^\d{6}/.exec(code)?.[0] ?? '000000';
}
