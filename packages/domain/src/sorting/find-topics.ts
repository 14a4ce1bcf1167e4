import { groupByMean, likeness, type WeighedRow } from './group-by-mean.ts';
import { areApart, type TermTable, type TopicMessage, toTerms } from './message-terms.ts';
import { topicHeat } from './topic-heat.ts';

/** Messages about one thing. `ids`: the most central first. */
export interface Topic {
  ids: string[];
  heat: number;
  /** Of the most central message. */
  title: string;
  from: Date;
  to: Date;
  /** Names most of them hold. */
  placeWords: string[];
}

/** Mean likeness within one place, and where no place is named; of a message to the topic it is added to. */
const floors = { atPlace: 0.1, anywhere: 0.3, added: 0.2 } as const;
const largestGroup = 800;
/** Of the members of a topic, this share must hold one word in common that at most three times as many messages hold. */
const coreShare = 0.5;
const rareElsewhere = 3;
/** How much nearer a topic must be than the next for a message that names no place. */
const clearly = 1.3;

/**
 * Groups of at least `fewest` messages about one thing, by falling heat. Messages that name the same place are grouped by the words that
 * are common there and rare elsewhere; a message without a place joins the topic it clearly belongs to; what is left is grouped by its words alone.
 */
export function findTopics(messages: readonly TopicMessage[], fewest = 2): Topic[] {
  const table = toTerms(messages);
  const idf = Float32Array.from(table.seen, (n) => Math.log((1 + messages.length) / (1 + n)));
  const rows = table.messages.map((_, i) => weighAll(table, i, idf));
  const topics = pickTopics(atPlaces(table, idf)).map((topic) => ({
    ...topic,
    members: topic.members.filter((i) => !isApartFrom(table, i, topic.members)),
  }));
  const taken = new Set(topics.flatMap((topic) => topic.members));
  addStrays(table, rows, topics, taken);
  const rest = messages.flatMap((_, i) => (taken.has(i) ? [] : [i]));
  for (const members of anywhere(table, rows, rest)) topics.push({ members, name: null });
  return topics
    .filter((topic) => topic.members.length >= fewest)
    .map(({ members }) => describe(messages, table, rows, members))
    .sort((a, b) => b.heat - a.heat || (a.ids[0] ?? '').localeCompare(b.ids[0] ?? ''));
}

interface Group {
  members: number[];
  name: string | null;
}

/** For each name: the messages that hold it, grouped by what they say. */
function atPlaces(table: TermTable, idf: Float32Array): Group[] {
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
    if (members.length < 2 || members.length > largestGroup) continue;
    const rows = weighWithin(table, members, idf);
    const at = (i: number) => members[i] ?? 0;
    const alike = (a: number, b: number) => (pairApart(table, at(a), at(b)) ? 0 : pair(rows, a, b));
    for (const group of groupByMean(members.length, alike, floors.atPlace))
      if (group.length > 1) found.push({ members: group.map(at), name });
  }
  return found;
}

/** The largest first; each message belongs to one topic. What mostly lies in a topic already goes there altogether. */
function pickTopics(groups: readonly Group[]): Group[] {
  const topics: Group[] = [];
  const topicOf = new Map<number, Group>();
  const sorted = [...groups].sort(
    (a, b) => b.members.length - a.members.length || (a.name ?? '').localeCompare(b.name ?? ''),
  );
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

/** Messages that name no other place join the topic whose words they clearly share. */
function addStrays(table: TermTable, rows: readonly WeighedRow[], topics: readonly Group[], taken: Set<number>): void {
  const centres = topics
    .filter((topic) => topic.members.length >= 5)
    .map((topic) => ({ topic, centre: meanRow(topic.members.map((i) => rows[i])) }));
  table.messages.forEach((_, i) => {
    const row = rows[i];
    if (taken.has(i) || !row) return;
    const near = centres
      .filter(({ topic }) => !isApartFrom(table, i, topic.members))
      .map(({ topic, centre }) => ({ topic, score: likeness(row, centre) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = near;
    if (!first || first.score < floors.added || first.score < (second?.score ?? 0) * clearly) return;
    first.topic.members.push(i);
    taken.add(i);
  });
}

/** Who is apart from most of a topic is about something else. */
function isApartFrom(table: TermTable, i: number, members: readonly number[]): boolean {
  return members.filter((other) => pairApart(table, i, other)).length * 2 > members.length;
}

/** What is left, by words alone: only pairs that share a rare term are compared. */
function anywhere(table: TermTable, rows: readonly WeighedRow[], rest: readonly number[]): number[][] {
  const parent = new Map<number, number>(rest.map((i) => [i, i]));
  const top = (i: number): number => {
    let at = i;
    while (parent.get(at) !== at) at = parent.get(at) ?? at;
    return at;
  };
  for (const [a, b] of rarePairs(table, rest)) {
    if (top(a) === top(b) || pairApart(table, a, b)) continue;
    if (pair(rows, a, b) >= floors.anywhere) parent.set(top(a), top(b));
  }
  const islands = new Map<number, number[]>();
  for (const i of rest) islands.set(top(i), [...(islands.get(top(i)) ?? []), i]);
  const found: number[][] = [];
  for (const island of islands.values()) {
    if (island.length < 2 || island.length > largestGroup) continue;
    const at = (i: number) => island[i] ?? 0;
    const alike = (a: number, b: number) => (pairApart(table, at(a), at(b)) ? 0 : pair(rows, at(a), at(b)));
    for (const group of groupByMean(island.length, alike, floors.anywhere)) {
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

function pairApart(table: TermTable, a: number, b: number): boolean {
  return areApart(table.messages[a], table.messages[b]);
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

function namesOf(table: TermTable, members: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const i of members)
    for (const name of table.messages[i]?.names ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function pair(rows: readonly WeighedRow[], a: number, b: number): number {
  const left = rows[a];
  const right = rows[b];
  return left && right ? likeness(left, right) : 0;
}

function weighAll(table: TermTable, i: number, idf: Float32Array): WeighedRow {
  const { terms, weight } = table.messages[i] ?? { terms: new Int32Array(), weight: new Float32Array() };
  return unit(
    terms,
    Float32Array.from(terms, (term, k) => (weight[k] ?? 0) * (idf[term] ?? 0)),
  );
}

/** More than this say no more: it is the place's own phrase, not a matter. */
const manyHere = 60;

/** Within a place the words that many there use and few elsewhere weigh most. */
function weighWithin(table: TermTable, members: readonly number[], idf: Float32Array): WeighedRow[] {
  const within = new Map<number, number>();
  for (const i of members)
    for (const term of table.messages[i]?.terms ?? []) within.set(term, (within.get(term) ?? 0) + 1);
  const value = (term: number) => {
    const here = within.get(term) ?? 0;
    return here < 2 ? 0 : (idf[term] ?? 0) * Math.log(1 + Math.min(here, manyHere));
  };
  return members.map((i) => {
    const { terms, weight } = table.messages[i] ?? { terms: new Int32Array(), weight: new Float32Array() };
    return unit(
      terms,
      Float32Array.from(terms, (term, k) => (weight[k] ?? 0) * value(term)),
    );
  });
}

function unit(terms: Int32Array, value: Float32Array): WeighedRow {
  let squares = 0;
  for (const one of value) squares += one * one;
  const norm = Math.sqrt(squares) || 1;
  return { terms, value: value.map((one) => one / norm) };
}

function meanRow(rows: readonly (WeighedRow | undefined)[]): WeighedRow {
  const sums = new Map<number, number>();
  for (const row of rows)
    row?.terms.forEach((term, k) => {
      sums.set(term, (sums.get(term) ?? 0) + (row.value[k] ?? 0));
    });
  const sorted = [...sums].sort((a, b) => a[0] - b[0]);
  return unit(
    Int32Array.from(sorted, ([term]) => term),
    Float32Array.from(sorted, ([, sum]) => sum),
  );
}

function describe(
  messages: readonly TopicMessage[],
  table: TermTable,
  rows: readonly WeighedRow[],
  members: readonly number[],
): Topic {
  const centre = meanRow(members.map((i) => rows[i]));
  const ranked = members
    .map((i) => ({ i, near: rows[i] ? likeness(rows[i], centre) : 0 }))
    .sort((a, b) => b.near - a.near || a.i - b.i);
  const own = ranked.flatMap(({ i }) => messages[i] ?? []);
  const times = own.map((message) => message.at.getTime());
  const names = [...namesOf(table, members)]
    .filter(([, count]) => count * 3 >= members.length)
    .sort((a, b) => b[1] - a[1]);
  return {
    ids: own.map((message) => message.id),
    heat: topicHeat(own),
    title: own[0]?.title ?? '',
    from: new Date(Math.min(...times)),
    to: new Date(Math.max(...times)),
    placeWords: names.slice(0, 3).map(([name]) => name),
  };
}
