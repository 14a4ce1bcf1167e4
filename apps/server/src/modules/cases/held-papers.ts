import { type Actor, type CaseStage, type CaseTypeDefinition, foldCase, partiesOf, takesParties } from '@linli/domain';
import { type LoadedCase, storedAction } from './load-case.ts';
import { pictureSeqs, type StageWalk, thisRound, walkStages } from './stage-walk.ts';

/** A paper put before the parties: still open, or signed. */
export interface PutForward {
  stage: CaseStage;
  walk: StageWalk;
  /** Left by a way that says it is signed. */
  done: boolean;
  /** Accounts whose paper it is: who was a party while it lay before them. */
  parties: readonly string[];
  /** Signed by all of them, or said to be: from then on each holds the whole of it, before only what is the own. */
  held: boolean;
  /** The case as the paper was written in it: as it is now, or as it stood when it was reopened. */
  from: LoadedCase;
}

/** Every paper that lies before the parties or was signed by them, the latest round last, then in the order of the procedure. */
export function papersPutForward(loaded: LoadedCase, type: CaseTypeDefinition): PutForward[] {
  if (!takesParties(type)) return [];
  const reopened = loaded.actions.findLastIndex(({ kind }) => kind === 'reopen');
  if (reopened < 0) return papersOfRound(loaded, type);
  const actions = loaded.actions.slice(0, reopened);
  const before = { ...loaded, actions, fold: foldCase(actions.map(storedAction)) };
  // What was signed stays theirs when the case is reopened.
  const kept = papersPutForward(before, type).filter(({ done }) => done);
  return [...kept, ...papersOfRound(loaded, type)];
}

function papersOfRound(loaded: LoadedCase, type: CaseTypeDefinition): PutForward[] {
  const { fold, actions } = loaded;
  const walks = walkStages(actions, fold, type);
  return type.stages.flatMap((stage) => {
    const walk = walks.get(stage.key);
    if (!stage.signing || !walk) return [];
    const isOpen = walk.leftAt === null && fold.stage === stage.key;
    const { advance } = walk;
    const isSigned = walk.leftAt !== null && advance && stage.signing.on.includes(advance.action.data.outcome);
    if (!isOpen && !isSigned) return [];
    const parties = isOpen || !advance ? partiesOf(fold) : partiesBefore(loaded, advance.row.seq);
    const agreed = walk.signs.filter(({ data }) => data.agrees === true).map(({ actor_id }) => actor_id);
    const all = agreed.length >= stage.signing.least && parties.every((id) => agreed.includes(id));
    return [{ stage, walk, done: !isOpen, parties, held: !isOpen || all, from: loaded }];
  });
}

/** Who joined after it was signed is no party of that paper. */
function partiesBefore({ actions }: LoadedCase, seq: number): string[] {
  return partiesOf(foldCase(actions.filter((row) => row.seq < seq).map(storedAction)));
}

/** Rows whose pictures this party may see because the paper they belong to is one it holds. */
export function heldSeqs(papers: readonly PutForward[], { accountId }: Actor): ReadonlySet<number> {
  const mine = papers.filter(({ held, parties }) => held && accountId !== null && parties.includes(accountId));
  return new Set(mine.flatMap(({ walk, stage }) => pictureSeqs(walk, stage)));
}

/** A party reads the paper of this round it is asked to sign or holds, and keeps reading the one it signed. */
export function mayReadPaper(
  papers: readonly PutForward[],
  { actions }: Pick<LoadedCase, 'actions'>,
  { accountId }: Actor,
  { stages, document }: Pick<CaseTypeDefinition, 'stages'> & { document: string },
): boolean {
  if (accountId === null) return false;
  const forSigning = stages.filter(({ signing }) => signing?.document === document).map(({ key }) => key);
  if (papers.some(({ stage, parties }) => forSigning.includes(stage.key) && parties.includes(accountId))) return true;
  return thisRound(actions).some(
    (row) => row.kind === 'sign' && row.actor_id === accountId && forSigning.includes(String(row.data.stage)),
  );
}
