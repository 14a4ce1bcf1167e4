import { placeWords, shortSuffixes } from './address-words.ts';
import type { ShanghaiAddress } from './shanghai-address.ts';

export type AddressParts = Omit<ShanghaiAddress, 'district' | 'street' | 'committee'>;
type Part = Exclude<keyof AddressParts, 'road'>;
type Found = { text: string; parts: Partial<Record<Part, string>> };
type Reading =
  | { ok: true; parts: AddressParts; leftover: string }
  | { ok: false; problem: 'no-road' | 'no-number' | 'unclear' };

const han = `[${shortSuffixes}]`;
const place = placeWords.join('|');
const number = '\\d{1,5}(?:-\\d{1,5})?';
const firstPart = new RegExp(
  `(?:[A-Z]?\\d{1,5}[A-Z]?${han}?(?:支弄|弄|号|室|幢|栋|座|单元|层|楼|-\\d|$)|[A-Z](?:座|幢|栋)|(?:${place}))`,
  'u',
);

/** One way a part is written, and what it says. The first that fits at a point is taken, so the order is part of the grammar. */
type Rule = {
  pattern: RegExp;
  read(match: readonly string[], known: AddressParts): Partial<Record<Part, string>> | null;
};

const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern: new RegExp(`^(?:${pattern})`, 'u'), read });
const at = (match: readonly string[], index: number): string => match[index] ?? '';
const end = `(?=$|${place})`;

const rules: readonly Rule[] = [
  rule(`第?(\\d{1,5}|${han})支弄`, (m) => ({ sublane: plain(at(m, 1)) })),
  rule(`(${number}${han}?)弄`, (m, known) => ({ [known.lane === null ? 'lane' : 'sublane']: plain(at(m, 1)) })),
  rule(`(\\d{1,5}${han}?)号楼`, (m) => ({ building: plain(at(m, 1)) })),
  rule(`(${number})(${han}|[A-Z])?号(?:(${han})(?!室|座|幢|栋))?`, (m) => ({
    number: plain(at(m, 1)) + (at(m, 2) || at(m, 3)),
  })),
  rule(`(\\d{1,5}${han}?|[A-Z]\\d{0,2})(?:幢|栋|座)`, (m) => ({ building: plain(at(m, 1)) })),
  rule('第?(\\d{1,3})单元', (m) => ({ unit: plain(at(m, 1)) })),
  rule('(?:地下|负|-)(\\d{1,2})(?:层|楼)|B(\\d)(?:层|F)', (m) => ({ floor: `-${plain(at(m, 1) || at(m, 2))}` })),
  rule('第?(\\d{1,3})(?:(?:层|楼)(?!阁(?!楼))|F)', (m) => ({ floor: plain(at(m, 1)) })),
  rule('底(?:层|楼)', () => ({ floor: '1' })),
  rule(`([A-Z]?${number})(${han}|[A-Z])?(?:室|房间|房)(${han}(?!室)|[A-Z](?![\\d座幢栋]))?`, (m) =>
    room(at(m, 1), at(m, 2) || at(m, 3)),
  ),
  rule(`(${han}|[A-Z])室`, (m) => ({ roomSuffix: at(m, 1) })),
  rule(place, (m) => ({ roomSuffix: at(m, 0) })),
  rule(`(\\d{1,5})-(\\d{1,5})-(\\d{1,3})-([A-Z]?\\d{1,5})(${han}|[A-Z])?${end}`, (m, known) =>
    isBare(known)
      ? { lane: plain(at(m, 1)), number: plain(at(m, 2)), unit: plain(at(m, 3)), ...room(at(m, 4), at(m, 5)) }
      : null,
  ),
  rule(`(\\d{1,5})-(\\d{1,5})-([A-Z]?\\d{1,5})(${han}|[A-Z])?${end}`, (m, known) => threeNumbers(m, known)),
  rule(`(\\d{1,5})-([A-Z]?\\d{1,5})(${han}|[A-Z])?${end}`, (m, known) => twoNumbers(m, known)),
  rule(`([A-Z]?\\d{1,5})(${han}|[A-Z])?${end}`, (m, known) => oneNumber(m, known)),
];

/** Reads what stands behind the prefix: a road, then its parts in whatever order they are named. */
export function readAddressParts(text: string, aside: readonly string[]): Reading {
  const start = firstPart.exec(text)?.index ?? -1;
  if (start === 0 || (start === -1 && text === '')) return { ok: false, problem: 'no-road' };
  if (start === -1) return { ok: false, problem: 'no-number' };
  const road = text.slice(0, start).replace(/-$/, '');
  if (!/^[\p{Script=Han}A-Z0-9]{1,30}$/u.test(road) || !/\p{Script=Han}/u.test(road))
    return { ok: false, problem: 'no-road' };
  const known: AddressParts = { ...nothing, road };
  const leftover: string[] = [];
  if (!readTail(text.slice(start), known, leftover)) return { ok: false, problem: 'unclear' };
  for (const piece of aside) {
    const kept: AddressParts = { ...known };
    const unread: string[] = [];
    // Brackets hold either a part of the address or a remark; a remark is not half read.
    if (readTail(piece, kept, unread) && unread.length === 0) Object.assign(known, kept);
    else leftover.push(piece);
  }
  if (known.lane === null && known.number === null && known.building === null)
    return { ok: false, problem: 'no-number' };
  return { ok: true, parts: withoutSaidFloor(known), leftover: leftover.join(' ') };
}

const nothing: AddressParts = {
  road: '',
  lane: null,
  sublane: null,
  number: null,
  building: null,
  unit: null,
  floor: null,
  room: null,
  roomSuffix: null,
};

/** Takes parts off the front until nothing is left. False when a part is named twice with two values. */
function readTail(text: string, known: AddressParts, leftover: string[]): boolean {
  let rest = text;
  while (rest !== '') {
    rest = rest.replace(/^-(?!\d+(?:层|楼))/, '');
    const found = readPart(rest, known);
    if (found === null) {
      // A name between two parts (a compound's) is stepped over; anything else ends the reading.
      const skipped = /^\P{Nd}+?(?=[A-Z]?\d|[A-Z][座幢栋])/u.exec(rest)?.[0] ?? rest;
      if (skipped !== '') leftover.push(skipped);
      rest = rest.slice(skipped.length);
      if (skipped === '') return false;
      continue;
    }
    for (const [part, value] of Object.entries(found.parts) as [Part, string][]) {
      if (known[part] !== null && known[part] !== value) return false;
      known[part] = value;
    }
    rest = rest.slice(found.text.length);
  }
  return true;
}

function readPart(text: string, known: AddressParts): Found | null {
  for (const { pattern, read } of rules) {
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const parts = read([...match], known);
    if (parts !== null) return { text: match[0], parts };
  }
  return null;
}

/** Numbers lose zeros in front: 05号 is 5号, and 0502室 is 502室. */
function plain(value: string): string {
  return value.replace(/(?<!\d)0+(?=\d)/g, '');
}

function room(digits: string, suffix: string): Partial<Record<Part, string>> {
  return suffix === '' ? { room: plain(digits) } : { room: plain(digits), roomSuffix: suffix };
}

function isBare(known: AddressParts): boolean {
  return known.lane === null && known.number === null && known.building === null;
}

function threeNumbers(m: readonly string[], known: AddressParts): Partial<Record<Part, string>> | null {
  const [one, two, last] = [plain(at(m, 1)), plain(at(m, 2)), room(at(m, 3), at(m, 4))];
  if (isBare(known)) return { lane: one, number: two, ...last };
  if (known.number === null) return { number: one, unit: two, ...last };
  return known.building === null ? { building: one, unit: two, ...last } : null;
}

function twoNumbers(m: readonly string[], known: AddressParts): Partial<Record<Part, string>> | null {
  const [one, two] = [plain(at(m, 1)), at(m, 2)];
  const last = room(two, at(m, 3));
  if (isBare(known) && /^\d{1,2}$/.test(two)) return { lane: one, number: plain(two) + at(m, 3) };
  if (known.number === null && known.building === null) return { number: one, ...last };
  if (known.building === null) return { building: one, ...last };
  return known.unit === null ? { unit: one, ...last } : null;
}

function oneNumber(m: readonly string[], known: AddressParts): Partial<Record<Part, string>> | null {
  if (known.room !== null) return null;
  if (known.number === null && known.building === null) return { number: plain(at(m, 1)) + at(m, 2) };
  return room(at(m, 1), at(m, 2));
}

function withoutSaidFloor(parts: AddressParts): AddressParts {
  const said = parts.room === null ? null : /^(\d{1,2})\d{2}$/.exec(parts.room)?.[1];
  return said !== null && said === parts.floor ? { ...parts, floor: null } : parts;
}
