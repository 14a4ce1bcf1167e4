import type { TopicMessage } from '@linli/domain';
import { madeRandom } from './made-random.ts';
import { matters } from './topic-matters.ts';

/** A made-up message with the topic it is about; null = it stands alone. */
export interface MadeMessage extends TopicMessage {
  topic: string | null;
}

const syllables =
  '丽发金桥文景盛世龙泉梅溪长丰紫薇东湖月亮阳光星沙万境水岸华盛恒大碧桂湘江岳麓天心雨花开福望城橘洲枫林桃花湖滨尚品润和圣爵兰亭泰时新天润福云顶';
const kinds = ['小区', '小区', '新城', '花园', '家园', '公馆', '苑', '广场', '路', '镇', '村', '社区'];
/** As hot as this, over so many weeks. Two mixing plants at different estates, and another matter at the first estate. */
const hot = [
  { matter: 'mixing-plant', count: 52, weeks: 9 },
  { matter: 'mixing-plant', count: 14, weeks: 5 },
  { matter: 'parking-bundle', count: 45, weeks: 7 },
  { matter: 'car-loan', count: 22, weeks: 12 },
  { matter: 'school', count: 18, weeks: 4 },
  { matter: 'night-works', count: 25, weeks: 6 },
  { matter: 'deeds', count: 16, weeks: 15 },
  { matter: 'bus', count: 9, weeks: 8 },
  { matter: 'water', count: 12, weeks: 2 },
  { matter: 'parking-fee', count: 15, weeks: 6, at: 0 },
] as const;

/** About `count` messages, the same for the same seed. */
export function madeTopicMessages(count: number, seed: number): MadeMessage[] {
  const { pick, random, area } = madeRandom(seed);
  const name = () => Array.from({ length: 2 }, () => pick([...syllables])).join('') + pick(kinds);
  const estates = Array.from({ length: 700 }, () => ({ area: area(), name: name() }));
  const begin = Date.parse('2019-07-01T00:00:00+08:00');
  const messages: MadeMessage[] = [];
  const add = (
    topic: string | null,
    key: keyof typeof matters,
    estate: { area: string; name: string },
    from: number,
    weeks: number,
  ) => {
    const matter = matters[key];
    const nearby = () => pick(['附近', '旁边', '', '小区旁', '门口', '周边', '侧面', '紧邻']);
    const where = random() < 0.85 ? `${random() < 0.7 ? estate.area : ''}${estate.name}${nearby()}` : '';
    const title = `${pick(['', '', '投诉', '请问', '关于', '举报', '反映'])}${where}${pick(matter.titles)}`;
    const said = Array.from({ length: 2 + Math.floor(random() * 5) }, (_, i) =>
      i === 0 || random() < 0.62 ? pick(matter.words) : pick(matters.common.words),
    );
    const inText =
      where === '' || random() < 0.8 ? `我是${estate.area}${estate.name}的${pick(['业主', '居民', '住户'])}，` : '';
    messages.push({
      id: String(messages.length + 188_000),
      title,
      text: `\n\t\t\t\t${pick(['', '尊敬的领导：', '您好！'])}${inText}${said.join(pick(['，', '。', '！']))}\n\t\t`,
      at: new Date(begin + (from + random() * weeks) * 7 * 86_400_000),
      endorsements: random() < 0.15 ? Math.floor(random() * 30) - 2 : 0,
      topic,
    });
  };
  hot.forEach((one, i) => {
    const estate = estates['at' in one ? one.at : i] ?? { area: '', name: '' };
    for (let n = 0; n < one.count; n++) add(`${i}-${one.matter}`, one.matter, estate, 2 + random(), one.weeks);
  });
  const keys = Object.keys(matters).filter((key) => key !== 'common') as (keyof typeof matters)[]; // the keys of the table
  while (messages.length < count) add(null, pick(keys), pick(estates), 0, 26);
  for (let i = messages.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = messages[i];
    const other = messages[j];
    if (kept && other) [messages[i], messages[j]] = [other, kept];
  }
  return messages;
}
