import type { CaseAfterView, ParsedInputOf, splitCase } from '@linli/contract';
import type { CasePart, PartShare } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';

/** Forms the task force, or forms it anew: who stays keeps clock and answer. Units of this site that are at work. */
export function formTaskForce(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof splitCase> },
): Promise<CaseAfterView> {
  return actOnCase(db, deps, call, ({ loaded, relations }) => {
    // Who may not is told so before being told about units.
    if (![...relations].some((relation) => formers.has(relation))) refuse('not-allowed');
    const { units } = deps.directory.get();
    const parts = call.input.parts.map(({ unitId, lead, words, dueDay }) => {
      const unit = units.get(unitId);
      if (!unit?.active || unit.siteId !== loaded.row.site_id) refuse('target-invalid');
      return { unitId, lead, ...(words ? { words } : {}), ...(dueDay ? { dueDay } : {}) };
    });
    return [{ kind: 'split', data: { parts }, event: { askedUnitIds: newlyAsked(parts, loaded.fold.parts) } }];
  });
}

/** Units that hear of it: new in the force, or asked something else, by another day, or to lead. */
function newlyAsked(parts: readonly PartShare[], before: readonly CasePart[]): string[] {
  const isAsBefore = ({ unitId, lead, words, dueDay }: PartShare) =>
    before.some(
      (part) =>
        part.unitId === unitId &&
        part.lead === lead &&
        (words === undefined || words === part.words) &&
        (dueDay === undefined || dueDay === part.dueDay),
    );
  return parts.filter((part) => !isAsBefore(part)).map((part) => part.unitId);
}

const formers: ReadonlySet<string> = new Set(['handler', 'desk', 'duty-chief']);
