/** How well groups agree with what belongs together, 0 to 1 each. */
export interface GroupAgreement {
  /** Of two messages in one group: do they belong together; of two that belong together: are they in one group. */
  pairPrecision: number;
  pairRecall: number;
  pairF1: number;
  /** B-cubed (Bagga and Baldwin, 1998): the same, averaged over messages, so that large groups do not decide alone. Single messages count. */
  cubedPrecision: number;
  cubedRecall: number;
  cubedF1: number;
}

/** `truth`: what each message is about, by id; `groups`: ids; whoever is in none is alone. */
export function compareGroups(
  truth: ReadonlyMap<string, string>,
  groups: readonly (readonly string[])[],
): GroupAgreement {
  const groupOf = new Map<string, string>();
  groups.forEach((ids, g) => {
    for (const id of ids) groupOf.set(id, `g${g}`);
  });
  const sizes = { truth: new Map<string, number>(), group: new Map<string, number>(), both: new Map<string, number>() };
  const keyOf = (id: string) => groupOf.get(id) ?? `alone ${id}`;
  for (const [id, matter] of truth) {
    add(sizes.truth, matter);
    add(sizes.group, keyOf(id));
    add(sizes.both, `${matter}\n${keyOf(id)}`);
  }
  const pairs = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  let precision = 0;
  let recall = 0;
  for (const [id, matter] of truth) {
    const both = sizes.both.get(`${matter}\n${keyOf(id)}`) ?? 0;
    precision += both / (sizes.group.get(keyOf(id)) ?? 1) / truth.size;
    recall += both / (sizes.truth.get(matter) ?? 1) / truth.size;
  }
  const pairPrecision = pairs(sizes.both) / Math.max(1, pairs(sizes.group));
  const pairRecall = pairs(sizes.both) / Math.max(1, pairs(sizes.truth));
  return {
    pairPrecision,
    pairRecall,
    pairF1: mean(pairPrecision, pairRecall),
    cubedPrecision: precision,
    cubedRecall: recall,
    cubedF1: mean(precision, recall),
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mean(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0;
}
