import type { Random } from './random.ts';

/** The next door of a compound: its lane address and the name people say. */
export interface Door {
  address: string;
  name: string;
}
export interface AddressBook {
  /** A stairwell in a lane: 崂山路571弄12号. */
  inLane(areaName: string, road: string): Door;
  /** A house on the street: 崂山路318号. */
  onStreet(road: string): string;
  /** A house name not given before. */
  houseName(): string;
}

const compoundWings = ['', '北苑', '南苑', '东苑', '西苑', '新苑', '中苑'];
const houseStems = [
  '浦衡',
  '汇澜',
  '恒岳',
  '申澄',
  '明越',
  '启岸',
  '华旭',
  '润江',
  '鼎岚',
  '盛屿',
  '宏域',
  '远洲',
  '天澄',
  '云浦',
  '嘉航',
  '景澜',
  '泰瀛',
  '锦渡',
  '瑞汀',
  '和屿',
  '德汇',
  '东瀚',
  '信辰',
  '安澜',
  '卓岳',
  '联瀛',
  '海峤',
  '金汀',
  '铭川',
  '朗浦',
];
const houseKinds = ['大厦', '广场', '中心', '国际大厦', '金融大厦'];

function compoundOf(areaName: string): string {
  if (/(村|园|苑|天下|财富|城)$/.test(areaName)) return areaName;
  return /[一二三]$/.test(areaName) ? `${areaName}街坊` : `${areaName}小区`;
}

/** Hands out addresses, no two alike. Numbers grow along each street, as they do on the ground. */
export function createAddressBook(random: Random): AddressBook {
  const lanes = new Map<string, { lane: string; compound: string; doors: number }>();
  const wings = new Map<string, number>();
  const last = new Map<string, number>();
  const nextNumber = (road: string): number => {
    const number = (last.get(road) ?? random.int(20, 90)) + random.int(4, 46);
    last.set(road, number);
    return number;
  };
  const names = random.shuffle(houseStems.flatMap((stem) => houseKinds.map((kind) => `${stem}${kind}`)));
  return {
    inLane(areaName, road) {
      const key = `${areaName}|${road}`;
      let lane = lanes.get(key);
      if (!lane) {
        const wing = wings.get(areaName) ?? 0;
        wings.set(areaName, wing + 1);
        lane = {
          lane: `${road}${nextNumber(road)}弄`,
          compound: `${compoundOf(areaName)}${compoundWings[wing] ?? `${wing + 1}区`}`,
          doors: 0,
        };
        lanes.set(key, lane);
      }
      lane.doors += 1;
      return { address: `${lane.lane}${lane.doors}号`, name: `${lane.compound}${lane.doors}号` };
    },
    onStreet: (road) => `${road}${nextNumber(road)}号`,
    houseName() {
      const name = names.pop();
      if (!name) throw new Error('no house names left');
      return name;
    },
  };
}
