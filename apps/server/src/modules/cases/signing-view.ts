import type { SigningView } from '@linli/contract';
import { type Actor, type CaseTypeDefinition, type DocumentPart, fillMarks } from '@linli/domain';
import { marksFor } from './case-marks.ts';
import type { ViewDeps } from './case-view.ts';
import type { PutForward } from './held-papers.ts';
import type { LoadedCase } from './load-case.ts';

/** `names`: the parties, masked, by account; only for who works on the case. */
export interface SigningReader {
  actor: Actor;
  works: boolean;
  type: CaseTypeDefinition;
  photos: readonly { hash: string; seq: number }[];
  names: ReadonlyMap<string, { name: string }>;
  papers: readonly PutForward[];
}

/**
 * The paper that is put before the parties, word for word, and who has signed it. Whoever works on the case is shown it while it waits, a
 * party also afterwards; another's signature once all have signed.
 */
export function signingView(loaded: LoadedCase, reader: SigningReader, deps: ViewDeps): SigningView | null {
  const { actor, works, type, photos, names, papers } = reader;
  const isMine = ({ parties }: PutForward) => actor.accountId !== null && parties.includes(actor.accountId);
  const isWaiting = ({ done }: PutForward) => !done && loaded.fold.state === 'in-hand';
  const paper =
    papers.find((one) => isWaiting(one) && (works || isMine(one))) ??
    papers.findLast((one) => one.done && !works && isMine(one));
  const template = type.documents.find(({ key }) => key === paper?.stage.signing?.document);
  if (!paper?.stage.signing || !template) return null;
  const { stage, walk, done, held, from } = paper;
  const marks = marksFor(from, type, deps, deps.now);
  const signs = done && walk.advance ? walk.advance.signs : walk.signs;
  return {
    stage: stage.key,
    document: template.key,
    title: template.title,
    writtenAt: walk.enteredAt.toISOString(),
    done,
    text: template.body.flatMap((part) => textOf(part, marks)),
    least: paper.stage.signing.least,
    parties: paper.parties.map((accountId, index) => {
      const mine = accountId === actor.accountId;
      const sign = signs.find(({ actor_id }) => actor_id === accountId);
      const own = works || mine ? sign : undefined;
      const seq = held ? sign?.seq : own?.seq;
      return {
        number: index + 1,
        name: works ? (names.get(accountId)?.name ?? '') : '',
        mine,
        first: accountId === loaded.row.reporter_id,
        agrees: sign ? sign.data.agrees === true : null,
        at: sign?.at.toISOString() ?? null,
        words: typeof own?.data.words === 'string' ? own.data.words : '',
        signature: photos.find((photo) => photo.seq === seq)?.hash ?? null,
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
