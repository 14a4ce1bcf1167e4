import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { timeLeft } from '../time/deadline.ts';
import { holidays2025And2026 } from '../time/holidays.fixture.ts';
import { allowedActions, refusalFor } from './allowed-actions.ts';
import { applyAction } from './apply-action.ts';
import type { CaseAction } from './case-action.ts';
import { actionOf, attempt, caseType, closed, type Deed, inHand, on, people, play } from './case-play.fixture.ts';
import { type CaseActionKind, type CaseState, caseActionKinds, caseRelations, caseStates } from './case-state.ts';
import { clockNames } from './case-type.ts';
import { nextDue } from './clocks.ts';
import { calendarFor } from './due-dates.ts';
import { foldCase } from './fold-case.ts';
import { type CaseLoopRow, caseLoop, isInTable, isOpen } from './loop.ts';

import { actorOf, anyType, anyWalk, fittingDeed, starts, wander } from './loop-walk.fixture.ts';

const runs = { numRuns: 400 };
const anyStart = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: starts });

// Thousands of stories: longer than a test usually takes where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

describe('the loop, whatever people do', () => {
  it('never leaves the table', () => {
    const states = new Set<CaseState>();
    const kinds = new Set<CaseActionKind>();
    fc.assert(
      fc.property(anyType, anyWalk, anyStart, (definition, steps, start) => {
        for (const { before, action, after } of wander(definition, steps, start)) {
          states.add(after.state);
          kinds.add(action.kind);
          expect(isInTable(action.kind, before?.state ?? null)).toBe(true);
          const { to }: CaseLoopRow = caseLoop[action.kind];
          if (to === 'same') expect(after.state).toBe(before?.state);
          else expect(to).toContain(after.state);
        }
      }),
      { numRuns: 600 },
    );
    // The walks must reach everything, or the law says nothing.
    expect([...caseStates].filter((state) => !states.has(state))).toEqual([]);
    expect(caseActionKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('folds to the same case from its stored rows, also through JSON', () => {
    fc.assert(
      fc.property(anyType, anyWalk, (definition, steps) => {
        const moves = wander(definition, steps);
        const last = moves.at(-1);
        if (!last) return;
        const rows = moves.map(
          ({ action }) => ({ ...JSON.parse(JSON.stringify(action)), at: action.at }) as CaseAction,
        );
        expect(foldCase(rows)).toEqual(last.after);
      }),
      runs,
    );
  });

  it('whoever handled never checks, whoever asked never decides', () => {
    fc.assert(
      fc.property(anyType, anyWalk, (definition, steps) => {
        const hands = new Set<string | null>();
        for (const { before, action, after } of wander(definition, steps)) {
          if (['take', 'handle', 'finish-part'].includes(action.kind)) hands.add(action.actorId);
          // The reporter's own step binds him for that round only; whoever else advanced is a handler for ever.
          if (action.kind === 'advance') hands.add(action.actorId);
          if (action.kind === 'reopen')
            for (const id of after.reporterIds) if (!after.handlerIds.includes(id)) hands.delete(id);
          if (action.kind === 'advance' && action.actorId === null) hands.delete(null);
          if (action.kind === 'check-pass' || action.kind === 'check-fail') expect(hands).not.toContain(action.actorId);
          if (action.kind === 'grant' || action.kind === 'refuse') {
            expect(before?.pending?.askedBy).not.toBe(action.actorId);
          }
        }
      }),
      runs,
    );
  });

  it('clocks stand still while suspended and resume with what was left', () => {
    const suspended: Deed[] = [...inHand, ['worker', 'ask-suspension', { reason: '等配件' }], ['chief', 'grant', {}]];
    let suspensions = 0;
    fc.assert(
      fc.property(anyType, anyWalk, (definition, steps) => {
        const calendar = calendarFor(definition, holidays2025And2026);
        for (const { before, action, after } of wander(definition, steps, suspended)) {
          if (after.state === 'suspended') expect(nextDue(after)).toBeNull();
          if (before?.state !== 'suspended') continue;
          for (const name of clockNames) {
            const was = before.clocks[name];
            const is = after.clocks[name];
            const limit = definition.deadlines[name];
            if (!was?.pausedAt || !is || !limit) continue;
            if (after.state === 'suspended' && action.kind !== 'contact') expect(is).toEqual(was);
            if (action.kind !== 'resume' || was.pausedAt >= was.dueAt || was.stoppedAt) continue;
            suspensions += 1;
            const left = timeLeft(was.pausedAt, was.dueAt, limit.unit, calendar);
            const now = timeLeft(action.at, is.dueAt, limit.unit, calendar);
            if (limit.unit === 'day') expect(now).toBeGreaterThanOrEqual(left);
            else expect(now).toBeCloseTo(left, 5);
          }
        }
      }),
      { numRuns: 600 },
    );
    expect(suspensions).toBeGreaterThan(100);
  });

  it('the same action twice is refused or changes nothing that counts', () => {
    fc.assert(
      fc.property(anyType, anyWalk, (definition, steps) => {
        for (const { action, after, who } of wander(definition, steps)) {
          const relations = new Set(people[who]?.relations);
          const again = applyAction(after, action, { type: definition, holidays: holidays2025And2026, relations });
          if (!again.ok) continue;
          // A second meeting is one more meeting; any other step sent twice is refused, see the laws of stages.
          if (action.kind === 'advance' && action.data.to === action.data.stage) continue;
          // A second urge is one more urge and nothing else.
          expect({ ...again.fold, urgedCount: after.urgedCount }).toEqual(after);
        }
      }),
      runs,
    );
  });

  it('somebody can always move an open case on, nobody a final one', () => {
    const moving = caseActionKinds.filter((kind) => caseLoop[kind].to !== 'same');
    fc.assert(
      fc.property(anyType, anyWalk, (definition, steps) => {
        for (const { after, action } of wander(definition, steps)) {
          const ways = Object.keys(people).flatMap((who) => allowedActions(after, actorOf(who), action.at, definition));
          const waysOut = ways.filter((kind) => moving.includes(kind) || kind === 'finish-part' || kind === 'split');
          if (isOpen(after.state)) expect(waysOut).not.toEqual([]);
          const last = new Set<CaseActionKind>(['note', 'ask-exclusion', 'grant', 'refuse']);
          if (after.state === 'merged' || after.state === 'void')
            expect(ways.filter((kind) => !last.has(kind))).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('what is offered is accepted and what is not offered is refused with the reason', () => {
    const relations = fc.subarray([...caseRelations]).map((list) => new Set(list));
    fc.assert(
      fc.property(
        anyType,
        anyWalk,
        fc.constantFrom(...Object.keys(people)),
        relations,
        fc.nat(4000),
        (definition, steps, who, mine, minutes) => {
          const last = wander(definition, steps).at(-1);
          const fold = last?.after ?? null;
          const at = new Date((last?.action.at ?? on('03-02 09:00')).getTime() + minutes * 60_000);
          const actor = { ...actorOf(who), relations: mine };
          const allowed = allowedActions(fold, actor, at, definition);
          for (const kind of caseActionKinds) {
            const action = actionOf(fittingDeed(definition, who, kind, fold, at, 7), at);
            const isDeskAddingCaller = kind === 'join' && (mine.has('desk') || mine.has('duty-chief'));
            const fitting = isDeskAddingCaller ? { ...action, data: { reporterId: 'somebody-new' } } : action;
            // The data was made for this kind just above.
            const outcome = applyAction(fold, fitting as CaseAction, {
              type: definition,
              holidays: holidays2025And2026,
              relations: mine,
            });
            expect([kind, outcome.ok]).toEqual([kind, allowed.includes(kind)]);
            if (outcome.ok) continue;
            expect(outcome).toEqual({
              ok: false,
              code: refusalFor(kind, fold, actor, at, definition),
              state: fold?.state ?? null,
              allowed,
            });
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('time never runs backwards', () => {
    const { fold } = play(closed);
    const outcome = attempt(fold, ['resident', 'rate', { score: 4 }], on('03-01 00:00'), caseType());
    expect(outcome.ok && outcome.action.at).toEqual(fold.lastAt);
  });

  it('prints the speed of folding twelve actions', () => {
    const { actions } = play([
      ...closed,
      ['resident', 'rate', { score: 2 }],
      ['resident', 'reopen', { reason: '又来了' }],
      ['worker', 'take', {}],
      ['worker', 'contact', { reached: true, channel: 'phone' }],
      ['worker', 'handle', { result: 'solved', photos: 0 }],
      ['checker', 'check-pass', { photos: 0 }],
    ]);
    expect(actions).toHaveLength(12);
    const rounds = 5000;
    for (let i = 0; i < rounds; i++) foldCase(actions);
    const began = performance.now();
    for (let i = 0; i < rounds; i++) foldCase(actions);
    console.log(`foldCase of 12 actions: ${(((performance.now() - began) / rounds) * 1000).toFixed(1)} µs`);
  });
});
