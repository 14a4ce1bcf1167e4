/** So many standard deviations above the usual count are hardly chance. */
const deviations = 3;

/** Whether a count is far above the usual one, taking it for a Poisson count: its standard deviation is the root of its mean. */
export function isSurge(count: number, usual: number): boolean {
  return count > usual + deviations * Math.sqrt(Math.max(usual, 1));
}
