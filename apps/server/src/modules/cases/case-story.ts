import type { CaseDetail, ChildView } from '@linli/contract';
import {
  type Actor,
  type CaseAction,
  type CaseActionKind,
  type CaseTypeDefinition,
  foldCase,
  type LocalText,
  tellsReporter,
} from '@linli/domain';
import type { Directory } from '../org/index.ts';
import type { ViewDeps } from './case-view.ts';
import { holderName } from './holder-name.ts';
import { type ActionRow, storedAction } from './load-case.ts';

type Story = CaseDetail['story'];
export type Photo = CaseDetail['photos'][number] & { seq: number };
interface StoryReader {
  actor: Actor;
  works: boolean;
  /** Reported it, or joined. */
  isReporter: boolean;
  type: CaseTypeDefinition;
  photos: readonly Photo[];
  /** Those the reader is told of. */
  children: readonly ChildView[];
}

/** Steps a neighbour may read; colleagues' notes, contacts and urging stay inside. */
const publicKinds: ReadonlySet<CaseActionKind> = new Set<CaseActionKind>([
  'report',
  'accept',
  'decline',
  'merge',
  'retype',
  'dispatch',
  'take',
  'handle',
  'check-pass',
  'check-fail',
  'rate',
  'reopen',
  'resume',
  'object',
  'grant',
  'advance',
]);
/** Of those, whose words are meant for everybody. */
const publicWords: ReadonlySet<CaseActionKind> = new Set<CaseActionKind>(['decline', 'handle']);

/** That the other side came in, all parties are told. */
function isInvitedJoin({ kind, data }: ActionRow): boolean {
  return kind === 'join' && data.invited === true;
}

/** Of a duty that is about the reader's own unit the story of the case it comes from is silent too. */
function isTold(row: ActionRow, children: readonly ChildView[]): boolean {
  const action = storedAction(row);
  return action.kind !== 'open-child' || children.some(({ id }) => id === action.data.childId);
}

/** What happened so far, as far as the reader may know it. `works`: the reader works on the case. */
export function storyFor(
  actions: readonly ActionRow[],
  { actor, works, isReporter, type, photos, children }: StoryReader,
  { directory, catalogue }: ViewDeps,
): Story {
  return actions.flatMap((row) => {
    const mine = actor.accountId !== null && row.actor_id === actor.accountId;
    if (!works && !mine && !publicKinds.has(row.kind) && !(isReporter && isInvitedJoin(row))) return [];
    if (works && !isTold(row, children)) return [];
    if (isNamedAgain(row, actions)) return [];
    const isTheirs = isReporter && isForReporter(row, type);
    const words = works || mine || isTheirs || isForEverybody(row) ? wordsOf(storedAction(row)) : '';
    return [
      {
        id: String(row.seq),
        seq: row.seq,
        kind: row.kind,
        at: row.at.toISOString(),
        by: row.by_words,
        mine,
        words,
        photos: photos.filter((p) => p.seq === row.seq).map((p) => p.hash),
        data: {
          ...((works || mine) && row.kind !== 'retype'
            ? { ...row.data, ...(row.due ? { due: row.due } : {}) }
            : publicData(row)),
          ...sentTo(row, directory),
          ...stoodAt(row, actions),
          ...takenFor(row, catalogue),
        },
      },
    ];
  });
}

/** A unit that reports together joins once, however many answer for it. */
function isNamedAgain({ kind, seq, data }: ActionRow, actions: readonly ActionRow[]): boolean {
  if (kind !== 'join' || data.unitId === undefined) return false;
  return actions.some((row) => row.kind === 'join' && row.seq < seq && row.data.unitId === data.unitId);
}

/** The stage whose clock a row speaks of; rows themselves do not say it. */
function stoodAt(row: ActionRow, actions: readonly ActionRow[]): { stage?: string } {
  if (row.data.clock !== 'stage') return {};
  const { stage } = foldCase(actions.filter(({ seq }) => seq < row.seq).map(storedAction));
  return stage === null ? {} : { stage };
}

/** Where a dispatch went, by the name people know. */
function sentTo(row: ActionRow, directory: Directory): { toName?: string } {
  const action = storedAction(row);
  if (action.kind !== 'dispatch') return {};
  const { kind, unitId, postId } = action.data.target;
  const toName = holderName(directory, { kind, unitId: unitId ?? null, postId: postId ?? null, unitKind: null });
  return { toName };
}

/** From which kind to which; what had been filled in for the one before is kept and not shown. */
function takenFor(row: ActionRow, catalogue: ViewDeps['catalogue']): { fromType?: LocalText; toType?: LocalText } {
  const action = storedAction(row);
  if (action.kind !== 'retype') return {};
  const nameOf = (code: string) => catalogue.types.get(code)?.definition.name ?? { zh: code };
  return { fromType: nameOf(action.data.from), toType: nameOf(action.data.typeCode) };
}

/** Words meant for who asked: why it was declined, what was done; of a procedure its answer, not what colleagues say on the way. */
function isForEverybody(row: ActionRow): boolean {
  if (row.kind === 'advance') return row.data.publish === true || row.data.to === 'handled';
  return publicWords.has(row.kind);
}

/** What the reporter must put right or add is theirs to read; neighbours are told nothing of it. */
function isForReporter(row: ActionRow, { stages }: CaseTypeDefinition): boolean {
  if (row.kind !== 'advance') return false;
  const taken = stages.find(({ key }) => key === row.data.stage);
  const outcome = taken?.outcomes.find(({ key }) => key === row.data.outcome);
  return outcome !== undefined && tellsReporter(stages, outcome);
}

/** Photos of steps a neighbour may read; scans and evidence of a stage stay inside as its words do. `held`: rows of papers the reader holds. */
export function photosForOthers(
  actions: readonly ActionRow[],
  actor: Actor,
  photos: readonly Photo[],
  held: ReadonlySet<number>,
): Photo[] {
  const open = actions.filter((row) => {
    if (held.has(row.seq) || (actor.accountId !== null && row.actor_id === actor.accountId)) return true;
    return row.kind === 'advance' ? isForEverybody(row) : publicKinds.has(row.kind);
  });
  const seqs = new Set(open.map((row) => row.seq));
  return photos.filter((photo) => seqs.has(photo.seq));
}

/** What a step says to everybody besides its words: the score, the result, which stage was taken. */
function publicData(row: ActionRow): Record<string, unknown> {
  const { score, result, stage } = row.data;
  return {
    ...(score === undefined ? {} : { score }),
    ...(result === undefined ? {} : { result }),
    ...(isInvitedJoin(row) ? { invited: true } : {}),
    ...(row.kind === 'advance' && stage !== undefined ? { stage } : {}),
  };
}

function wordsOf(action: CaseAction): string {
  const data: Record<string, unknown> = { ...action.data };
  const words = data.words ?? data.reason ?? data.note;
  return typeof words === 'string' ? words : '';
}
