import { likeness, type WeighedRow } from './group-by-mean.ts';
import { withoutPlaces } from './message-terms.ts';
import { createNameFinder, isPlaceName, learnPlaceNames } from './place-words.ts';
import { toPlainWords } from './plain-words.ts';

/** What is compared of a case. */
export interface MatterFacts {
  id: string;
  words: string;
  kind: string;
  at: Date;
  lng: number | null;
  lat: number | null;
}

/** Why two cases may be one matter, for people. */
export interface MatterReasons {
  /** Between the two places; null when one has no point. */
  metres: number | null;
  hours: number;
  /** Likeness of the words, 0 to 1. */
  words: number;
  sameKind: boolean;
  /** Names of places in both. */
  places: string[];
}
export interface SameMatter {
  id: string;
  /** 0 to 1. */
  score: number;
  reasons: MatterReasons;
}

/** From this score on a case is offered as the same matter. */
export const sameMatterFloor = 0.5;

const halfwayMetres = 120;
const halfwayHours = 96;
/** Farther apart it is another one; the second where both name the same place. */
const farthestMetres = { apart: 200, samePlace: 500 } as const;
const shares = { place: 0.35, words: 0.35, time: 0.1, kind: 0.2 } as const;
/** A likeness of words that is as good as the same words: people never use the same. */
const alikeEnough = 0.45;
/** Of one kind so many words at least must be shared; of two kinds they must be strongly alike. */
const leastWords = { sameKind: 0.08, otherKind: 0.13 } as const;
/** Both without a point and without a common name: only nearly the same words, within days, make it one matter. */
const nearlySame = { words: 0.5, hours: 240 } as const;

/**
 * Cases that may be the same matter as `one`, the likeliest first: `0.35 × place + 0.35 × words + 0.1 × time + 0.2 × kind`. Place falls to a half
 * at 120 m, time at four days; words are the cosine of two-character terms, rare ones weighing more; a place named in both counts as near.
 * Cases that share hardly a word are never the same, those of different kinds only if
 * their words are strongly alike (places and numbers do not count), nor those over 200 m apart, 500 m where both name one place.
 */
export function findSameMatter(
  one: MatterFacts,
  others: readonly MatterFacts[],
  floor = sameMatterFloor,
): SameMatter[] {
  const plain = [one, ...others].map((facts) => toPlainWords(facts.words, 'as-written').plain);
  const findNames = createNameFinder(learnPlaceNames(plain));
  const rows = toRows(plain.map((text) => withoutPlaces(text, findNames(text), isPlaceName)));
  const names = plain.map(
    (text) =>
      new Set(
        findNames(text)
          .map(({ name }) => name)
          .filter(isPlaceName),
      ),
  );
  const own = rows[0];
  const found = others.map((other, i): SameMatter => {
    const row = rows[i + 1];
    const reasons: MatterReasons = {
      metres: metresBetween(one, other),
      hours: Math.abs(one.at.getTime() - other.at.getTime()) / 3_600_000,
      words: own && row ? Math.round(likeness(own, row) * 100) / 100 : 0,
      sameKind: one.kind === other.kind,
      places: [...(names[0] ?? [])].filter((name) => names[i + 1]?.has(name)),
    };
    return { id: other.id, score: Math.round(scoreMatter(reasons) * 100) / 100, reasons };
  });
  return found
    .filter((each) => each.score >= floor && each.id !== one.id)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** The score of these reasons, 0 to 1. */
export function scoreMatter(reasons: MatterReasons): number {
  if (reasons.words < (reasons.sameKind ? leastWords.sameKind : leastWords.otherKind)) return 0;
  const placed = reasons.metres !== null || reasons.places.length > 0;
  if (!placed && (reasons.words < nearlySame.words || reasons.hours > nearlySame.hours)) return 0;
  const farthest = reasons.places.length > 0 ? farthestMetres.samePlace : farthestMetres.apart;
  if (reasons.metres !== null && reasons.metres > farthest) return 0;
  const near = reasons.metres === null ? 0 : half(reasons.metres, halfwayMetres);
  const place = reasons.places.length > 0 ? Math.max(near, 0.7) : near;
  return (
    shares.place * place +
    shares.words * Math.min(1, reasons.words / alikeEnough) +
    shares.time * half(reasons.hours, halfwayHours) +
    shares.kind * (reasons.sameKind ? 1 : 0)
  );
}

function half(value: number, halfway: number): number {
  return 1 / (1 + (value / halfway) ** 2);
}

function metresBetween(a: MatterFacts, b: MatterFacts): number | null {
  if (a.lng === null || a.lat === null || b.lng === null || b.lat === null) return null;
  const perLat = 111_320;
  const perLng = perLat * Math.cos((a.lat * Math.PI) / 180);
  return Math.round(Math.hypot((a.lng - b.lng) * perLng, (a.lat - b.lat) * perLat));
}

/** With few to compare, a word in both is no common word. */
const fewTexts = 10;

function toRows(plain: readonly string[]): WeighedRow[] {
  const numbers = new Map<string, number>();
  const seen: number[] = [];
  const counts = plain.map((text) => {
    const own = new Map<number, number>();
    for (let at = 0; at < text.length - 1; at++) {
      const two = text.slice(at, at + 2);
      if (/[^\p{Script=Han}a-z0-9]/u.test(two)) continue;
      const number = numbers.get(two) ?? numbers.size;
      numbers.set(two, number);
      if (!own.has(number)) seen[number] = (seen[number] ?? 0) + 1;
      own.set(number, (own.get(number) ?? 0) + 1);
    }
    return own;
  });
  return counts.map((own) => {
    const pairs = [...own].sort((a, b) => a[0] - b[0]);
    const value = pairs.map(
      ([n, times]) => (1 + Math.log(times)) * Math.log(1 + (plain.length + fewTexts) / ((seen[n] ?? 0) + 1)),
    );
    const norm = Math.hypot(...value) || 1;
    return { terms: Int32Array.from(pairs, ([n]) => n), value: Float32Array.from(value, (v) => v / norm) };
  });
}
