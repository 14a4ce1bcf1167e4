import type { CaseFold, CaseTypeDefinition } from '@linli/domain';
import { expect, it } from 'vitest';
import type { ActionRow } from './load-case.ts';
import { walkStages } from './stage-walk.ts';

function rowOf(seq: number, kind: ActionRow['kind'], data: Record<string, unknown>): ActionRow {
  const at = new Date(Date.UTC(2026, 2, 16, seq));
  return { seq, kind, at, actor_id: null, actor_unit_id: null, by_words: '', data, due: null };
}

it('goes back after a failed check to the stage it was handled from, wherever the case stands now', () => {
  const step = (seq: number, stage: string, to: string) => rowOf(seq, 'advance', { stage, to, outcome: to });
  const actions = [
    rowOf(1, 'take', { stage: 'meet' }),
    step(2, 'meet', 'follow'),
    step(3, 'follow', 'handled'),
    rowOf(4, 'check-fail', { reason: '' }),
    step(5, 'follow', 'meet'),
  ];
  // All that is read of either: where it stands, and that there are stages at all.
  const fold = { stage: 'meet', lastStage: 'follow' } as CaseFold;
  const type = { stages: [{ key: 'meet' }, { key: 'follow' }] } as CaseTypeDefinition;
  const walks = walkStages(actions, fold, type);
  expect(walks.get('follow')).toMatchObject({ times: 2, advance: { row: { seq: 5 } } });
  expect(walks.get('meet')).toMatchObject({ times: 1, advance: { row: { seq: 2 } }, leftAt: null });
});
