import fc from 'fast-check';
import { formatAddress, type ShanghaiAddress } from './shanghai-address.ts';

const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const count = (max: number) => fc.integer({ min: 1, max }).map(String);
const roads = [
  '瞿溪路',
  '中山东一路',
  '镇宁路',
  '浦城路',
  '四平路',
  '瑞金二路',
  '陕西南路',
  '上海路',
  '三门路',
  '梅园一村',
  '瑞金新村',
  '打浦桥路',
  '世纪大道',
  '同济新村',
];

const anyAddress: fc.Arbitrary<ShanghaiAddress> = fc
  .record({
    district: orNull(fc.constantFrom('黄浦区', '浦东新区', '静安区')),
    street: orNull(fc.constantFrom('五里桥街道', '瑞金二路街道', '小东门街道', '南翔镇')),
    committee: orNull(fc.constantFrom('桥一居委会', '丽园居委会', '第三居委会')),
    road: fc.constantFrom(...roads),
    lane: orNull(count(2999)),
    sublane: orNull(count(60)),
    number: orNull(fc.tuple(count(1999), fc.constantFrom('', '', '', '甲', '乙', '丙')).map((parts) => parts.join(''))),
    building: orNull(fc.oneof(count(60), fc.constantFrom('A', 'B'))),
    unit: orNull(count(9)),
    floor: orNull(fc.oneof(count(33), fc.constantFrom('-1', '-2'))),
    room: orNull(fc.tuple(count(33), count(12)).map(([floor, door]) => floor + door.padStart(2, '0'))),
    roomSuffix: orNull(
      fc.constantFrom('甲', '乙', 'A', '前楼', '亭子间', '灶间', '后客堂', '晒台', '阁楼', '三层阁', '地下室'),
    ),
  })
  .filter(({ lane, number, building }) => lane !== null || number !== null || building !== null)
  .map((address) => ({ ...address, sublane: address.lane === null ? null : address.sublane }))
  // A floor its room already names is not kept.
  .map((address) => (address.room?.slice(0, -2) === address.floor ? { ...address, floor: null } : address));

/** The commonest shape: a lane, a door, a room. */
const plainAddress = fc
  .tuple(anyAddress, count(2999), count(200), count(1203))
  .map(([address, lane, number, room]) => ({
    ...address,
    lane,
    number,
    room: room.padStart(3, '1'),
    sublane: null,
    building: null,
    unit: null,
    floor: null,
    roomSuffix: null,
  }));

/** Any address as the register holds it: each part there or not, but always something to find the house by. */
export const addresses: fc.Arbitrary<ShanghaiAddress> = fc.oneof(
  { weight: 3, arbitrary: anyAddress },
  { weight: 1, arbitrary: plainAddress },
);

/** A way people write the same address. */
export type Rewriting = { name: string; write(address: ShanghaiAddress): string | null };

const fullWidth = (text: string) =>
  text.replace(/[0-9A-Z-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const digitsOf = '〇一二三四五六七八九';
const byDigit = (number: string) => [...number].map((digit) => digitsOf.charAt(Number(digit))).join('');

/** 230 → 二百三十. */
export function inNumerals(number: number): string {
  if (number < 10) return digitsOf.charAt(number);
  if (number < 20) return `十${number % 10 === 0 ? '' : digitsOf.charAt(number % 10)}`;
  const unit = [1000, 100, 10].find((each) => number >= each) ?? 10;
  const rest = number % unit;
  const head = `${digitsOf.charAt(Math.floor(number / unit))}${'十百千'.charAt(String(unit).length - 2)}`;
  if (rest === 0) return head;
  const tail = rest >= 10 && rest < 20 ? `一${inNumerals(rest)}` : inNumerals(rest);
  return head + (rest * 10 < unit ? '零' : '') + tail;
}

const plainDigits = (text: string, write: (digits: string) => string) => text.replace(/\d+/g, write);
const prefixOf = ({ district, street, committee }: ShanghaiAddress) =>
  `上海市${district ?? ''}${street ?? ''}${committee ?? ''}`;
const local = formatAddress;

export const rewritings: readonly Rewriting[] = [
  { name: 'with its prefix', write: (a) => prefixOf(a) + local(a) },
  { name: 'full width', write: (a) => fullWidth(local(a)) },
  { name: 'spaces between', write: (a) => local(a).replace(/(?<=弄|号|幢|元|层|室|路|村)/g, ' ') },
  { name: 'full-width spaces and commas', write: (a) => local(a).replace(/(?<=弄|号|幢|元)/g, '，　') },
  { name: 'numerals with places', write: (a) => plainDigits(local(a), (digits) => inNumerals(Number(digits))) },
  { name: 'numerals digit by digit', write: (a) => plainDigits(local(a), byDigit) },
  { name: 'zeros in front', write: (a) => plainDigits(local(a), (digits) => `0${digits}`) },
  { name: '号 as #', write: (a) => local(a).replace('号', '#') },
  {
    name: '甲 behind 号',
    write: (a) => (/号[甲乙丙]室/.test(local(a)) ? null : local(a).replace(/([甲乙丙])号/, '号$1')),
  },
  { name: '幢 as 栋', write: (a) => local(a).replace('幢', '栋') },
  { name: '幢 as 座', write: (a) => local(a).replace('幢', '座') },
  { name: '幢 as 号楼', write: (a) => (/^\d/.test(a.building ?? '') ? local(a).replace('幢', '号楼') : null) },
  { name: '层 as 楼', write: (a) => local(a).replace('层', () => (a.floor === null ? '层' : '楼')) },
  {
    name: 'without 室',
    write: (a) => (a.room === null || (a.number ?? a.building) === null ? null : local(a).replace('室', '')),
  },
  {
    name: 'the last part in brackets',
    write: (a) => (a.room === null ? null : local(a).replace(/(\d+[甲乙A]?室)/, '（$1）')),
  },
  { name: 'a remark in brackets', write: (a) => `${local(a)}(近超市)` },
  {
    name: 'a compound named between',
    write: (a) =>
      a.number === null || a.lane === null ? null : local(a).replace(/(?<=弄)(?=\d+[甲乙丙]?号)/, '海悦花园'),
  },
  {
    name: 'with the floor said again',
    write: (a) =>
      a.room === null || a.floor !== null || a.roomSuffix !== null
        ? null
        : `${local(a)}${Number(a.room.slice(0, -2))}楼`,
  },
  {
    name: 'numbers and dashes only',
    write: (a) => {
      const others = [a.sublane, a.building, a.unit, a.floor, a.roomSuffix];
      if (others.some((value) => value !== null) || a.lane === null || a.room === null || !/^\d+$/.test(a.number ?? ''))
        return null;
      return `${a.road}${a.lane}-${a.number}-${a.room}`;
    },
  },
  {
    name: 'lane, then dashes',
    write: (a) => {
      const others = [a.sublane, a.building, a.unit, a.floor, a.roomSuffix];
      if (others.some((value) => value !== null) || a.lane === null || a.room === null || !/^\d+$/.test(a.number ?? ''))
        return null;
      return `${a.road}${a.lane}弄${a.number}-${a.room}`;
    },
  },
];
