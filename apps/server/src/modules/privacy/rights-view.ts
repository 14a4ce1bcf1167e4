import type { RightsRequestView } from '@linli/contract';
import { allowedRightsActs, findRegisterField, groundArticles, isOverdue, rightsHands } from '@linli/domain';
import type { z } from 'zod';
import { type RightsRow, rightsOf, type StepRow } from './store.ts';

type View = z.infer<typeof RightsRequestView>;

/** A request as its asker (`hand` asker) or the desk reads it. */
export function rightsView(
  row: RightsRow,
  steps: readonly StepRow[],
  call: { hand: 'asker' | 'desk'; now: Date },
): View {
  const { id, number, kind, asker, state, words, about, outcome, ground, answer, revision } = row;
  const own = steps.filter(({ requestId }) => requestId === id);
  return {
    id,
    number,
    kind,
    asker,
    state,
    words,
    about,
    outcome,
    ground,
    answer,
    revision,
    fields: row.fields.map((code) => ({ code, label: findRegisterField('person', code)?.label ?? { zh: code } })),
    submittedAt: row.submittedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    latestAt: row.latestAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    overdue: isOverdue(row, call.now),
    article: ground === null ? null : groundArticles[ground],
    answeredAt: row.answeredAt?.toISOString() ?? null,
    steps: own.map(({ at, act, byWords, words: said }) => ({ at: at.toISOString(), act, by: byWords, words: said })),
    can: allowedRightsActs(rightsOf(row, own)).filter((act) => rightsHands[act] === call.hand),
  };
}
