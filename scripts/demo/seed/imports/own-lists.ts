import { addDays, type Day } from '@linli/domain';
import { composeName, pickSurname } from '../../street/person-names.ts';
import type { Random } from '../../street/random.ts';
import type { Numbers } from '../registers/draw-person.ts';

export interface DemoList {
  kind: 'person' | 'home' | 'entity';
  fileName: string;
  table: string;
  daysAgo: number;
  until: 'checked' | 'cancelled' | 'done';
  /** Unknown houses: entered at the area, or named as bad rows. */
  unknownPlace: 'keep' | 'bad';
}

export interface ListPlace {
  random: Random;
  numbers: Numbers;
  today: Day;
  /** Addresses of houses with homes, each with some of their rooms. */
  houses: readonly { address: string; rooms: readonly string[] }[];
  /** How people call the place, without 居民区. */
  areaName: string;
}

/** Lists a committee was given and brought in; houses in them that no building has are what its desk of addresses asks about. */
export function drawLists(place: ListPlace): DemoList[] {
  const { areaName } = place;
  return [
    { ...letHomes(place), fileName: `${areaName}出租房屋核查表.csv`, daysAgo: 19, until: 'done', unknownPlace: 'bad' },
    {
      ...newcomers(place),
      fileName: `${areaName}来沪人员登记表.csv`,
      daysAgo: 11,
      until: 'done',
      unknownPlace: 'keep',
    },
    {
      ...letHomes(place),
      fileName: `${areaName}出租房屋核查表（旧版）.csv`,
      daysAgo: 6,
      until: 'cancelled',
      unknownPlace: 'bad',
    },
    { ...shops(place), fileName: `${areaName}沿街商铺排查表.csv`, daysAgo: 1, until: 'checked', unknownPlace: 'keep' },
  ];
}

/** Houses as old lists and people call them. */
export function unknownHouses(areaName: string): {
  named: string;
  lodge: string;
  old: string;
  market: string;
  elsewhere: string;
} {
  return {
    named: `${areaName}甲楼`,
    lodge: `${areaName}综合楼`,
    old: '乳山路老年活动室',
    market: '栖霞路菜场',
    elsewhere: '浦东大道1097弄5号',
  };
}

type Table = Pick<DemoList, 'kind' | 'table'>;

function newcomers({ random, numbers, today, houses, areaName }: ListPlace): Table {
  const { named, lodge, elsewhere } = unknownHouses(areaName);
  const at = (n: number) => {
    if (n < 5) return `${named}${n + 1}02室`;
    if (n < 8) return `${lodge}${n - 4}01室`;
    return n === 8 ? `${elsewhere}301室` : homeOf(houses, n * 7);
  };
  const people = Array.from({ length: 14 }, (_, n) => {
    const male = random.chance(0.55);
    const born = addDays(today, -random.int(21 * 365, 46 * 365));
    const name = composeName(random, { surname: pickSurname(random), male });
    // One number was copied wrong, one telephone lacks a figure.
    const identity = numbers.identity(born, male);
    const idNumber = n === 10 ? withOtherEnd(identity) : identity;
    const phone = n === 12 ? numbers.phone().slice(0, 10) : numbers.phone();
    return [name, male ? '男' : '女', born, idNumber, phone, '外省市来沪', at(n)];
  });
  const twice = people[3] ?? [];
  return tableOf(
    'person',
    ['姓名', '性别', '出生日期', '身份证号', '联系电话', '户籍情况', '现住址'],
    [...people, twice],
  );
}

function letHomes({ random, numbers, houses, areaName }: ListPlace): Table {
  const { named, old } = unknownHouses(areaName);
  const homes = Array.from({ length: 12 }, (_, n) => homeOf(houses, n * 11 + 3));
  const rows = [...homes, `${named}302室`, `${old}2室`].map((address) => [
    address,
    '出租',
    composeName(random, { surname: pickSurname(random), male: random.chance(0.5) }),
    numbers.phone(),
    String(random.int(1, 4)),
  ]);
  return tableOf('home', ['房屋地址', '房屋用途', '房主', '房主电话', '居住人数'], rows);
}

function shops({ random, numbers, houses, areaName }: ListPlace): Table {
  const { lodge, market } = unknownHouses(areaName);
  const names = [
    '阿婆馄饨店',
    '乳山水果店',
    '福临烟酒店',
    '悦邻理发店',
    '老弄堂面馆',
    '和顺五金店',
    '春来洗衣店',
    '吉祥早餐铺',
  ];
  const rows = names.map((name, n) => [
    name,
    [market, market, lodge][n] ?? houses[(n * 3) % Math.max(1, houses.length)]?.address ?? market,
    composeName(random, { surname: pickSurname(random), male: random.chance(0.5) }),
    numbers.phone(),
  ]);
  return tableOf('entity', ['店名', '经营地址', '经营者', '经营者电话'], rows);
}

function homeOf(houses: ListPlace['houses'], n: number): string {
  const house = houses[n % Math.max(1, houses.length)];
  const room = house?.rooms[n % Math.max(1, house.rooms.length)];
  return house && room ? `${house.address}${room}室` : '';
}

function withOtherEnd(idNumber: string): string {
  return `${idNumber.slice(0, -1)}${idNumber.endsWith('3') ? '4' : '3'}`;
}

function tableOf(kind: DemoList['kind'], headings: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { kind, table: [headings, ...rows].map((cells) => cells.join(',')).join('\r\n') };
}
