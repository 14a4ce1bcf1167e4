import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRefetchPace } from './refetch-pace.ts';

describe('createRefetchPace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function counted() {
    const times: number[] = [];
    const began = Date.now();
    const pace = createRefetchPace(() => times.push(Date.now() - began));
    return { times, pace };
  }

  it('asks within half a second of an event and once more a second later', () => {
    const { times, pace } = counted();
    pace.nudge();
    vi.advanceTimersByTime(10_000);
    expect(times).toEqual([350, 1350]);
  });

  it('asks at most once a second in a storm and once after it', () => {
    const { times, pace } = counted();
    for (let ms = 0; ms < 5000; ms += 50) {
      pace.nudge();
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(10_000);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
    expect(times.at(-1)).toBeGreaterThan(5000);
    expect(times.length).toBeLessThanOrEqual(8);
  });

  it('asks nothing without an event, and nothing once stopped', () => {
    const { times, pace } = counted();
    vi.advanceTimersByTime(10_000);
    pace.nudge();
    pace.stop();
    vi.advanceTimersByTime(10_000);
    expect(times).toEqual([]);
  });
});
