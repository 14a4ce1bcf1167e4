import { likeness, type WeighedRow } from './group-by-mean.ts';
import { latentLikeness, latentRows } from './latent-rows.ts';
import { areApart, type TermTable } from './message-terms.ts';

/** What grouping asks about messages, by their number. */
export interface TopicLikeness {
  /** All words of each message, of length 1. */
  rows: readonly WeighedRow[];
  /** 0 to 1; 0 where they name different places. */
  anywhere(a: number, b: number): number;
  /** The same for positions in `members`, who all name one place: words common there and rare elsewhere count most. */
  among(members: readonly number[]): (a: number, b: number) => number;
  areApart(a: number, b: number): boolean;
}

/** Directions of what goes together: one for 10 messages. More would tell every phrase apart, fewer join everything about homes. */
const latentWidths = { fewest: 4, most: 32 } as const;
/** How much the very words count beside what goes together with them: at one place people mean the same by other words; elsewhere they need not. */
const sameWords = { among: 0.3, anywhere: 0.85 } as const;
/** Of two kinds that people chose differently. Not none: kinds are chosen wrongly, and there are kinds for everything else. */
const otherKind = 0.5;

/** Compares the messages of a table. */
export function createTopicLikeness(table: TermTable): TopicLikeness {
  const { messages, weight } = table;
  const rows = messages.map((message) => weigh(message, (term) => weight[term] ?? 0));
  const wanted = Math.round(messages.length / 10);
  const latentWidth = Math.min(latentWidths.most, Math.max(latentWidths.fewest, wanted));
  const latent = latentRows(rows, table.seen.length, latentWidth);
  const apart = (a: number, b: number) => areApart(messages[a], messages[b]);
  const kinds = (a: number, b: number) => {
    const [one, other] = [messages[a]?.kind, messages[b]?.kind];
    return one && other && one !== other ? otherKind : 1;
  };
  const mixed = (a: number, b: number, words: number, share: number) =>
    kinds(a, b) * (share * words + (1 - share) * Math.max(0, latentLikeness(latent, latentWidth, a, b)));
  return {
    rows,
    areApart: apart,
    anywhere: (a, b) => (apart(a, b) ? 0 : mixed(a, b, between(rows, a, b), sameWords.anywhere)),
    among(members) {
      const own = weighWithin(table, members);
      return (x, y) => {
        const [a, b] = [members[x] ?? 0, members[y] ?? 0];
        return apart(a, b) ? 0 : mixed(a, b, between(own, x, y), sameWords.among);
      };
    },
  };
}

/** The mean of rows, of length 1. */
export function meanRow(rows: readonly (WeighedRow | undefined)[]): WeighedRow {
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

function between(rows: readonly WeighedRow[], a: number, b: number): number {
  const left = rows[a];
  const right = rows[b];
  return left && right ? likeness(left, right) : 0;
}

function weigh({ terms, weight }: WeighedTerms, value: (term: number) => number): WeighedRow {
  return unit(
    terms,
    Float32Array.from(terms, (term, k) => (weight[k] ?? 0) * value(term)),
  );
}

interface WeighedTerms {
  terms: Int32Array;
  weight: Float32Array;
}

/** More than this say no more: it is the place's own phrase, not a matter. */
const manyHere = 60;

/** Within a place the words that many there use and few elsewhere weigh most. */
function weighWithin(table: TermTable, members: readonly number[]): WeighedRow[] {
  const within = new Map<number, number>();
  for (const i of members)
    for (const term of table.messages[i]?.terms ?? []) within.set(term, (within.get(term) ?? 0) + 1);
  const value = (term: number) => {
    const here = within.get(term) ?? 0;
    return here < 2 ? 0 : (table.weight[term] ?? 0) * Math.log(1 + Math.min(here, manyHere));
  };
  return members.map((i) => weigh(table.messages[i] ?? nothing, value));
}

const nothing: WeighedTerms = { terms: new Int32Array(), weight: new Float32Array() };

function unit(terms: Int32Array, value: Float32Array): WeighedRow {
  let squares = 0;
  for (const one of value) squares += one * one;
  const norm = Math.sqrt(squares) || 1;
  return { terms, value: value.map((one) => one / norm) };
}
