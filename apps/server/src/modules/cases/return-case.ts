import type { CaseAfterView, ParsedInputOf, returnCase } from '@linli/contract';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Not ours: back to the desk, naming the right unit, which must be another one of the same site. */
export function returnToDesk(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof returnCase> },
): Promise<CaseAfterView> {
  const { reason, rightUnitId } = call.input;
  return actOnCase(db, deps, call, ({ loaded }) => {
    const unit = deps.directory.get().units.get(rightUnitId);
    const own = loaded.row.target_unit_id === rightUnitId;
    if (!unit || unit.siteId !== loaded.row.site_id || own)
      refuse('input-invalid', {}, { fields: [{ path: 'rightUnitId', code: 'not-an-option', params: {} }] });
    return [{ kind: 'return', data: { reason, rightUnit: rightUnitId } }];
  });
}
