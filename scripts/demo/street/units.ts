import { businessGrids, residentialGrids } from './grids.ts';
import type { Random } from './random.ts';
import type { Area, Unit } from './types.ts';

/** Registers petitions and passes them on. */
export const petitionsUnitKey = 'unit-petitions';
const departments = [
  { key: 'unit-urban-management', name: '城管执法中队' },
  { key: 'unit-police', name: '派出所' },
  { key: 'unit-market', name: '市场监督管理所' },
  { key: 'unit-construction', name: '城市建设管理事务中心' },
  { key: 'unit-housing', name: '房屋管理办事处' },
  { key: 'unit-greening', name: '绿化市容管理所' },
  { key: 'unit-fire', name: '消防救援站' },
  { key: 'unit-justice', name: '司法所' },
  { key: 'unit-safety', name: '社区平安办公室' },
  { key: 'unit-services', name: '社区服务办公室' },
  { key: 'unit-party', name: '社区党群办公室' },
  { key: 'unit-operations', name: '城市运行管理中心' },
  { key: petitionsUnitKey, name: '信访办公室' },
] as const;
export const operationsUnitKey = 'unit-operations';

const firmStems = [
  '沪邻',
  '浦睦',
  '安栖',
  '和里',
  '晨居',
  '恒睦',
  '邻好',
  '申宜',
  '佳坊',
  '澄里',
  '润舍',
  '东睦',
  '乐栖',
  '瑞坊',
  '永邻',
  '嘉睦',
  '景舍',
  '同里',
  '禾居',
  '汀岸',
  '金坊',
  '宁栖',
  '顺里',
  '悦坊',
  '明舍',
  '汇栖',
  '楼宜',
  '启坊',
  '中睦',
  '船坊',
];
/** Shaped like a number of Shanghai and plainly invented; `index` 0–9999. */
function madeUpPhone(index: number): string {
  return `021-5550 ${String(index).padStart(4, '0')}`;
}

const firmKinds = ['物业管理有限公司', '物业服务有限公司'];
const residentialFirms = 25;

function firm(index: number, areaKeys: string[], random: Random): Unit {
  const stem = firmStems[index] ?? `浦邻${index}`;
  return {
    phone: madeUpPhone(500 + index),
    key: `unit-firm-${String(index + 1).padStart(2, '0')}`,
    name: `上海${stem}${random.pick(firmKinds)}`,
    kind: 'property-firm',
    areaKeys,
  };
}

/** 25 firms for the residential areas, neighbours together; some areas are shared by two; five for the business areas. */
function listFirms(areas: readonly Area[], random: Random): Unit[] {
  const homes = areas.filter((area) => area.kind === 'residential-area');
  const offices = areas.filter((area) => area.kind === 'business-area');
  const doubles = new Set(
    random.shuffle(Array.from({ length: residentialFirms }, (_, i) => i)).slice(0, homes.length - residentialFirms),
  );
  let next = 0;
  const residential = Array.from({ length: residentialFirms }, (_, index) => {
    const own = homes.slice(next, next + (doubles.has(index) ? 2 : 1)).map((area) => area.key);
    next += own.length;
    const shared = homes[next];
    return firm(index, shared && random.chance(0.24) ? [...own, shared.key] : own, random);
  });
  const business = Array.from({ length: 5 }, (_, index) => {
    const area = offices[index % offices.length];
    return firm(residentialFirms + index, area ? [area.key] : [], random);
  });
  return [...residential, ...business];
}

/** Who handles things on the street: 13 departments, 30 property firms, 36 committees, 6 stations, 2 operators. */
export function listUnits(areas: readonly Area[], random: Random): Unit[] {
  const lines = departments.map((d): Unit => ({ key: d.key, name: d.name, kind: 'department', areaKeys: ['street'] }));
  const committees = areas
    .filter((area) => area.kind === 'residential-area')
    .map((area, index): Unit => {
      const name = area.name.replace(/居民区$/, '居委会');
      const phone = madeUpPhone(101 + index);
      return { key: `unit-committee-${area.code}`, name, kind: 'committee', areaKeys: [area.key], phone };
    });
  const stations = [...residentialGrids, ...businessGrids].map((grid): Unit => {
    return { key: `unit-station-${grid.code}`, name: `${grid.name}网格工作站`, kind: 'station', areaKeys: [grid.key] };
  });
  const operators: Unit[] = [
    { key: 'unit-bikes', name: '畅邻共享单车运维队', kind: 'operator', areaKeys: ['street'] },
    { key: 'unit-waste', name: '浦净生活垃圾清运公司', kind: 'operator', areaKeys: ['street'] },
  ];
  return [...lines, ...listFirms(areas, random), ...committees, ...stations, ...operators];
}
