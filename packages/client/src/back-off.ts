export interface BackOff {
  firstSeconds: number;
  maxSeconds: number;
}

/**
 * Seconds to wait after the n-th failure in a row (n from 1): doubling, capped, then spread over its upper half
 * so that many clients do not come back at once. `random` gives 0 ≤ x < 1.
 */
export function backOffSeconds(failures: number, limits: BackOff, random: () => number): number {
  const whole = Math.min(limits.maxSeconds, limits.firstSeconds * 2 ** Math.min(failures - 1, 30));
  return whole / 2 + (whole / 2) * random();
}
