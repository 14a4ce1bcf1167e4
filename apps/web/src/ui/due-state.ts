/** How a deadline stands. `share` is the part of the time used up, 0 to 1. */
export type DueState = {
  readonly tone: 'good' | 'caution' | 'bad' | 'still';
  readonly share: number;
  /** Positive: left. Negative: late. Milliseconds by the wall clock. */
  readonly leftMs: number;
};

// The last fifth of the time is when a reminder still helps.
const NEAR_SHARE = 0.8;

/** Where `now` stands between `startedAt` and `dueAt`; once done, how it stood then. `stopped`: the clock is suspended. */
export function dueState(times: {
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly now: Date;
  readonly doneAt?: Date | undefined;
  readonly stopped?: boolean | undefined;
}): DueState {
  const at = (times.doneAt ?? times.now).getTime();
  const whole = Math.max(1, times.dueAt.getTime() - times.startedAt.getTime());
  const share = Math.min(1, Math.max(0, (at - times.startedAt.getTime()) / whole));
  const leftMs = times.dueAt.getTime() - at;
  return { tone: toneOf(leftMs, share, times), share, leftMs };
}

function toneOf(leftMs: number, share: number, { stopped, doneAt }: Parameters<typeof dueState>[0]): DueState['tone'] {
  if (stopped === true) return 'still';
  if (leftMs < 0) return 'bad';
  return share >= NEAR_SHARE && doneAt === undefined ? 'caution' : 'good';
}
