import { createNameFinder, type FoundName, isPlaceName, learnPlaceNames } from './place-words.ts';
import { toPlainWords } from './plain-words.ts';

/** One message to group. `endorsements` may be negative or unknown (0). */
export interface TopicMessage {
  id: string;
  title: string;
  text: string;
  at: Date;
  endorsements: number;
  /** Name of the area it lies in, where that is known otherwise than from its words. */
  area?: string;
}

/** A message as terms: numbers of its n-grams (ascending) with their weight, and the names it holds. */
export interface TermMessage {
  terms: Int32Array;
  weight: Float32Array;
  /** Names of places and organisations in it. */
  names: ReadonlySet<string>;
  /** Where it is: names of places in the title, or in the text where the title has none. */
  places: ReadonlySet<string>;
  /** Every place it names. */
  allPlaces: ReadonlySet<string>;
  /** Codes of districts: a2区, b7县. */
  districts: ReadonlySet<string>;
}
export interface TermTable {
  messages: TermMessage[];
  /** In how many messages each term stands. */
  seen: Int32Array;
}

const titleWeight = 2;
const longestText = 500;
/** Areas as public data sets anonymise them: a市, b3区. */
const areaCode = /[a-z]\d{0,2}[省市区县]/g;
const district = /[a-z]\d{1,2}[区县市]/g;

/** Cuts messages into terms of two and three characters; what stands in one message only, or in more than a fifth of many, is left out. */
export function toTerms(messages: readonly TopicMessage[]): TermTable {
  const plain = messages.map((message) => {
    const body = toPlainWords(message.text, 'as-written').plain.slice(0, longestText);
    const title = toPlainWords(message.title, 'as-written').plain.trim();
    return { title: title === '' ? body.slice(0, 30) : title, body };
  });
  const findNames = createNameFinder(learnPlaceNames(plain.map(({ title, body }) => `${title} ${body}`)));
  const named = plain.map(({ title, body }) => ({ title: findNames(title), body: findNames(body) }));
  const isPlace = placeTest(named.map(({ title, body }) => [...title, ...body].map(({ name }) => name)));

  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const rows = plain.map(({ title, body }, i) => {
    const own = new Map<number, number>();
    const take = (text: string, weight: number) =>
      eachTerm(text, (word) => {
        let number = numbers.get(word);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(word, number);
          counts.push(0);
        }
        const before = own.get(number);
        if (before === undefined) counts[number] = (counts[number] ?? 0) + 1;
        own.set(number, Math.max(before ?? 0, weight));
      });
    take(withoutPlaces(title, named[i]?.title ?? [], isPlace), titleWeight);
    take(withoutPlaces(body, named[i]?.body ?? [], isPlace), 1);
    return own;
  });
  const most = Math.max(80, messages.length / 5);
  const kept = (number: number) => (counts[number] ?? 0) > 1 && (counts[number] ?? 0) <= most;
  return {
    seen: Int32Array.from(counts),
    messages: rows.map((own, i) => {
      const pairs = [...own].filter(([number]) => kept(number)).sort((a, b) => a[0] - b[0]);
      const { title = '', body = '' } = plain[i] ?? {};
      const inTitle = (named[i]?.title ?? []).map(({ name }) => name);
      const inText = (named[i]?.body ?? []).map(({ name }) => name);
      const places = inTitle.filter(isPlace);
      const area = messages[i]?.area;
      const known = area ? [area] : [];
      const said = [...places, ...inText.filter(isPlace)];
      return {
        terms: Int32Array.from(pairs, ([number]) => number),
        weight: Float32Array.from(pairs, ([, weight]) => weight),
        names: new Set([...inTitle, ...inText, ...known]),
        places: new Set(places.length > 0 ? places : [...said, ...known]),
        allPlaces: new Set([...said, ...known]),
        districts: new Set(`${title} ${body}`.match(district) ?? []),
      };
    }),
  };
}

/** Where it is is compared by names; what it is about must not gain from it. */
function withoutPlaces(plain: string, names: readonly FoundName[], isPlace: (name: string) => boolean): string {
  let text = plain;
  for (const { name, at, end } of names)
    if (isPlace(name)) text = text.slice(0, at) + ' '.repeat(end - at) + text.slice(end);
  return text.replace(areaCode, (code) => ' '.repeat(code.length));
}

const mostNeighbours = 5;
const neighbourShare = 0.4;

/** What stands beside many different places is no place itself: 公交线路, or a road through all of them. */
function placeTest(named: readonly string[][]): (name: string) => boolean {
  const holders = new Map<string, number>();
  const beside = new Map<string, Set<string>>();
  for (const list of named) {
    const places = [...new Set(list)].filter(isPlaceName);
    for (const name of places) {
      holders.set(name, (holders.get(name) ?? 0) + 1);
      const others = beside.get(name) ?? new Set();
      for (const other of places) if (other !== name) others.add(other);
      beside.set(name, others);
    }
  }
  return (name) => {
    const others = beside.get(name)?.size ?? 0;
    return isPlaceName(name) && (others < mostNeighbours || others < (holders.get(name) ?? 0) * neighbourShare);
  };
}

/** Are two messages about different places? One named in both makes them one place, whatever else differs. */
export function areApart(a: TermMessage | undefined, b: TermMessage | undefined): boolean {
  if (!a || !b || meet(a.allPlaces, b.allPlaces)) return false;
  if (a.places.size > 0 && b.places.size > 0) return true;
  return a.districts.size > 0 && b.districts.size > 0 && !meet(a.districts, b.districts);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

const notWord = /[^\p{Script=Han}a-z0-9]/u;

function eachTerm(text: string, found: (word: string) => void): void {
  for (let at = 0; at < text.length - 1; at++) {
    const two = text.slice(at, at + 2);
    if (notWord.test(two) || /^\d+$/.test(two)) continue;
    found(two);
    const third = text.charAt(at + 2);
    if (third !== '' && !notWord.test(third)) found(two + third);
  }
}
