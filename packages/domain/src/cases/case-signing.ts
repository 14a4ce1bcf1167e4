import type { CaseAction } from './case-action.ts';
import type { CaseFold, CaseSignature } from './case-fold.ts';
import type { CaseStage } from './case-stage.ts';
import type { RefusalCode } from './refusal-codes.ts';

type ActionOf<K extends CaseAction['kind']> = Extract<CaseAction, { kind: K }>;

type Known = Pick<CaseFold, 'reporterIds' | 'handlerIds' | 'staffReporterId'>;

/** The parties whose account the case knows: who reported it for themselves or joined, and does not handle it. */
export function partiesOf({ reporterIds, handlerIds, staffReporterId }: Known): string[] {
  return reporterIds.filter((id) => id !== staffReporterId && !handlerIds.includes(id));
}

export function signed(before: readonly CaseSignature[], { actorId, at, data }: ActionOf<'sign'>) {
  return actorId === null ? before : [...before, { accountId: actorId, agrees: data.agrees, at }];
}

/** Only a party, only where the stage is for signing, only once. */
export function refuseSigning(fold: CaseFold, accountId: string | null, stage: CaseStage | null): RefusalCode | null {
  if (!stage?.signing) return 'nothing-to-sign';
  if (accountId === null || !partiesOf(fold).includes(accountId)) return 'not-entitled';
  return fold.signatures.some((one) => one.accountId === accountId) ? 'already-signed' : null;
}

/** The text that was read is the one put forward now, and who agrees has written a name. */
export function refuseSignature(fold: CaseFold, { data }: ActionOf<'sign'>): RefusalCode | null {
  const isSameText = data.stage === fold.stage && data.writtenAt === fold.stageEnteredAt?.toISOString();
  if (!isSameText) return 'stage-changed';
  return data.agrees && data.photos === 0 ? 'signature-missing' : null;
}

/** Whether a way out that needs everybody's signature is taken without. */
export function refuseUnsigned(
  fold: CaseFold,
  { signing }: CaseStage,
  outcome: string,
  { form, photos }: Pick<ActionOf<'advance'>['data'], 'form' | 'photos'>,
): RefusalCode | null {
  if (!signing?.on.includes(outcome)) return null;
  if (fold.signatures.some(({ agrees }) => !agrees)) return 'signature-refused';
  const isOnPaper = signing.paper !== undefined && form?.[signing.paper] === true;
  if (isOnPaper) return photos > 0 ? null : 'evidence-missing';
  const hasSigned = (id: string) => fold.signatures.some(({ accountId }) => accountId === id);
  return fold.signatures.length >= signing.least && partiesOf(fold).every(hasSigned) ? null : 'parties-unsigned';
}
