import type { CaseAfterView, mergeCase, ParsedInputOf } from '@linli/contract';
import { type Actor, takesParties } from '@linli/domain';
import { type Db, elevated } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase, writeActions } from './act-on-case.ts';
import { moveCallers } from './callers/store.ts';
import type { CaseDeps } from './deps.ts';
import { getLoadedCase, type LoadedCase } from './load-case.ts';
import { mayByPlace } from './policy.ts';

const notAnOption = { fields: [{ path: 'intoCaseId', code: 'not-an-option' as const, params: {} }] };

/** Into another open case of the same site; every reporter and caller joins the parent and is answered there. */
export async function mergeIntoCase(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof mergeCase> },
): Promise<CaseAfterView> {
  const { caseId, intoCaseId } = call.input;
  if (caseId === intoCaseId) refuse('input-invalid', {}, notAnOption);
  // Both rows are locked in the order of their ids, so that two merges crossing each other cannot wait for one another.
  if (intoCaseId < caseId) await lockParent(db, call.actor, intoCaseId);
  const after = await actOnCase(db, deps, call, () => [{ kind: 'merge', data: { parentId: intoCaseId } }]);
  const parent = await lockParent(db, call.actor, intoCaseId);
  if (!parent.row.is_open) refuse('input-invalid', {}, notAnOption);
  const child = await getLoadedCase(db, caseId, 'read');
  if (child.row.site_id !== parent.row.site_id) refuse('input-invalid', {}, notAnOption);
  // Whoever joins is shown all a reporter is shown: nobody comes to a sealed matter, or out of one, by a merge.
  if ([child, parent].some(({ row }) => row.visibility === 'sealed')) refuse('input-invalid', {}, notAnOption);
  const type = deps.catalogue.get().definitionOf(parent.row.type_code, parent.row.type_version);
  const wanted = newcomers(child, parent, takesParties(type)).map((data) => ({
    kind: 'join' as const,
    data,
    event: { mergedId: caseId },
  }));
  if (wanted.length > 0)
    await writeActions(db, deps, { call, loaded: parent, type, relations: new Set(['desk']), wanted });
  await elevated(db, () => moveCallers(db, caseId, intoCaseId));
  return after;
}

/**
 * Who comes over, as what they were. Two who apply for the same paper are its parties: the one whose case it is moves it on, the other signs;
 * staff who wrote it down for somebody have nothing to sign and stay behind.
 */
function newcomers(child: LoadedCase, parent: LoadedCase, signs: boolean) {
  const { reporterIds, invitedIds, staffReporterId } = child.fold;
  return reporterIds
    .filter((id) => !parent.fold.reporterIds.includes(id) && !(signs && id === staffReporterId))
    .map((reporterId) => {
      const named = child.actions.find((row) => row.kind === 'join' && row.data.reporterId === reporterId);
      const unitId = named?.data.unitId;
      return {
        reporterId,
        ...(signs || invitedIds.includes(reporterId) ? { party: true as const } : {}),
        ...(typeof unitId === 'string' && !signs ? { unitId } : {}),
      };
    });
}

async function lockParent(db: Db, actor: Actor, caseId: string) {
  const parent = await getLoadedCase(db, caseId, 'lock');
  return mayByPlace(actor, 'cases:desk', parent.row) ? parent : refuse('not-found');
}
