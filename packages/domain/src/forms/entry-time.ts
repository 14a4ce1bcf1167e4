/** Groups that times of entry fall in, in seconds: what is kept is a group's middle, summed for a committee's week. */
const groups = [
  { until: 15, counts: 10 },
  { until: 30, counts: 22 },
  { until: 60, counts: 45 },
  { until: 120, counts: 90 },
  { until: 300, counts: 200 },
  { until: 600, counts: 450 },
  { until: 1800, counts: 1000 },
] as const;
/** A page left open counts as no more than this. */
const longestSeconds = 1800;

/** Seconds that count for a time between opening and saving: the middle of its group. */
export function entrySeconds(tookSeconds: number): number {
  return groups.find((group) => tookSeconds <= group.until)?.counts ?? longestSeconds;
}

/** One time shared by several forms that asked the same: whole seconds that add up to it. */
export function shareSeconds(seconds: number, forms: readonly string[]): Map<string, number> {
  const each = Math.floor(seconds / Math.max(1, forms.length));
  const rest = seconds - each * forms.length;
  return new Map(forms.map((form, at) => [form, each + (at < rest ? 1 : 0)]));
}
