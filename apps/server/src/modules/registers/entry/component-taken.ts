import { isComponentCodeOf } from '@linli/domain';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { ReadEntries } from './read-entries.ts';

/** What a code is locked under while somebody enters or issues it: codes are one thing's in all sites. */
export function componentKey(code: string): string {
  return `component:${code}`;
}

/** The code of a component among what was entered, and where it stood in the form. */
function codeEntered(read: ReadEntries, entries: readonly { code: string }[]): { code: string; path: string } | null {
  const value = read.facts.find(({ field }) => field.noun === 'asset' && field.code === 'code')?.value;
  const at = entries.findIndex(({ code }) => code === 'code');
  return typeof value === 'string' ? { code: value, path: `fields.${Math.max(at, 0)}.value` } : null;
}

/**
 * Refuses a code whose class is not what the thing is (`component-class-misfit`), and one another thing has (`code-taken`), in whatever site
 * (GB/T 47678.5: one number, one thing). `ownId`: whose it may be.
 * Whose it is stays untold. As the system, with the code locked.
 */
export async function mustBeFreeCode(
  db: Db,
  call: { read: ReadEntries; entries: readonly { code: string }[]; kind: string; ownId: string | null },
): Promise<void> {
  const entered = codeEntered(call.read, call.entries);
  if (entered === null) return;
  const beside = { fields: [{ path: entered.path, code: 'invalid' as const, params: {} }] };
  if (!isComponentCodeOf(call.kind, entered.code)) refuse('component-class-misfit', {}, beside);
  const takenBy = await findCodeHolders(db, entered.code);
  if (takenBy.some((id) => id !== call.ownId)) refuse('code-taken', {}, beside);
}

/** Things with this code, but for those merged into others. As the system. */
export async function findCodeHolders(db: Db, code: string): Promise<string[]> {
  // Site by site, along the index: no function of jsonb serves one under row-level security.
  const { rows } = await sql<{ id: string }>`select id from subject
    where site_id in (select id from area where parent_id is null) and noun = 'asset' and state <> 'merged'
      and fields ->> 'code' = ${code}`.execute(db);
  return rows.map(({ id }) => id);
}
