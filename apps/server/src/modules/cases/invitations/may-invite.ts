import { type Actor, type CaseTypeDefinition, isOpen, takesParties } from '@linli/domain';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { CaseDeps } from '../deps.ts';
import { getLoadedCase, type LoadedCase } from '../load-case.ts';
import { maySeeCase, relationsTo } from '../policy.ts';

/** Whether a party may be let into this case at all: a private one in which a paper is signed. Anybody may join a public one, nobody a sealed one. */
export function isForParties({ row }: Pick<LoadedCase, 'row'>, type: CaseTypeDefinition): boolean {
  return row.visibility === 'private' && takesParties(type);
}

/** Only whoever handles the case lets somebody else into it. */
export function mayInvite(actor: Actor, { row }: Pick<LoadedCase, 'row'>): boolean {
  return relationsTo(actor, row, false).has('handler');
}

/** The case, for whoever may invite to it. */
export async function loadForInviting(
  db: Db,
  actor: Actor,
  caseId: string,
  lock: 'lock' | 'read',
): Promise<LoadedCase> {
  const loaded = await getLoadedCase(db, caseId, lock);
  const reporter = actor.accountId !== null && loaded.fold.reporterIds.includes(actor.accountId);
  if (!maySeeCase(actor, loaded.row, reporter)) refuse('not-found');
  if (!mayInvite(actor, loaded)) refuse('not-allowed');
  return loaded;
}

/** Refuses a case that takes no party, or takes none any more. */
export function requireForParties(loaded: LoadedCase, deps: CaseDeps): CaseTypeDefinition {
  const { row } = loaded;
  const type = deps.catalogue.get().definitionOf(row.type_code, row.type_version);
  if (!isForParties(loaded, type)) refuse('invitation-not-here');
  if (!isOpen(row.state)) refuse('wrong-state', {}, { state: row.state, allowed: [] });
  return type;
}
