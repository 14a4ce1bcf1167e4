import type { Quarter } from './skeleton.ts';
import type { AreaKind } from './types.ts';

export interface ResidentialQuarter {
  quarter: Quarter;
  /** Committee names without 居委会, neighbours next to each other. */
  committees: readonly string[];
}
export interface BusinessQuarter {
  quarter: Quarter;
  areaName: string;
  /** Names of the micro-grids, neighbours next to each other. */
  blocks: readonly string[];
}
interface GridBase {
  key: string;
  name: string;
  /** Station of the grid's team, also its last code letters. */
  code: string;
  kind: Extract<AreaKind, 'residential-grid' | 'business-grid'>;
}
export interface ResidentialGrid extends GridBase {
  kind: 'residential-grid';
  parts: readonly ResidentialQuarter[];
}
export interface BusinessGrid extends GridBase {
  kind: 'business-grid';
  parts: readonly BusinessQuarter[];
}

/** Official code of the street the demonstration is modelled on. */
export const streetCode = '310115005';
export const streetName = '陆家嘴街道';

export const residentialGrids: readonly ResidentialGrid[] = [
  {
    key: 'grid-laoshan',
    name: '崂山住区',
    code: 'G01',
    kind: 'residential-grid',
    parts: [
      { quarter: 'laoshan-north', committees: ['乳山二村', '乳山四村', '乳山五村', '招远路', '崂山六村'] },
      { quarter: 'laoshan-east', committees: ['崂山三村', '崂山四村', '崂山五村'] },
      { quarter: 'laoshan-west', committees: ['崂山一村', '崂山二村'] },
    ],
  },
  {
    key: 'grid-meiyuan',
    name: '梅园住区',
    code: 'G02',
    kind: 'residential-grid',
    parts: [
      {
        quarter: 'meiyuan',
        committees: ['梅园一村', '梅园三村', '市新', '隧成', '福沈', '福山', '光辉', '松山', '松林', '林山', '陈家门'],
      },
    ],
  },
  {
    key: 'grid-riverside',
    name: '滨江住区',
    code: 'G03',
    kind: 'residential-grid',
    parts: [
      {
        quarter: 'riverside-north',
        committees: ['东园新村一', '东园新村二', '东园新村三', '荣城', '滨江', '浦江茗园'],
      },
      {
        quarter: 'riverside-south',
        committees: ['仁恒滨江园', '江临财富', '菊园', '汇豪天下', '东昌', '浦滨', '三航', '上港第一', '上港第二'],
      },
    ],
  },
];

export const businessGrids: readonly BusinessGrid[] = [
  {
    key: 'grid-finance',
    name: '陆家嘴金融城',
    code: 'G04',
    kind: 'business-grid',
    parts: [
      {
        quarter: 'finance-north',
        areaName: '小陆家嘴北商务区',
        blocks: ['丰和路街区', '陆家嘴环路西街区', '陆家嘴环路北街区', '银城西路街区'],
      },
      {
        quarter: 'finance-south',
        areaName: '小陆家嘴南商务区',
        blocks: ['富城路街区', '花园石桥路街区', '陆家嘴环路南街区', '东泰路街区'],
      },
    ],
  },
  {
    key: 'grid-mall',
    name: '新上海商业城',
    code: 'G05',
    kind: 'business-grid',
    parts: [
      {
        quarter: 'mall',
        areaName: '新上海商业城商务区',
        blocks: ['商业城西广场街区', '商业城中街街区', '商业城东楼街区'],
      },
    ],
  },
  {
    key: 'grid-shipyard',
    name: '滨江船厂带',
    code: 'G06',
    kind: 'business-grid',
    parts: [
      {
        quarter: 'shipyard',
        areaName: '滨江船厂商务区',
        blocks: ['船厂东街区', '船台广场街区', '机装车间街区', '船厂西街区'],
      },
    ],
  },
];

/** Streets between residential areas, in the order they are laid: Pudong takes its street names from Shandong. */
export const areaRoadNames: readonly string[] = [
  '乳山路',
  '栖霞路',
  '福山路',
  '招远路',
  '松林路',
  '桃林路',
  '东方路',
  '羽山路',
  '灵山路',
  '文登路',
  '荣成路',
  '钱仓路',
  '即墨路',
  '浦城路',
  '南泉北路',
  '银城南路',
  '牟平路',
  '莱阳路',
  '北张家浜路',
  '老白渡路',
  '海阳路',
  '崮山路',
  '沂林路',
  '东泰路',
  '吉祥里路',
  '兰陵路',
  '蓬莱南路',
  '高密路',
  '日照东路',
  '胶南路',
  '平度路',
  '诸城路',
]; // prettier keeps the list short
/** Streets inside the business grids. */
export const blockRoadNames: readonly string[] = [
  '陆家嘴环路',
  '丰和路',
  '银城西路',
  '富城路',
  '花园石桥路',
  '东宁路',
  '商业街',
  '商城中街',
  '船台路',
  '船坞路',
  '机装路',
  '滨江北路',
];
