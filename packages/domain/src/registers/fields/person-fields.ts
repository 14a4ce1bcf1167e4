import type { RegisterField } from '../register-field.ts';
import { choices, fieldsOf } from './define.ts';

/** Ground facts of who lives here (GB/T 31000-2015, household and floating population). */
const ground = fieldsOf(
  {
    noun: 'person',
    level: 3,
    basis: 'statutory',
    law: '城市居民委员会组织法、实有人口服务管理',
    owner: 'public-security',
    retention: 'identity',
  },
  {
    idNumber: { kind: 'secret', label: ['证件号码', 'Identity number'] },
    sex: {
      kind: 'code',
      label: ['性别', 'Sex'],
      options: choices({ '1': ['男', 'Male'], '2': ['女', 'Female'], '9': ['未说明', 'Not stated'] }),
    },
    born: { kind: 'date', label: ['出生日期', 'Date of birth'] },
    registered: {
      kind: 'code',
      label: ['户籍情况', 'Household registration'],
      options: choices({
        here: ['户籍在册且居住', 'Registered and living here'],
        absent: ['户在人不在', 'Registered here, living elsewhere'],
        elsewhere: ['人在户不在', 'Living here, registered elsewhere in the city'],
        floating: ['外省市来沪', 'From another province'],
        overseas: ['境外人员', 'From abroad'],
      }),
    },
    registeredAt: { kind: 'text', label: ['户籍地址', 'Registered address'] },
    arrivedOn: { kind: 'date', label: ['来沪日期', 'Arrived in the city'] },
    permitUntil: { kind: 'date', label: ['居住证到期', 'Residence permit until'] },
    nationality: { kind: 'text', label: ['国籍', 'Nationality'] },
  },
);

const contact = fieldsOf(
  {
    noun: 'person',
    level: 3,
    basis: 'consent',
    law: '个人信息保护法第十三条',
    owner: 'committee',
    retention: 'contact',
  },
  {
    phone: { kind: 'secret', label: ['联系电话', 'Telephone'], staleAfterDays: 365 },
    emergencyName: { kind: 'text', label: ['紧急联系人', 'Emergency contact'], staleAfterDays: 365 },
    emergencyPhone: { kind: 'secret', label: ['紧急联系电话', 'Emergency telephone'], staleAfterDays: 365 },
    wantsVolunteer: { kind: 'boolean', label: ['社区志愿者', 'Volunteer'] },
    volunteerHours: { kind: 'number', label: ['志愿服务时长（小时）', 'Volunteer hours'] },
    speciality: { kind: 'text', label: ['可服务的特长', 'Skills offered'] },
    usesSmartphone: { kind: 'boolean', label: ['使用智能手机', 'Uses a smartphone'], staleAfterDays: 365 },
  },
);

/** Where and with whom an older person lives decides who visits: rules.md 2.7. */
const elderly = fieldsOf(
  {
    noun: 'person',
    level: 4,
    basis: 'statutory',
    law: '老年人权益保障法、上海市养老服务条例',
    owner: 'committee',
    retention: 'care',
  },
  {
    livingArrangement: {
      kind: 'code',
      label: ['居住状况', 'Living arrangement'],
      options: choices({
        alone: ['独居', 'Alone'],
        'empty-nest': ['空巢', 'Children elsewhere'],
        'all-elderly': ['纯老家庭', 'All of the home are older'],
        'with-family': ['与家人同住', 'With family'],
        institution: ['入住养老机构', 'In an institution'],
      }),
      staleAfterDays: 180,
    },
    orphanElder: { kind: 'boolean', label: ['孤老', 'Without family to support'], staleAfterDays: 365 },
    abilityLevel: {
      kind: 'code',
      label: ['老年人能力等级', 'Ability of older person (GB/T 42195)'],
      options: choices({
        '0': ['能力完好', 'Intact'],
        '1': ['轻度失能', 'Slight loss'],
        '2': ['中度失能', 'Moderate loss'],
        '3': ['重度失能', 'Severe loss'],
        '4': ['完全失能', 'Complete loss'],
      }),
      staleAfterDays: 365,
    },
    careLevel: {
      kind: 'code',
      label: ['老年照护统一需求评估', 'Unified care assessment'],
      options: choices({
        '0': ['正常', 'None'],
        '1': ['照护一级', 'Level 1'],
        '2': ['照护二级', 'Level 2'],
        '3': ['照护三级', 'Level 3'],
        '4': ['照护四级', 'Level 4'],
        '5': ['照护五级', 'Level 5'],
        '6': ['照护六级', 'Level 6'],
      }),
      staleAfterDays: 730,
    },
    mealService: { kind: 'boolean', label: ['助餐服务', 'Meals service'], staleAfterDays: 180 },
    homeCare: { kind: 'boolean', label: ['居家养老服务', 'Home care'], staleAfterDays: 180 },
    emergencyButton: { kind: 'boolean', label: ['安装紧急呼叫装置', 'Has an emergency button'], staleAfterDays: 365 },
    waterMeterWatch: { kind: 'boolean', label: ['智能水表关怀', 'Water-meter care'], staleAfterDays: 365 },
    pairedHelper: { kind: 'text', label: ['结对关爱人', 'Paired helper'], staleAfterDays: 365 },
    elderAllowance: { kind: 'boolean', label: ['老年综合津贴', 'Older people’s allowance'] },
    homeAdapted: { kind: 'boolean', label: ['居家环境适老化改造', 'Home adapted'] },
  },
);

const assistance = fieldsOf(
  {
    noun: 'person',
    level: 4,
    basis: 'statutory',
    law: '上海市社会救助条例第九至十五条',
    owner: 'civil-affairs',
    retention: 'care',
  },
  {
    allowance: {
      kind: 'code',
      label: ['社会救助类别', 'Social assistance'],
      options: choices({
        minimum: ['最低生活保障', 'Minimum living allowance'],
        'low-income': ['低保边缘', 'Low income'],
        'rigid-spending': ['刚性支出困难', 'Poor through necessary spending'],
        'extremely-poor': ['特困人员', 'Extremely poor'],
        temporary: ['临时救助', 'Temporary relief'],
      }),
      staleAfterDays: 365,
    },
    allowanceSince: { kind: 'date', label: ['救助起始日期', 'Assistance since'] },
    familyPlanning: { kind: 'boolean', label: ['计划生育特殊家庭', 'Bereaved of an only child'] },
    childNeed: {
      kind: 'code',
      label: ['困境儿童类别', 'Child in difficulty'],
      options: choices({
        poverty: ['家庭贫困', 'Poverty of the family'],
        disability: ['自身残疾或患病', 'Own disability'],
        guardianship: ['监护缺失或不当', 'Lack of guardianship'],
        'left-behind': ['留守儿童', 'Left behind'],
        unsupported: ['事实无人抚养', 'In fact without support'],
      }),
      staleAfterDays: 180,
    },
  },
);

const others = [
  ...fieldsOf(
    {
      noun: 'person',
      level: 4,
      basis: 'statutory',
      law: '残疾人保障法',
      owner: 'disabled-federation',
      retention: 'care',
    },
    {
      disability: {
        kind: 'code',
        label: ['残疾类别', 'Kind of disability'],
        options: choices({
          '1': ['视力', 'Sight'],
          '2': ['听力', 'Hearing'],
          '3': ['言语', 'Speech'],
          '4': ['肢体', 'Limbs'],
          '5': ['智力', 'Intellect'],
          '6': ['精神', 'Mental'],
          '7': ['多重', 'Multiple'],
        }),
      },
      disabilityGrade: {
        kind: 'code',
        label: ['残疾等级', 'Grade of disability'],
        options: choices({
          '1': ['一级', 'First'],
          '2': ['二级', 'Second'],
          '3': ['三级', 'Third'],
          '4': ['四级', 'Fourth'],
        }),
      },
      disabilityCertificate: { kind: 'secret', label: ['残疾人证号', 'Disability certificate'] },
      assistiveDevice: { kind: 'text', label: ['辅助器具', 'Assistive device'], staleAfterDays: 730 },
    },
  ),
  ...fieldsOf(
    { noun: 'person', level: 3, basis: 'statutory', law: '退役军人保障法', owner: 'veterans', retention: 'care' },
    {
      veteran: { kind: 'boolean', label: ['退役军人', 'Veteran'] },
      entitledGroup: { kind: 'text', label: ['优抚对象类别', 'Entitled group'] },
    },
  ),
  ...fieldsOf(
    { noun: 'person', level: 3, basis: 'statutory', law: '就业促进法', owner: 'human-resources', retention: 'living' },
    {
      jobSeeking: { kind: 'boolean', label: ['登记失业', 'Registered unemployed'], staleAfterDays: 180 },
      trainingWanted: { kind: 'text', label: ['培训意愿', 'Training wanted'], staleAfterDays: 180 },
    },
  ),
  ...fieldsOf(
    { noun: 'person', level: 3, basis: 'consent', law: '在职党员到社区报到', owner: 'party', retention: 'living' },
    {
      partyService: { kind: 'boolean', label: ['党员社区报到', 'Party member serving here'] },
      partyServiceHours: { kind: 'number', label: ['报到服务时长（小时）', 'Hours of that service'] },
    },
  ),
];

export const personFields: readonly RegisterField[] = [...ground, ...contact, ...elderly, ...assistance, ...others];
