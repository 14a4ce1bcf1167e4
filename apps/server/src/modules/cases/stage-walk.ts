import type { CaseAction, CaseFold, CaseStage, CaseTypeDefinition } from '@linli/domain';
import type { ActionRow } from './load-case.ts';
import { storedAction } from './load-case.ts';

type Advance = Extract<CaseAction, { kind: 'advance' }>;

/** How the case went through one stage in this round; a stage walked several times shows the last. */
export interface StageWalk {
  enteredAt: Date;
  leftAt: Date | null;
  dueAt: Date | null;
  overdue: boolean;
  /** How often it was taken. */
  times: number;
  /** The step that left it last, and its row. */
  advance: { action: Advance; row: ActionRow; signs: readonly ActionRow[] } | null;
  /** Who signed since it was entered last. */
  signs: readonly ActionRow[];
}

/** The stages walked since the case was last reopened, by key. */
export function walkStages(
  actions: readonly ActionRow[],
  fold: CaseFold,
  type: CaseTypeDefinition,
): ReadonlyMap<string, StageWalk> {
  const walks = new Map<string, StageWalk>();
  if (type.stages.length === 0) return walks;
  let current: string | null = null;
  let left = fold.lastStage;
  const enter = (key: string | null, row: ActionRow) => {
    current = key;
    if (key === null) return;
    const before = walks.get(key);
    const due = row.due?.stage ?? row.due?.['stage-window'];
    walks.set(key, {
      enteredAt: row.at,
      leftAt: null,
      dueAt: due === undefined ? null : new Date(due),
      overdue: false,
      times: before?.times ?? 0,
      advance: before?.advance ?? null,
      signs: [],
    });
  };
  for (const row of thisRound(actions)) {
    const action = storedAction(row);
    const walk: StageWalk | undefined = current === null ? undefined : walks.get(current);
    if (action.kind === 'take') enter(action.data.stage ?? null, row);
    else if (action.kind === 'check-fail')
      enter(left, row); // back where it was handled from
    else if (action.kind === 'advance') {
      left = action.data.stage;
      if (walk)
        Object.assign(walk, { leftAt: row.at, times: walk.times + 1, advance: { action, row, signs: walk.signs } });
      enter(action.data.to === 'handled' ? null : (action.data.to ?? null), row);
    } else if (walk && action.kind === 'sign') walk.signs = [...walk.signs, row];
    else if (walk && action.kind === 'overdue' && action.data.clock === 'stage' && action.data.unitId === undefined)
      walk.overdue = true;
    else if (walk && action.kind === 'resume' && row.due?.stage) walk.dueAt = new Date(row.due.stage);
  }
  return walks;
}

/** Rows whose pictures belong to a stage as it stands: of a text put before the parties only the signatures under that very text. */
export function pictureSeqs(walk: StageWalk | undefined, stage: CaseStage): number[] {
  if (!walk) return [];
  const { advance, signs } = walk;
  if (stage.signing && walk.leftAt === null) return signs.map(({ seq }) => seq);
  if (!advance || (stage.signing && !stage.signing.on.includes(advance.action.data.outcome))) return [];
  return [...advance.signs, advance.row].map(({ seq }) => seq);
}

/** A reopened case starts its stages again. */
export function thisRound(actions: readonly ActionRow[]): readonly ActionRow[] {
  return actions.slice(actions.findLastIndex((row) => row.kind === 'reopen') + 1);
}
