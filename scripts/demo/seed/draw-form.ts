import { askedFields, type CaseTypeDefinition, type FormField } from '@linli/domain';
import type { Random } from '../street/random.ts';
import type { TextPlace } from '../texts/case-text.ts';
import type { TextScope } from '../texts/text-kind.ts';

type Value = string | number | boolean | string[];
const optionalChance = 0.62;

/** Values for a type's form as people fill it in: what is required always, the rest often. They decide where the case goes. */
export function drawForm(
  random: Random,
  type: Pick<CaseTypeDefinition, 'form' | 'code'>,
  about: { place: TextPlace; scope: TextScope; description: string },
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const { key } of type.form) {
    const field = askedFields(type.form, values).find((asked) => asked.key === key);
    if (!field) continue;
    if (!field.required && !random.chance(optionalChance)) continue;
    const value = drawValue(random, field, about);
    if (value !== null) values[field.key] = value;
  }
  return values;
}

function drawValue(random: Random, field: FormField, about: Parameters<typeof drawForm>[2]): Value | null {
  const options = field.options?.map((option) => option.value) ?? [];
  switch (field.kind) {
    case 'select':
      return field.key === 'site' ? siteOf(options, about.scope) : random.pick(options);
    case 'multi-select':
      return random.shuffle(options).slice(0, random.int(1, Math.min(2, options.length)));
    case 'number':
      return random.int(Math.max(1, Math.ceil(field.min ?? 1)), Math.min(field.max ?? 12, 12));
    case 'boolean':
      return random.chance(0.15);
    case 'text':
    case 'textarea':
      return drawText(random, field, about);
    // What only a story can know: days, instants, units, sums and names of registers.
    case 'date':
    case 'time':
    case 'unit':
    case 'units':
    case 'money':
    case 'mediator':
    case 'room':
      return null;
  }
}

function siteOf(options: readonly string[], scope: TextScope): string | null {
  const wanted = { door: 'building', compound: 'compound', road: 'road' }[scope];
  return options.includes(wanted) ? wanted : (options[0] ?? null);
}

const shops = [
  '阿婆面馆',
  '鑫鑫水果',
  '老街坊熟食',
  '浦岸咖啡',
  '小满生煎',
  '诚信五金',
  '乐购便利',
  '川味小馆',
  '一品烧烤',
  '晨光早点',
];

function drawText(random: Random, field: FormField, about: Parameters<typeof drawForm>[2]): string | null {
  const room = `${about.place.address.replace(/^.*弄/, '')}${random.int(1, 18)}0${random.int(1, 6)}室`;
  const words: Readonly<Record<string, () => string>> = {
    shop: () => random.pick(shops),
    floor: () => `${random.int(2, 18)}楼`,
    room: () => room,
    building: () => about.place.address,
    marking: () => random.pick(['污', '雨', '电信', '上水']),
    lampNumber: () => `${about.place.road.slice(0, 2)}${random.int(10, 99)}`,
    seenAt: () => random.pick(['昨晚九点多', '今天一早', '下午三点左右', '半夜']),
    where: () => random.pick(['电梯厅', '楼梯转角', '地库进口', '门厅']),
    whom: () => random.pick(['网格员小组', '物业维修师傅', '居委会', '楼组长']),
    about: () => random.pick(['物业服务处', '门岗', '停车管理']),
    item: () => `第${random.int(3, 46)}条`,
    why: () => about.description.slice(0, 200),
    tried: () => random.pick(['上门劝导两次，当事人不配合', '约过物业，没有处置资质', '居民议事会议过一次，没有结果']),
    goal: () => random.pick(['样板楼道无堆物，居民认可', '连续两周无反复', '更换完成并由居民代表验收']),
  };
  const make = words[field.key];
  if (make) return make();
  return field.required ? random.pick(['详见描述', '见照片']) : null;
}
