import type { getImport, OutputOf } from '@linli/contract';
import { isRegisterMapping } from '@linli/contract';
import { type Db, elevated } from '../../platform/db/database.ts';
import { compileMapping } from './compile-mapping.ts';
import type { ImportDeps } from './deps.ts';
import { type RunRow, readRowsAfter } from './store.ts';
import { findKnown } from './take-orders.ts';

type Made = OutputOf<typeof getImport>['cases'];

const rowsShown = 100;

/**
 * What the first rows of a run became: numbers are looked up by their own index, row by row of the table. Which cases are named the
 * reader's own scope decides, not the import.
 */
export async function findMade(db: Db, deps: ImportDeps, run: RunRow): Promise<Made> {
  const { mapping } = run;
  if (!['done', 'paused', 'cancelled'].includes(run.state) || !mapping || isRegisterMapping(mapping)) return [];
  const taken = await elevated(db, async () => {
    const rows = await readRowsAfter(db, deps.crypto, run.id, { afterN: 0, limit: rowsShown });
    const compiled = compileMapping(mapping, run.headings);
    const told = rows.flatMap(({ line, cells }) => {
      const orderNumber = compiled.cellsOf('number', cells)[0]?.text;
      return orderNumber === undefined ? [] : [{ line, orderNumber }];
    });
    const call = { site: { id: run.site_id, path: run.path }, system: mapping.system };
    const known = await findKnown(
      db,
      call,
      told.map(({ orderNumber }) => orderNumber),
    );
    const seen = new Set<string>();
    return told.flatMap(({ line, orderNumber }) => {
      const source = known.get(orderNumber);
      if (source?.runId !== run.id || seen.has(orderNumber)) return [];
      seen.add(orderNumber);
      return [{ line, orderNumber, caseId: source.caseId }];
    });
  });
  if (taken.length === 0) return [];
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number'])
    .where(
      'id',
      'in',
      taken.map(({ caseId }) => caseId),
    )
    .execute();
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return taken.flatMap((one) => {
    const number = numbers.get(one.caseId);
    return number === undefined ? [] : [{ ...one, number }];
  });
}
