import { groupByMean } from './group-by-mean.ts';
import type { TermTable } from './message-terms.ts';
import type { TopicLikeness } from './topic-likeness.ts';

/** Mean likeness of a group at one place. Few messages must be more alike than many: two may be alike by chance. */
const floor = 0.18;
const extraForTwo = 0.28;
/** A name so many hold says nothing of where. */
const largest = 800;

/** For each name: the messages that hold it, grouped by what they say; each message in one group, the largest groups first. */
export function groupAtPlaces(table: TermTable, alike: TopicLikeness): number[][] {
  const holders = new Map<string, number[]>();
  table.messages.forEach(({ names }, i) => {
    for (const name of names) {
      const list = holders.get(name);
      if (list) list.push(i);
      else holders.set(name, [i]);
    }
  });
  const found: Group[] = [];
  for (const [name, members] of holders) {
    if (members.length < 2 || members.length > largest) continue;
    const among = alike.among(members);
    for (const group of groupByMean(members.length, among, floor))
      if (group.length > 1 && meanWithin(group, among) >= floor + extraForTwo / (group.length - 1))
        found.push({ members: group.map((at) => members[at] ?? 0), name });
  }
  return pickTopics(found).map(({ members }) => members);
}

interface Group {
  members: number[];
  name: string;
}

function meanWithin(group: readonly number[], alike: (a: number, b: number) => number): number {
  let sum = 0;
  for (const [x, a] of group.entries()) for (const b of group.slice(0, x)) sum += alike(a, b);
  return (2 * sum) / (group.length * (group.length - 1));
}

/** The largest first; each message belongs to one topic. What mostly lies in a topic already goes there altogether. */
function pickTopics(groups: readonly Group[]): Group[] {
  const topics: Group[] = [];
  const topicOf = new Map<number, Group>();
  const sorted = [...groups].sort((a, b) => b.members.length - a.members.length || a.name.localeCompare(b.name));
  for (const { members, name } of sorted) {
    const free = members.filter((i) => !topicOf.has(i));
    if (free.length === 0) continue;
    const known = mostCommon(members.flatMap((i) => topicOf.get(i) ?? []));
    let topic: Group;
    if (known && known.count * 2 >= members.length) topic = known.one;
    else if (free.length > 1) {
      topic = { members: [], name };
      topics.push(topic);
    } else continue;
    for (const i of free) {
      topic.members.push(i);
      topicOf.set(i, topic);
    }
  }
  return topics;
}

function mostCommon<T>(list: readonly T[]): { one: T; count: number } | undefined {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && { one: best[0], count: best[1] };
}
