import { seededRandom } from './seeded-random.ts';

const classes = {
  rubbish: ['垃圾堆成山', '垃圾桶满了', '没人清运垃圾', '厨余垃圾发臭', '建筑垃圾乱倒'],
  noise: ['半夜施工太吵', '广场舞音响扰民', '打桩声睡不着', '装修敲墙', '喇叭叫卖声'],
  lift: ['电梯困人', '电梯又坏了', '电梯门关不上', '轿厢抖动', '维保没来'],
} as const;
const common = ['请尽快处理', '反映很多次了', '居民意见很大', '希望领导重视', '已经半个月了'];

/** Messages of three kinds with words in common; every `wrongOf`-th label is another one. */
export function someTexts(count: number, wrongOf = 0): { texts: string[]; labels: string[] } {
  const random = seededRandom(3);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const names = Object.keys(classes) as (keyof typeof classes)[]; // the keys of the table
  const texts: string[] = [];
  const labels: string[] = [];
  for (let i = 0; i < count; i++) {
    const label = names[i % names.length] ?? 'lift';
    texts.push(`${pick(common)}，${pick(classes[label])}，${pick(classes[label])}。${pick(common)}`);
    labels.push(wrongOf > 0 && i % wrongOf === 0 ? (names[(i + 1) % names.length] ?? 'lift') : label);
  }
  return { texts, labels };
}
