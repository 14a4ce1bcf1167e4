import { describe, expect, it } from 'vitest';
import { dueState } from './due-state.ts';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 24, hour));
const startedAt = at(0);
const dueAt = at(10);

describe('dueState', () => {
  it.each([
    [1, 'good', 0.1, 9],
    [8, 'caution', 0.8, 2],
    [10, 'caution', 1, 0],
    [12, 'bad', 1, -2],
  ] as const)('at hour %d', (hour, tone, share, leftHours) => {
    expect(dueState({ startedAt, dueAt, now: at(hour) })).toEqual({ tone, share, leftMs: leftHours * 3_600_000 });
  });

  it('stands as it stood when done', () => {
    expect(dueState({ startedAt, dueAt, now: at(20), doneAt: at(9) }).tone).toBe('good');
    expect(dueState({ startedAt, dueAt, now: at(20), doneAt: at(11) })).toMatchObject({
      tone: 'bad',
      leftMs: -3_600_000,
    });
  });

  it('is still while suspended, and whole when due at once', () => {
    expect(dueState({ startedAt, dueAt, now: at(12), stopped: true }).tone).toBe('still');
    expect(dueState({ startedAt, dueAt: startedAt, now: at(1) })).toMatchObject({ tone: 'bad', share: 1 });
  });
});
