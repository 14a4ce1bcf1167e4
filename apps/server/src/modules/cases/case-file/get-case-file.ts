import type { getCaseFile, OutputOf } from '@linli/contract';
import { type Actor, type LocalText, stagesFilling } from '@linli/domain';
import type { Db } from '../../../platform/db/database.ts';
import { refuse } from '../../../platform/errors.ts';
import type { CaseDeps } from '../deps.ts';
import { getLoadedCase } from '../load-case.ts';
import { maySeeCase, relationsTo, worksOnCase } from '../policy.ts';
import { recordLook } from '../sealed-look.ts';
import { fileItems } from './file-entries.ts';
import { loadFiledCase } from './load-filed-case.ts';

/** The file of a case as a list: for who works on it. A kind without a file has an empty one. */
export async function findCaseFile(
  db: Db,
  deps: CaseDeps,
  call: { actor: Actor; input: { caseId: string }; now: Date },
): Promise<OutputOf<typeof getCaseFile>> {
  const { actor, now } = call;
  const loaded = await getLoadedCase(db, call.input.caseId, 'read');
  const reporter = actor.accountId !== null && loaded.fold.reporterIds.includes(actor.accountId);
  if (!maySeeCase(actor, loaded.row, reporter) || !worksOnCase(actor, loaded.row)) refuse('not-found');
  const type = deps.catalogue.get().definitionOf(loaded.row.type_code, loaded.row.type_version);
  if (loaded.row.visibility === 'sealed') await recordLook(db, actor, loaded.row, now);
  const items = fileItems(await loadFiledCase(db, loaded, type)).map(({ state, entries }) => ({
    key: state.item.key,
    label: state.item.label,
    required: state.item.required,
    present: state.present,
    entries: entries.map(({ what, day, by, photos }) => ({ what, day, by, photos: [...photos] })),
    comesFrom: stagesFilling(state.item, type.stages).map((stage): LocalText => stage.name),
  }));
  const relations = relationsTo(actor, loaded.row, reporter);
  return {
    name: type.file?.name ?? type.name,
    items,
    complete: items.every((item) => item.present || !item.required),
    mayAdd: type.file !== undefined && loaded.row.is_open && mayAddPapers(relations),
  };
}

/** Who keeps the file: whoever has the case in hand or dispatches it. */
export function mayAddPapers(relations: ReadonlySet<string>): boolean {
  return ['handler', 'part', 'desk', 'duty-chief'].some((one) => relations.has(one));
}
