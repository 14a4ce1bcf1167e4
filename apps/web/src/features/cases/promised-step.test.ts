import { describe, expect, it } from 'vitest';
import { nextDue, promisedDay, promisedStep } from './promised-step.ts';

const at = '2026-03-20T09:30:00.000Z';
const stage = { key: 'accept', name: { zh: '受理', en: 'Acceptance' } };

describe('promisedStep', () => {
  it('names the step when only its end is promised', () => {
    expect(promisedStep({ due: { clock: 'stage', at, overdue: false }, promisedAt: at, stage })).toEqual(stage.name);
  });

  it('names none where the end of the case is promised, or nothing', () => {
    const later = '2026-03-27T09:30:00.000Z';
    expect(promisedStep({ due: { clock: 'stage', at, overdue: false }, promisedAt: later, stage })).toBeNull();
    expect(promisedStep({ due: { clock: 'total', at, overdue: false }, promisedAt: at, stage })).toBeNull();
    expect(promisedStep({ due: null, promisedAt: null, stage: null })).toBeNull();
  });
});

describe('promisedDay', () => {
  it('stands while the case is open and once it was done', () => {
    for (const state of ['dispatched', 'in-hand', 'suspended', 'closed'] as const)
      expect(promisedDay({ promisedAt: at, state }), state).toBe(at);
  });

  it('is none where the case ended undone, or nothing was promised', () => {
    for (const state of ['declined', 'merged', 'void'] as const)
      expect(promisedDay({ promisedAt: at, state }), state).toBeNull();
    expect(promisedDay({ promisedAt: null, state: 'in-hand' })).toBeNull();
  });
});

describe('nextDue', () => {
  const end = '2026-03-26T09:30:00.000Z';
  const clock = { name: 'stage', startedAt: at, dueAt: end, stoppedAt: null, ranOutAt: null } as const;
  const early = { clock: 'stage', at, overdue: true } as const;
  const now = new Date('2026-03-21T09:30:00.000Z');

  it('tells the end of the step where a part of it is due before', () => {
    expect(nextDue({ due: early, clocks: [clock] }, now)).toEqual({ clock: 'stage', at: end, overdue: false });
    expect(nextDue({ due: early, clocks: [clock] }, new Date(end))?.overdue).toBe(true);
  });

  it('leaves other clocks, and a step whose own is stopped', () => {
    const handle = { clock: 'handle', at, overdue: false } as const;
    expect(nextDue({ due: handle, clocks: [clock] }, now)).toEqual(handle);
    expect(nextDue({ due: early, clocks: [{ ...clock, stoppedAt: at }] }, now)).toEqual(early);
    expect(nextDue({ due: null, clocks: [clock] }, now)).toBeNull();
  });
});
