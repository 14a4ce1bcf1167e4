import type { Actor } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { writeActions } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { getLoadedCase } from './load-case.ts';

/** A call that presses an order taken up before 催单: the case is urged. False when it is no longer open, and nothing is written. */
export async function pressOrder(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; caseId: string; now: Date },
): Promise<boolean> {
  const loaded = await getLoadedCase(db, call.caseId, 'lock');
  if (!loaded.row.is_open) return false;
  const type = deps.catalogue.get().definitionOf(loaded.row.type_code, loaded.row.type_version);
  await writeActions(db, deps, {
    call: { actor: call.actor, now: call.now, requestId: null },
    loaded,
    type,
    relations: new Set(['desk']),
    wanted: [{ kind: 'urge', data: {} }],
  });
  return true;
}
