import { groupByMean } from './group-by-mean.ts';
import type { TermTable } from './message-terms.ts';
import type { TopicLikeness } from './topic-likeness.ts';

/** Mean likeness of a group that no place holds together. */
const floor = 0.3;
const largest = 800;
/** Of the members, this share must hold one word in common that at most three times as many messages hold. */
const coreShare = 0.5;
const rareElsewhere = 3;

/** Messages grouped by their words alone: only pairs that share a rare term are compared. */
export function groupAnywhere(table: TermTable, alike: TopicLikeness, rest: readonly number[]): number[][] {
  const parent = new Map<number, number>(rest.map((i) => [i, i]));
  const top = (i: number): number => {
    let at = i;
    while (parent.get(at) !== at) at = parent.get(at) ?? at;
    return at;
  };
  for (const [a, b] of rarePairs(table, rest)) {
    if (top(a) === top(b) || alike.areApart(a, b)) continue;
    if (alike.anywhere(a, b) >= floor) parent.set(top(a), top(b));
  }
  const islands = new Map<number, number[]>();
  for (const i of rest) islands.set(top(i), [...(islands.get(top(i)) ?? []), i]);
  const found: number[][] = [];
  for (const island of islands.values()) {
    if (island.length < 2 || island.length > largest) continue;
    const at = (i: number) => island[i] ?? 0;
    for (const group of groupByMean(island.length, (a, b) => alike.anywhere(at(a), at(b)), floor)) {
      const members = group.map(at);
      if (members.length > 1 && hasCore(table, members)) found.push(members);
    }
  }
  return found;
}

const mostHolders = 40;

/** Pairs that share a rare term which stands in the title of at least one of them. */
function* rarePairs(table: TermTable, rest: readonly number[]): Generator<[number, number]> {
  const holders = new Map<number, { i: number; inTitle: boolean }[]>();
  for (const i of rest) {
    const message = table.messages[i];
    message?.terms.forEach((term, k) => {
      const holder = { i, inTitle: (message.weight[k] ?? 0) > 1 };
      const list = holders.get(term);
      if (list) list.push(holder);
      else holders.set(term, [holder]);
    });
  }
  const done = new Set<number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > mostHolders) continue;
    for (const [x, a] of list.entries())
      for (const b of list.slice(0, x)) {
        const key = a.i * table.messages.length + b.i;
        if ((!a.inTitle && !b.inTitle) || done.has(key)) continue;
        done.add(key);
        yield [a.i, b.i];
      }
  }
}

/** One term that most members hold and few others do. */
function hasCore(table: TermTable, members: readonly number[]): boolean {
  const most = Math.max(rareElsewhere, table.messages.length / 5);
  const counts = new Map<number, number>();
  for (const i of members)
    for (const term of table.messages[i]?.terms ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts)
    if (count >= members.length * coreShare && (table.seen[term] ?? 0) <= Math.min(count * rareElsewhere, most))
      return true;
  return false;
}
