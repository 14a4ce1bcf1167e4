import type { CaseActionKind, CaseFold, CaseTypeDefinition } from '@linli/domain';
import { sql } from 'kysely';
import { type Db, elevated } from '../../platform/db/database.ts';
import { countOpenCallers } from './callers/store.ts';
import type { CaseRow } from './load-case.ts';

/** What ways out of a stage and handling may have to wait for: child cases not closed, callers not answered. */
export async function findOpenMatters(
  db: Db,
  about: { row: CaseRow; fold: CaseFold; type: CaseTypeDefinition; kinds: readonly CaseActionKind[] },
): Promise<{ openChildren: number; openCallers: number }> {
  const { row, fold, type, kinds } = about;
  const ends = kinds.includes('advance') || kinds.includes('handle');
  const hasChildren = fold.childIds.length > 0 || kinds.includes('open-child');
  const asksChildren = hasChildren && type.stages.some((s) => s.outcomes.some((o) => o.childrenClosed));
  if (!ends || !(asksChildren || type.answerAll)) return { openChildren: 0, openCallers: 0 };
  return elevated(db, async () => ({
    openChildren: asksChildren ? await countOpenChildren(db, row.id) : 0,
    openCallers: type.answerAll ? await countOpenCallers(db, row.id) : 0,
  }));
}

async function countOpenChildren(db: Db, caseId: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from cases where parent_id = ${caseId} and is_open`.execute(db);
  return rows[0]?.n ?? 0;
}
