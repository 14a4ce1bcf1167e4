import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidays2025And2026 } from '../time/holidays.fixture.ts';
import { applyAction } from './apply-action.ts';
import { isPartRunning } from './case-parts.ts';
import { type Deed, people } from './case-play.fixture.ts';
import { nextDue } from './clocks.ts';
import { anyType, anyWalk, starts, wander } from './loop-walk.fixture.ts';
import { currentStage } from './stage-rules.ts';

const withStages = anyType.filter((type) => type.stages.length > 0);
const runs = { numRuns: 200 };

describe('a procedure, whatever people do', () => {
  it('ends only through its last way out, one stage after the other as the ways say', () => {
    let ended = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(withStages, anyWalk, starts, (type, steps, start) => {
        for (const { before, action, after } of wander(type, steps, start)) {
          expect(action.kind).not.toBe('handle');
          if (after.state === 'in-hand') expect(currentStage(after, type)).not.toBeNull();
          if (after.state === 'handled' || after.state === 'closed') expect(after.stage).toBeNull();
          if (after.state === 'handled' && before?.state !== 'handled') {
            ended += 1;
            expect(action).toMatchObject({ kind: 'advance', data: { to: 'handled' } });
          }
          if (action.kind !== 'advance') continue;
          seen.add(`${action.data.stage}>${action.data.to}`);
          const way = type.stages
            .find(({ key }) => key === action.data.stage)
            ?.outcomes.find(({ key }) => key === action.data.outcome);
          expect(before?.stage).toBe(action.data.stage);
          expect(after.stage ?? 'handled').toBe(way?.to);
        }
      }),
      { numRuns: 500 },
    );
    expect(ended).toBeGreaterThan(10);
    // Every way of the procedure was walked, or the laws say nothing.
    expect([...seen].sort()).toEqual([
      'decision>objection',
      'decision>sign-in',
      'meeting>decision',
      'meeting>meeting',
      'objection>handled',
      'objection>meeting',
      'objection>objection',
      'sign-in>meeting',
    ]);
  });

  it('is taken by whom the stage names, by another where it wants a second person, by the system after a window only', () => {
    let bySystem = 0;
    fc.assert(
      fc.property(withStages, anyWalk, starts, (type, steps, start) => {
        for (const { before, action, who } of wander(type, steps, start)) {
          if (action.kind !== 'advance' || !before) continue;
          const stage = currentStage(before, type);
          if (action.actorId === null) {
            bySystem += 1;
            expect(action.data.outcome).toBe(stage?.onTimeout);
            expect(action.at >= (before.clocks.stage?.dueAt ?? Number.NaN)).toBe(true);
            continue;
          }
          expect(stage?.by.some((relation) => relation !== 'system' && people[who]?.relations.includes(relation))).toBe(
            true,
          );
          for (const key of stage?.notSameAs ?? []) expect(before.stageBy[key] ?? []).not.toContain(action.actorId);
        }
      }),
      runs,
    );
    expect(bySystem).toBeGreaterThan(2);
  });

  it('waits for every part, and in order where it says so', () => {
    fc.assert(
      fc.property(withStages, anyWalk, starts, (type, steps, start) => {
        for (const { before, action, after } of wander(type, steps, start)) {
          const stage = before && currentStage(before, type);
          if (!before || !stage?.parts) continue;
          if (action.kind === 'advance') expect(before.parts.every((part) => part.finishedAt !== null)).toBe(true);
          if (stage.parts.order !== 'in-order') continue;
          if (action.kind === 'finish-part') {
            const mine = before.parts.findIndex((part) => part.unitId === action.data.unitId);
            expect(before.parts.slice(0, mine).every((part) => part.finishedAt !== null)).toBe(true);
          }
          expect(after.parts.filter(isPartRunning).length).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  it('its clocks stand still while suspended, and nobody misses a window', () => {
    let stood = 0;
    fc.assert(
      fc.property(withStages, anyWalk, starts, (type, steps, start) => {
        const waiting: Deed[] = [...start, ['worker', 'ask-suspension', { reason: '等鉴定' }], ['chief', 'grant', {}]];
        for (const { before, action, after } of wander(type, steps, waiting)) {
          if (after.state === 'suspended') {
            expect(nextDue(after)).toBeNull();
            if (before?.state === 'suspended') expect(after.clocks.stage).toEqual(before.clocks.stage);
          }
          if (after.clocks.stage?.window) expect(after.clocks.stage.ranOutAt).toBeNull();
          if (action.kind !== 'resume' || !before) continue;
          const was = [before.clocks.stage, ...before.parts].flatMap((each) => (each?.pausedAt ? [each] : []));
          const now = [after.clocks.stage, ...after.parts].flatMap((each) => (each && 'dueAt' in each ? [each] : []));
          for (const one of was) {
            stood += 1;
            const same = now.find(
              (each) => ('unitId' in each ? each.unitId : '') === ('unitId' in one ? one.unitId : ''),
            );
            expect(same?.pausedAt).toBeNull();
            expect((same?.dueAt ?? Number.NaN) >= (one.dueAt ?? Number.NaN)).toBe(true);
          }
        }
      }),
      runs,
    );
    expect(stood).toBeGreaterThan(20);
  });

  it('the same step sent twice is refused, unless the stage leads to itself', () => {
    fc.assert(
      fc.property(withStages, anyWalk, starts, (type, steps, start) => {
        for (const { action, after, who } of wander(type, steps, start)) {
          if (action.kind !== 'advance' || action.data.to === action.data.stage) continue;
          const relations = new Set(people[who]?.relations);
          const again = applyAction(after, action, { type, holidays: holidays2025And2026, relations });
          expect(again.ok).toBe(false);
        }
      }),
      runs,
    );
  });
});
