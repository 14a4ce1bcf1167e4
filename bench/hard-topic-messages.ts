import type { TopicMessage } from '@linli/domain';
import phrases from './hard-matters.json' with { type: 'json' };
import { madeRandom } from './made-random.ts';

/** A made-up message with the matter it is about: one thing at one place, or in the whole city. */
export interface MatterMessage extends TopicMessage {
  matter: string;
}

interface Phrases {
  titles: string[];
  words: string[];
}
interface Place {
  area: string;
  name: string;
  /** Other ways people call it. */
  also: string[];
}

const first = [...'丽伊魅绿金保梅岳长紫东湖盛华恒碧桂湘麓天福枫橘洲尚润和圣兰泰新云景鑫凯雅嘉'];
const second = [...'发景力地科利溪麓丰薇方滨世润大园林语心香泉源江岸庭泽苑峰悦都冠隆锦澜'];
/** Half of the names end like no place. */
const ends = ['小区', '新城', '花园', '家园', '公馆', '苑', '社区', '', '', '', '', '海外滩', '万境', '之星', '一品'];
const phases = ['', '', '', '一期', '二期', '三期', '5栋', '12栋2单元', '东门'];
const small = ['投诉', '反映', '请问', '关于', '举报', '咨询', '求助：', '', '', ''];
const nearby = ['附近', '旁边', '', '', '门口', '周边', '小区', '紧邻'];

/**
 * Messages harder than real ones should be, the same for the same seed: several matters at one estate, one matter at many, matters of the
 * whole city, names that do not end like names, set phrases longer than the matter, the same message twice, five characters and no text,
 * markup and odd characters. What two messages share as `matter` belongs together.
 */
export function hardTopicMessages(count: number, seed: number): MatterMessage[] {
  const { pick, random, area } = madeRandom(seed);
  const among: Record<string, Phrases> = { ...phrases.place };
  const city: Record<string, Phrases> = { ...phrases.city };
  const name = () => `${pick(first)}${pick(second)}${random() < 0.4 ? pick(first) + pick(second) : ''}`;
  const places = Array.from({ length: 320 }, (): Place => {
    const core = name();
    const road = `${pick(first)}${pick(second)}${pick(['路', '大道', '街'])}`;
    return {
      area: area(),
      name: core + pick(ends),
      also: random() < 0.4 ? [`${road}${pick(['', '88号', '与人民路交汇处'])}`] : [],
    };
  });
  const begin = Date.parse('2019-01-01T00:00:00+08:00');
  const messages: MatterMessage[] = [];
  const write = (key: string, own: Phrases, place: Place | null, from: number, weeks: number) => {
    messages.push({
      id: String(200_000 + messages.length),
      ...say({ pick, random }, own, place),
      at: new Date(begin + (from + random() * weeks) * 7 * 86_400_000),
      endorsements: random() < 0.1 ? Math.floor(random() ** 6 * 2000) : Math.floor(random() * 4),
      matter: place ? `${key} @ ${place.area}${place.name}` : key,
    });
  };
  const keys = Object.keys(among);
  // Each of the first places has three matters, each of another size; so has the city.
  for (let i = 0; i < 24; i++)
    for (let n = 0; n < 3; n++) {
      const key = keys[(i * 5 + n * 7) % keys.length] ?? '';
      const size = 3 + Math.floor(random() ** 2 * 36);
      const from = random() * 26;
      for (let k = 0; k < size; k++)
        write(key, among[key] ?? { titles: [], words: [] }, places[i] ?? null, from, 2 + random() * 14);
    }
  for (const [key, own] of Object.entries(city))
    for (let k = 0, size = 6 + Math.floor(random() * 26); k < size; k++) write(key, own, null, random() * 10, 30);
  while (messages.length < count) {
    const key = pick(keys);
    write(key, among[key] ?? { titles: [], words: [] }, places[24 + Math.floor(random() * 296)] ?? null, 0, 50);
  }
  repeatSome(messages, random);
  return shuffled(messages, random);
}

type Chance = Pick<ReturnType<typeof madeRandom>, 'pick' | 'random'>;

function say({ pick, random }: Chance, own: Phrases, place: Place | null): { title: string; text: string } {
  const where = () => {
    if (!place) return random() < 0.5 ? pick(['A市', '西地省', '']) : '';
    const called = random() < 0.15 ? pick([...place.also, place.name]) : place.name;
    return `${random() < 0.6 ? place.area : ''}${called}${pick(phases)}`;
  };
  const named = random();
  const title = `${pick(small)}${named < 0.85 ? where() + (place ? pick(nearby) : '') : ''}${pick(own.titles)}`;
  if (random() < 0.06) return { title, text: pick(['', '如题', '同标题', title]) };
  const said = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i) =>
    i === 0 || random() < 0.55 ? pick(own.words) : pick(phrases.fillers),
  );
  const inText =
    place && (named >= 0.85 || random() < 0.6) ? `我是${where()}的${pick(['业主', '居民', '住户'])}，` : '';
  const body = `${inText}${said.join(pick(['，', '。', '！', '；']))}`;
  const text = `${random() < 0.45 ? pick(phrases.openings) : ''}${body}${random() < 0.45 ? pick(phrases.closings) : ''}`;
  return { title: disguise({ pick, random }, title), text: disguise({ pick, random }, text) };
}

/** What forms and copying leave in texts. */
function disguise({ random }: Chance, text: string): string {
  const chance = random();
  if (chance < 0.08) return `<p>${text.replaceAll('。', '。</p>\n<p>').replaceAll('，', '，&nbsp;')}</p><br/>`;
  if (chance < 0.13) return text.replace(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  if (chance < 0.18) return [...text].map((one, i) => (i % 7 === 3 ? `${one}\u200b` : one)).join('');
  if (chance < 0.25) return `\n\t\t\t\t\u3000\u3000${text.replaceAll('，', ' ，\r\n')}\n\t\t`;
  return text;
}

/** Some people send the same words again, in title or in all. */
function repeatSome(messages: MatterMessage[], random: () => number): void {
  for (let i = 0; i + 1 < messages.length; i++) {
    const [one, next] = [messages[i], messages[i + 1]];
    if (one && next && one.matter === next.matter && random() < 0.06) {
      next.text = one.text;
      if (random() < 0.5) next.title = one.title;
    }
  }
}

function shuffled<T>(list: T[], random: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [kept, other] = [list[i], list[j]];
    if (kept !== undefined && other !== undefined) [list[i], list[j]] = [other, kept];
  }
  return list;
}
