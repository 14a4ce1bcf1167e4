import { groupAnywhere } from './group-anywhere.ts';
import { groupAtPlaces } from './group-at-places.ts';
import { likeness } from './group-by-mean.ts';
import { shortAreaName, type TermTable, type TopicMessage, toTerms } from './message-terms.ts';
import { topicHeat } from './topic-heat.ts';
import { createTopicLikeness, meanRow, type TopicLikeness } from './topic-likeness.ts';

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

/** A topic of so many takes in what names no place, if so alike to its mean, and so much nearer than to the next topic. */
const joined = { fewest: 5, floor: 0.25, clearly: 1.3 } as const;

/**
 * Groups of at least `fewest` messages about one thing, by falling heat. Messages that name the same place are grouped by what they say
 * beside it; a message without a place joins the topic it clearly belongs to; what is left is grouped by its words alone.
 * The order given does not matter.
 */
export function findTopics(given: readonly TopicMessage[], fewest = 2): Topic[] {
  const messages = [...given].sort((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id));
  const table = toTerms(messages);
  const alike = createTopicLikeness(table);
  const topics = groupAtPlaces(table, alike).map((members) => members.filter((i) => !isApartFrom(alike, i, members)));
  const taken = new Set(topics.flat());
  addStrays(alike, topics, taken);
  const rest = messages.flatMap((_, i) => (taken.has(i) ? [] : [i]));
  return [...topics, ...groupAnywhere(table, alike, rest)]
    .filter((members) => members.length >= fewest)
    .map((members) => describe(messages, table, alike, members))
    .sort((a, b) => b.heat - a.heat || (a.ids[0] ?? '').localeCompare(b.ids[0] ?? ''));
}

/** Messages that name no other place join the topic whose words they clearly share. */
function addStrays(alike: TopicLikeness, topics: readonly number[][], taken: Set<number>): void {
  const centres = topics
    .filter((members) => members.length >= joined.fewest)
    .map((members) => ({ members, centre: meanRow(members.map((i) => alike.rows[i])) }));
  alike.rows.forEach((row, i) => {
    if (taken.has(i)) return;
    const near = centres
      .filter(({ members }) => !isApartFrom(alike, i, members))
      .map(({ members, centre }) => ({ members, score: likeness(row, centre) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = near;
    if (!first || first.score < joined.floor || first.score < (second?.score ?? 0) * joined.clearly) return;
    first.members.push(i);
    taken.add(i);
  });
}

/** Who is apart from most of a topic is about something else. */
function isApartFrom(alike: TopicLikeness, i: number, members: readonly number[]): boolean {
  return members.filter((other) => alike.areApart(i, other)).length * 2 > members.length;
}

function namesOf(table: TermTable, members: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const i of members)
    for (const name of table.messages[i]?.names ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function describe(
  messages: readonly TopicMessage[],
  table: TermTable,
  { rows }: TopicLikeness,
  members: readonly number[],
): Topic {
  const centre = meanRow(members.map((i) => rows[i]));
  const ranked = members
    .map((i) => ({ i, near: rows[i] ? likeness(rows[i], centre) : 0 }))
    .sort((a, b) => b.near - a.near || a.i - b.i);
  const own = ranked.flatMap(({ i }) => messages[i] ?? []);
  const areas = new Set(own.map((message) => message.area));
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
    placeWords: [...new Set(names.map(([name]) => (areas.has(name) ? shortAreaName(name) : name)))].slice(0, 3),
  };
}
