import { FormDefinition, LegalItem } from '@linli/domain';

/** Items of the street's own permitted list, beside those of the packs. */
export const ownItems: readonly LegalItem[] = [
  LegalItem.parse({
    code: 'street-order',
    name: '街面秩序月度情况',
    law: '上海市市容环境卫生管理条例',
    fields: [],
    units: ['unit-urban-management'],
  }),
  LegalItem.parse({
    code: 'legal-service',
    name: '公共法律服务需求',
    law: '法律援助法；人民调解法',
    fields: [],
    units: ['unit-justice'],
  }),
  LegalItem.parse({
    code: 'elder-allowance-check',
    name: '高龄津贴比对',
    law: '上海市养老服务条例',
    fields: ['person.name', 'person.born'],
  }),
];

export interface OwnForm {
  readonly unit: string;
  readonly definition: FormDefinition;
  /** In force, or still being written. */
  readonly state: 'published' | 'draft';
}

const serial = { key: 'c1', label: { zh: '序号' }, bind: 'computed', computed: 'serial' };

/** What departments filed themselves, beside the ledgers of the packs. */
export const ownForms: readonly OwnForm[] = [
  {
    unit: 'unit-urban-management',
    state: 'published',
    definition: FormDefinition.parse({
      name: { zh: '街面秩序月报', en: 'Order on the street, monthly' },
      purpose: '掌握沿街商铺、公共设施与跨门经营，安排下月整治。',
      item: 'street-order',
      rows: { by: 'area', level: 'micro-grid' },
      period: 'month',
      dueDays: 6,
      columns: [
        serial,
        { key: 'c2', label: { zh: '居民区' }, bind: 'computed', computed: 'committee' },
        { key: 'c3', label: { zh: '微网格' }, bind: 'computed', computed: 'micro-grid' },
        { key: 'c4', label: { zh: '沿街商铺数' }, bind: 'figure', noun: 'entity' },
        { key: 'c5', label: { zh: '公共设施数' }, bind: 'figure', noun: 'asset' },
        {
          key: 'c6',
          label: { zh: '本月跨门经营次数' },
          bind: 'asked',
          ask: { key: 'times', kind: 'number', label: { zh: '本月跨门经营次数' }, required: true, min: 0, max: 999 },
        },
      ],
    }),
  },
  {
    unit: 'unit-urban-management',
    state: 'draft',
    definition: FormDefinition.parse({
      name: { zh: '商铺消防情况汇总', en: 'Fire safety of shops' },
      purpose: '与街面整治一并安排。',
      item: 'item-shop-fire-checks',
      rows: { by: 'subject', noun: 'entity', kind: 'shop' },
      period: 'quarter',
      dueDays: 10,
      columns: [
        serial,
        { key: 'c2', label: { zh: '商铺名称' }, bind: 'computed', computed: 'name' },
        { key: 'c3', label: { zh: '地址' }, bind: 'computed', computed: 'address' },
        { key: 'c4', label: { zh: '经营者' }, bind: 'field', field: 'keeper' },
        { key: 'c5', label: { zh: '联系电话' }, bind: 'field', field: 'keeperPhone' },
      ],
    }),
  },
  {
    unit: 'unit-justice',
    state: 'published',
    definition: FormDefinition.parse({
      name: { zh: '法律服务需求季报', en: 'Need for legal services, quarterly' },
      purpose: '安排社区律师和调解员到居委会坐班的时间。',
      item: 'legal-service',
      rows: { by: 'area', level: 'committee' },
      period: 'quarter',
      dueDays: 10,
      columns: [
        serial,
        { key: 'c2', label: { zh: '居民区' }, bind: 'computed', computed: 'committee' },
        { key: 'c3', label: { zh: '登记人数' }, bind: 'figure', noun: 'person' },
        { key: 'c4', label: { zh: '60岁以上' }, bind: 'figure', noun: 'person', when: 'age >= 60' },
        { key: 'c5', label: { zh: '出租房屋' }, bind: 'figure', noun: 'home', when: 'field.use == "let"' },
        {
          key: 'c6',
          label: { zh: '希望律师坐班的时段' },
          bind: 'asked',
          ask: {
            key: 'slot',
            kind: 'select',
            label: { zh: '希望律师坐班的时段' },
            required: true,
            options: [
              { value: 'weekday', label: { zh: '工作日白天' } },
              { value: 'evening', label: { zh: '工作日晚间' } },
              { value: 'weekend', label: { zh: '周末' } },
            ],
          },
        },
      ],
    }),
  },
];

export interface DemoAsk {
  readonly unit: string;
  readonly way: string;
  readonly words: string;
  readonly headings: readonly string[];
  readonly daysAgo: number;
  /** Which article it was refused with; still open without one. */
  readonly article?: { readonly name: string; readonly answer: string };
}

const listOnly = {
  name: '居民委员会协助行政事项清单、证明事项与台账准入制度',
  answer: '该项不在准入清单内，居委会不予填报；确需开展的，请先按程序申请列入清单。',
};
const reuse = { name: '《上海市数据条例》第三十条', answer: '所需数据可通过共享取得，不得重复采集，请直接调取。' };
const committeeLaw = {
  name: '《中华人民共和国城市居民委员会组织法》第二十条',
  answer: '部门需要居委会协助的，应经街道统一安排，请向街道提出。',
};

/** What committees were asked beside the forms. The first two lie open at the committee people sign in for. */
export const demoAsks: readonly DemoAsk[] = [
  {
    unit: 'unit-services',
    way: 'message',
    words: '群里通知：今天下班前报一份独居老人名单，要姓名、年龄、住址、电话',
    headings: ['姓名', '年龄', '住址', '联系电话'],
    daysAgo: 0,
  },
  {
    unit: 'unit-market',
    way: 'phone',
    words: '电话要求统计辖区商铺是否张贴反食品浪费海报，明天中午前报数',
    headings: ['商铺名称', '是否张贴'],
    daysAgo: 2,
  },
  {
    unit: 'unit-services',
    way: 'message',
    words: '再报一次低保家庭明细表，格式与上月不同',
    headings: ['姓名', '身份证号', '住址', '低保金额'],
    daysAgo: 6,
    article: reuse,
  },
  {
    unit: 'unit-greening',
    way: 'meeting',
    words: '会上布置：每周填报楼组垃圾分类打分表，附照片',
    headings: ['楼组', '得分', '照片'],
    daysAgo: 9,
    article: listOnly,
  },
  {
    unit: 'unit-fire',
    way: 'paper',
    words: '下发纸质表，要求逐户登记灭火器到期日期',
    headings: ['户主', '室号', '灭火器到期日'],
    daysAgo: 15,
    article: committeeLaw,
  },
  {
    unit: 'unit-construction',
    way: 'system',
    words: '要求另登一个小程序录入加装电梯意向，每日一报',
    headings: ['楼号', '意向户数'],
    daysAgo: 22,
    article: listOnly,
  },
];
