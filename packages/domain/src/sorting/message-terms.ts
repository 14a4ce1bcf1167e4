import { createNameFinder, type FoundName, isPlaceName, isRoad, learnPlaceNames } from './place-words.ts';
import { toPlainWords } from './plain-words.ts';
import { worthOfTerms } from './term-worth.ts';

/** One message to group. `endorsements` may be negative or unknown (0). */
export interface TopicMessage {
  id: string;
  title: string;
  text: string;
  at: Date;
  endorsements: number;
  /** Name of the area it lies in, where that is known otherwise than from its words. */
  area?: string;
  /** Name of its kind, where somebody has chosen one. */
  kind?: string;
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
  /** Name of its kind, '' where nobody chose one. */
  kind: string;
  /** Codes of districts: a2区, b7县. */
  districts: ReadonlySet<string>;
}
export interface TermTable {
  messages: TermMessage[];
  /** What a term weighs: how rare it is, and how much it says about what a message is about. */
  weight: Float32Array;
  /** In how many messages each term stands. */
  seen: Int32Array;
}

const titleWeight = 2;
const longestText = 600;
/** Areas as public data sets anonymise them: a市, b3区. */
const areaCode = /[a-z]\d{0,2}[省市区县]/g;
/** Numbers of houses, floors, hours, people and money are not what it is about. */
const number =
  /[第近约]?\d+(?:[-.:/]\d+)*(?:号楼|单元|平方|公里|厘米|分钟|小时|多户|[弄号栋楼室幢座层期点分日月年元万千百个次米度岁天周辆户人名多余台只块条张份位%])?/g;
const gate = /[东南西北]门口?|门口/g;
const district = /[a-z]\d{1,2}[区县市]/g;

/** Names of areas as people write them: 汇豪天下 of 汇豪天下居民区. */
const areaEnding = /(?:居民区|居委会|村委会|社区|小区|商务区|微网格)$/;

const ownShare = 0.6;

/** 汇豪天下 for 汇豪天下居民区: as people write it. */
export function shortAreaName(name: string): string {
  const short = name.replace(areaEnding, '');
  return short.length < 2 ? name : short;
}

interface Plain {
  title: string;
  body: string;
}

/** Cuts messages into terms of two and three characters without places and numbers; what stands in one message only, or in more than a fifth of many, is left out. */
export function toTerms(messages: readonly TopicMessage[]): TermTable {
  const plain = messages.map(plainOf);
  const names = learnPlaceNames(plain.map(({ title, body }) => `${title} ${body}`));
  const areas = areaNames(messages, plain);
  for (const name of areas.keys()) names.add(name);
  const findNames = createNameFinder(names);
  const found = plain.map(({ title, body }) => ({ title: findNames(title), body: findNames(body) }));
  const districtsOf = plain.map(({ title, body }) => new Set(`${title} ${body}`.match(district) ?? []));
  const learned = placeTest(
    found.map(({ title, body }) => [...title, ...body].map(({ name }) => name)),
    messages.map(({ area }, i) => (area ? [area] : [...(districtsOf[i] ?? [])])),
  );
  const isPlace = (name: string) => areas.has(name) || learned(name);
  const cut = plain.map(({ title, body }, i) => ({
    title: withoutPlaces(title, found[i]?.title ?? [], isPlace),
    body: withoutPlaces(body, found[i]?.body ?? [], isPlace),
    kind: messages[i]?.kind ?? '',
  }));
  const { rows, words, seen } = numberTerms(cut);
  const placed = messages.map(
    ({ area, kind = '' }, i): Pick<TermMessage, 'names' | 'places' | 'allPlaces' | 'districts' | 'kind'> => {
      const whole = (one: FoundName) => areas.get(one.name) ?? one.name;
      const inTitle = (found[i]?.title ?? []).map(whole);
      const inText = (found[i]?.body ?? []).map(whole);
      const places = inTitle.filter(isPlace);
      const known = area ? [area] : [];
      const said = [...places, ...inText.filter(isPlace)];
      return {
        names: new Set([...inTitle, ...inText, ...known].filter((name) => isPlace(name) || !isPlaceName(name))),
        places: new Set(places.length > 0 ? [...places, ...known] : [...said, ...known]),
        allPlaces: new Set([...said, ...known]),
        districts: districtsOf[i] ?? new Set(),
        kind,
      };
    },
  );
  const titles = rows.map((row) => titleRow(row, seen, messages.length));
  const worth = worthOfTerms(rows, titles, words);
  const weight = Float32Array.from(
    seen,
    (n, term) => Math.log((1 + messages.length) / (1 + n)) * Math.sqrt(worth[term] ?? 0),
  );
  return { seen, weight, messages: rows.map((row, i) => ({ ...row, ...(placed[i] ?? nowhere) })) };
}

/** By what areas are called in texts, their name. 滨江 stands in texts from everywhere and is no name of 滨江居民区 alone. */
function areaNames(messages: readonly TopicMessage[], plain: readonly Plain[]): Map<string, string> {
  const areas = new Map<string, string>();
  for (const area of new Set(messages.map((message) => message.area ?? ''))) {
    if (area.length < 2) continue;
    areas.set(area, area);
    const short = shortAreaName(area);
    const holders = messages.filter((_, i) => `${plain[i]?.title} ${plain[i]?.body}`.includes(short));
    if (holders.filter((message) => message.area === area).length >= holders.length * ownShare) areas.set(short, area);
  }
  return areas;
}

const nowhere = {
  names: new Set<string>(),
  places: new Set<string>(),
  allPlaces: new Set<string>(),
  districts: new Set<string>(),
  kind: '',
};

function plainOf(message: TopicMessage): Plain {
  const body = toPlainWords(message.text, 'as-written').plain.slice(0, longestText).trim();
  const title = toPlainWords(message.title, 'as-written').plain.trim();
  return { title: title === '' ? body.slice(0, 30) : title, body };
}

interface Row {
  terms: Int32Array;
  weight: Float32Array;
}

function numberTerms(cut: readonly (Plain & { kind: string })[]): { rows: Row[]; words: string[]; seen: Int32Array } {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const own = cut.map(({ title, body, kind }) => {
    const weights = new Map<number, number>();
    const take = (text: string, weight: number) =>
      eachTerm(text, (word) => {
        let at = numbers.get(word);
        if (at === undefined) {
          at = numbers.size;
          numbers.set(word, at);
          words.push(word);
          counts.push(0);
        }
        const before = weights.get(at);
        if (before === undefined) counts[at] = (counts[at] ?? 0) + 1;
        weights.set(at, Math.max(before ?? 0, weight));
      });
    take(title, titleWeight);
    take(kind, titleWeight);
    take(body, 1);
    return weights;
  });
  const most = Math.max(80, cut.length / 5);
  const kept = (at: number) => (counts[at] ?? 0) > 1 && (counts[at] ?? 0) <= most;
  const rows = own.map((weights) => {
    const pairs = [...weights].filter(([at]) => kept(at)).sort((a, b) => a[0] - b[0]);
    return { terms: Int32Array.from(pairs, ([at]) => at), weight: Float32Array.from(pairs, ([, one]) => one) };
  });
  return { rows, words, seen: Int32Array.from(counts) };
}

/** The terms of the title only, by rarity, of length 1. */
function titleRow({ terms, weight }: Row, seen: Int32Array, count: number): Row {
  const inTitle = terms.filter((_, k) => weight[k] === titleWeight);
  const value = Float32Array.from(inTitle, (term) => Math.log((1 + count) / (1 + (seen[term] ?? 0))));
  const norm = Math.hypot(...value) || 1;
  return { terms: inTitle, weight: value.map((one) => one / norm) };
}

/** Where it is is compared by names; what it is about must not gain from it: places, roads and numbers become blanks. */
export function withoutPlaces(plain: string, names: readonly FoundName[], isPlace: (name: string) => boolean): string {
  let text = plain;
  for (const { name, at, end } of names)
    if (isPlace(name) || isRoad(name)) text = text.slice(0, at) + ' '.repeat(end - at) + text.slice(end);
  const blank = (found: string) => ' '.repeat(found.length);
  return text.replace(areaCode, blank).replace(gate, blank).replace(number, blank);
}

const mostNeighbours = 5;
const neighbourShare = 0.4;

/** In one district, where districts are said: of at least this many, this share. */
const fewestInDistricts = 3;
const sameDistrict = 0.5;
const surelySame = 0.8;

/** What stands beside many different places, or in many districts, is no place itself: 公交线路, or a road through all of them. */
function placeTest(named: readonly string[][], districts: readonly (readonly string[])[]): (name: string) => boolean {
  const codes = new Map<string, Map<string, number>>();
  named.forEach((list, i) => {
    for (const name of new Set(list)) {
      const counts = codes.get(name) ?? new Map<string, number>();
      for (const code of districts[i] ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
      codes.set(name, counts);
    }
  });
  /** Whether its district says that it is one place (true) or that it is none (false); undefined where too few say one. */
  const inOneDistrict = (name: string): boolean | undefined => {
    const counts = [...(codes.get(name)?.values() ?? [])];
    const all = counts.reduce((sum, n) => sum + n, 0);
    if (all < fewestInDistricts) return undefined;
    const most = Math.max(...counts);
    if (most >= all * surelySame) return true;
    return most >= all * sameDistrict ? undefined : false;
  };
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
    if (!isPlaceName(name)) return false;
    const others = beside.get(name)?.size ?? 0;
    return inOneDistrict(name) ?? (others < mostNeighbours || others < (holders.get(name) ?? 0) * neighbourShare);
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
