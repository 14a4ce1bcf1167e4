import type { SigningView } from '@linli/contract';
import {
  type Actor,
  type CaseTypeDefinition,
  currentStage,
  type DocumentPart,
  fillMarks,
  partiesOf,
} from '@linli/domain';
import { marksFor } from './case-marks.ts';
import type { ViewDeps } from './case-view.ts';
import type { LoadedCase } from './load-case.ts';
import { thisRound, walkStages } from './stage-walk.ts';

/** `names`: the parties, masked, by account; only for who works on the case. */
export interface SigningReader {
  actor: Actor;
  works: boolean;
  type: CaseTypeDefinition;
  photos: readonly { hash: string; seq: number }[];
  names: ReadonlyMap<string, { name: string }>;
}

/** The paper that is put before the parties now, word for word, and who has signed it. */
export function signingView(loaded: LoadedCase, reader: SigningReader, deps: ViewDeps): SigningView | null {
  const { fold, row, actions } = loaded;
  const { actor, works, type, photos, names } = reader;
  const stage = fold.state === 'in-hand' ? currentStage(fold, type) : null;
  const template = type.documents.find(({ key }) => key === stage?.signing?.document);
  const parties = partiesOf(fold);
  const isParty = actor.accountId !== null && parties.includes(actor.accountId);
  if (!stage?.signing || !template || !fold.stageEnteredAt || !(works || isParty)) return null;
  const marks = marksFor(loaded, type, deps, deps.now);
  const signs = walkStages(actions, fold, type).get(stage.key)?.signs ?? [];
  return {
    stage: stage.key,
    document: template.key,
    title: template.title,
    writtenAt: fold.stageEnteredAt.toISOString(),
    text: template.body.flatMap((part) => textOf(part, marks)),
    least: stage.signing.least,
    parties: parties.map((accountId, index) => {
      const mine = accountId === actor.accountId;
      const sign = signs.find(({ actor_id }) => actor_id === accountId);
      const shown = works || mine ? sign : undefined;
      return {
        number: index + 1,
        name: works ? (names.get(accountId)?.name ?? '') : '',
        mine,
        first: accountId === row.reporter_id,
        agrees: sign ? sign.data.agrees === true : null,
        at: sign?.at.toISOString() ?? null,
        words: typeof shown?.data.words === 'string' ? shown.data.words : '',
        signature: photos.find(({ seq }) => seq === shown?.seq)?.hash ?? null,
      };
    }),
  };
}

function textOf(part: DocumentPart, marks: ReadonlyMap<string, string>): SigningView['text'] {
  if ('heading' in part) return [{ kind: 'heading', label: part.heading, text: '' }];
  if ('text' in part) return [{ kind: 'text', label: '', text: fillMarks(part.text, marks) }];
  if (!('value' in part)) return [];
  const text = fillMarks(part.value, marks).trim();
  return text === '' ? [] : [{ kind: 'line', label: part.label, text }];
}

/** A party reads the paper it is asked to sign, and keeps reading the one it signed. */
export function maySignPaper(
  { fold, actions }: LoadedCase,
  actor: Actor,
  type: CaseTypeDefinition,
  document: string,
): boolean {
  if (actor.accountId === null || !partiesOf(fold).includes(actor.accountId)) return false;
  const forSigning = type.stages.filter(({ signing }) => signing?.document === document).map(({ key }) => key);
  if (fold.stage !== null && forSigning.includes(fold.stage)) return true;
  return thisRound(actions).some(
    (row) => row.kind === 'sign' && row.actor_id === actor.accountId && forSigning.includes(String(row.data.stage)),
  );
}
