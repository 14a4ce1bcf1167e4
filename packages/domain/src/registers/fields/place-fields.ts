import type { RegisterField } from '../register-field.ts';
import { choices, fieldsOf } from './define.ts';

const condition = choices({
  good: ['完好', 'Sound'],
  worn: ['老化', 'Worn'],
  broken: ['损坏', 'Broken'],
  gone: ['缺失', 'Gone'],
});
const passed = choices({
  passed: ['合格', 'Passed'],
  mending: ['整改中', 'Being mended'],
  failed: ['不合格', 'Failed'],
});

const homeFields: readonly RegisterField[] = [
  ...fieldsOf(
    {
      noun: 'home',
      level: 3,
      basis: 'statutory',
      law: 'GB/T 31000-2015 实有房屋',
      owner: 'housing',
      retention: 'property',
    },
    {
      use: {
        kind: 'code',
        label: ['使用情况', 'Use'],
        options: choices({
          own: ['自住', 'Owner lives here'],
          let: ['出租', 'Let'],
          empty: ['空置', 'Empty'],
          lent: ['借住', 'Lent'],
          office: ['居改非', 'Used for business'],
        }),
        staleAfterDays: 365,
      },
      tenure: {
        kind: 'code',
        label: ['房屋性质', 'Tenure'],
        options: choices({
          commodity: ['商品房', 'Bought'],
          'sold-public': ['售后公房', 'Former public housing'],
          public: ['公有住房', 'Public housing'],
          'affordable-rent': ['保障性租赁住房', 'Affordable letting'],
          lane: ['旧式里弄', 'Old lane house'],
        }),
      },
      areaM2: { kind: 'number', label: ['建筑面积（平方米）', 'Floor area (m²)'] },
      unitNo: { kind: 'text', label: ['不动产单元代码', 'Real-estate unit code'] },
      ownerName: { kind: 'text', label: ['房主姓名', 'Owner'] },
      ownerPhone: { kind: 'secret', label: ['房主电话', 'Owner’s telephone'] },
    },
  ),
  ...fieldsOf(
    {
      noun: 'home',
      level: 3,
      basis: 'statutory',
      law: '上海市住房租赁条例',
      owner: 'committee',
      retention: 'property',
    },
    {
      letSince: { kind: 'date', label: ['出租起始日期', 'Let since'] },
      letFiled: { kind: 'boolean', label: ['租赁备案', 'Letting filed'] },
      letStandard: { kind: 'code', label: ['出租条件核查', 'Letting standard'], options: passed, staleAfterDays: 365 },
      letFault: { kind: 'text', label: ['出租房问题', 'Fault found'] },
      tenants: { kind: 'number', label: ['承租居住人数', 'Tenants'], staleAfterDays: 180 },
      gas: {
        kind: 'code',
        label: ['用气方式', 'Gas'],
        options: choices({ pipe: ['管道燃气', 'Piped'], bottle: ['瓶装液化气', 'Bottled'], none: ['不用气', 'None'] }),
        staleAfterDays: 730,
      },
      fireCheckedOn: { kind: 'date', label: ['最近消防检查', 'Last fire check'], staleAfterDays: 365 },
      fireCheck: { kind: 'code', label: ['消防检查结果', 'Fire check result'], options: passed, staleAfterDays: 365 },
    },
  ),
];

const householdFields = fieldsOf(
  {
    noun: 'household',
    level: 3,
    basis: 'statutory',
    law: '户口登记条例、GB/T 31000-2015',
    owner: 'committee',
    retention: 'living',
  },
  {
    members: { kind: 'number', label: ['家庭人数', 'Members'] },
    allElderly: { kind: 'boolean', label: ['纯老家庭', 'All members are older'] },
    dogs: { kind: 'number', label: ['登记犬只', 'Dogs registered'], staleAfterDays: 365 },
    covenantSigned: { kind: 'boolean', label: ['签订居民公约', 'Covenant signed'] },
    groupRepresentative: { kind: 'boolean', label: ['居民代表户', 'Household of a representative'] },
  },
);

const entityFields: readonly RegisterField[] = [
  ...fieldsOf(
    {
      noun: 'entity',
      level: 1,
      basis: 'statutory',
      law: '市场主体登记管理条例',
      owner: 'market-regulation',
      retention: 'business',
    },
    {
      creditCode: { kind: 'text', label: ['统一社会信用代码', 'Unified credit code'] },
      trade: { kind: 'text', label: ['经营业态', 'Trade'] },
      openedOn: { kind: 'date', label: ['开业日期', 'Opened'] },
      foodLicenceUntil: { kind: 'date', label: ['食品许可到期', 'Food licence until'] },
      staff: { kind: 'number', label: ['从业人数', 'Staff'], staleAfterDays: 365 },
    },
  ),
  ...fieldsOf(
    {
      noun: 'entity',
      level: 2,
      basis: 'statutory',
      law: '上海市市容环境卫生管理条例',
      owner: 'city-management',
      retention: 'business',
    },
    {
      grade: {
        kind: 'code',
        label: ['商铺分级', 'Shop grade'],
        options: choices({ A: ['A级', 'A'], B: ['B级', 'B'], C: ['C级', 'C'] }),
        staleAfterDays: 365,
      },
      frontageDuty: { kind: 'boolean', label: ['门责签约', 'Frontage duty signed'] },
      wasteContract: { kind: 'boolean', label: ['垃圾清运协议', 'Waste contract'], staleAfterDays: 365 },
      fumeCleaner: { kind: 'boolean', label: ['油烟净化装置', 'Fume cleaner'] },
    },
  ),
  ...fieldsOf(
    {
      noun: 'entity',
      level: 2,
      basis: 'statutory',
      law: '消防法、上海市消防条例',
      owner: 'fire',
      retention: 'business',
    },
    {
      shopFireCheckedOn: { kind: 'date', label: ['最近消防检查', 'Last fire check'], staleAfterDays: 180 },
      shopFireCheck: {
        kind: 'code',
        label: ['消防检查结果', 'Fire check result'],
        options: passed,
        staleAfterDays: 180,
      },
      bottledGas: { kind: 'boolean', label: ['使用瓶装液化气', 'Uses bottled gas'], staleAfterDays: 180 },
      sleepsOver: { kind: 'boolean', label: ['三合一住人', 'People sleep on the premises'], staleAfterDays: 180 },
    },
  ),
  ...fieldsOf(
    {
      noun: 'entity',
      level: 3,
      basis: 'statutory',
      law: 'GB/T 31000-2015 组织机构',
      owner: 'committee',
      retention: 'business',
    },
    {
      keeper: { kind: 'text', label: ['负责人', 'Person in charge'], staleAfterDays: 365 },
      keeperPhone: { kind: 'secret', label: ['负责人电话', 'Telephone of the person in charge'], staleAfterDays: 365 },
      partyOrganisation: { kind: 'boolean', label: ['建有党组织', 'Has a Party organisation'] },
      union: { kind: 'boolean', label: ['建有工会', 'Has a union'] },
    },
  ),
];

const assetFields = fieldsOf(
  {
    noun: 'asset',
    level: 1,
    basis: 'statutory',
    law: 'GB/T 47678.5-2026 部件',
    owner: 'city-management',
    retention: 'property',
  },
  {
    code: { kind: 'text', label: ['部件编码（17位）', 'Component code (17 digits)'] },
    keeperUnit: { kind: 'text', label: ['权属单位', 'Owner'] },
    careUnit: { kind: 'text', label: ['养护单位', 'Maintained by'] },
    condition: { kind: 'code', label: ['状态', 'Condition'], options: condition, staleAfterDays: 365 },
    inspectedOn: { kind: 'date', label: ['最近检查', 'Last inspected'], staleAfterDays: 365 },
    capacity: { kind: 'number', label: ['容量', 'Capacity'] },
    slots: { kind: 'number', label: ['充电仓位', 'Charging slots'] },
    attended: { kind: 'boolean', label: ['有人看管', 'Attended'] },
    extinguishers: { kind: 'number', label: ['灭火器（只）', 'Extinguishers'] },
    sprinkler: { kind: 'boolean', label: ['喷淋设施', 'Sprinkler'] },
    openHours: { kind: 'text', label: ['开放时间', 'Open'] },
    beds: { kind: 'number', label: ['床位', 'Beds'] },
  },
);

export const placeFields: readonly RegisterField[] = [
  ...homeFields,
  ...householdFields,
  ...entityFields,
  ...assetFields,
];
