import type { Random } from '../street/random.ts';
import { say } from './fill-numbers.ts';
import { getTextKind } from './kinds.ts';
import type { TextKind } from './text-kind.ts';

/** Where the case is, in words. */
export interface TextPlace {
  /** Residential or business area as people say it: 梅园一村. */
  areaName: string;
  /** Door: 崂山路571弄12号. */
  address: string;
  road: string;
}
export interface CaseText {
  title: string;
  description: string;
}
export type Voice = 'resident' | 'worker';

const nowTimes = [
  '今天早上',
  '今天中午',
  '刚才',
  '昨晚<7-9>点多',
  '昨天下午',
  '前天夜里',
  '今天上午<8-11>点左右',
  '这两天',
  '下班回来时',
  '早上出门时',
  '昨天傍晚',
  '周末两天',
  '送孩子上学时',
  '刚下过雨',
  '今早<6-7>点半',
  '上周三晚上',
  '上周五晚上',
  '从前天起',
  '买菜回来',
  '雨停以后',
];
const habitTimes = [
  '最近一个多星期',
  '每天傍晚<5-6>点以后',
  '差不多每个周末',
  '这个月来',
  '夜里<10-11>点过后',
  '天天早高峰',
  '从上个月开始',
  '连着<3-9>天',
  '一到节假日',
  '近来',
  '已经有<2-6>个星期了',
  '隔三差五',
  '晚饭前后',
  '每逢下雨天',
  '半个月里至少<3-6>回',
  '自从开春',
  '工作日中午',
];
const workerTimes = [
  '上午巡查',
  '早班巡查',
  '下午走访',
  '傍晚巡查',
  '夜间巡查',
  '例行走访',
  '第二轮巡查',
  '节前检查',
  '雨后检查',
  '居民带看',
  '步巡',
  '骑行巡查',
  '联合检查',
  '晨间巡查',
];
const residentOpenings = [
  '',
  '',
  '',
  '你好，',
  '师傅好，',
  '您好，',
  '麻烦看一下，',
  '反映个情况：',
  '我是这里的住户，',
  '帮邻居反映一下，',
  '替家里老人说一声，',
];
const voiceOpenings = ['', '', '', '你好，', '您好，', '师傅好，', '替家里老人说一声，', '居委会的同志好，'];
const workerFindings = ['发现', '见到', '看到', '记录到', '查见'];
const workerEndings = [
  '已拍照',
  '已当场提醒',
  '已做简单围挡',
  '现场无法自行解决',
  '已联系责任方',
  '附近居民也反映过',
  '属第<2-4>次发现',
  '拟派单处理',
  '照片附后',
  '已告知楼组长',
];
const closings = ['', '', '', '谢谢', '辛苦了', '拜托', '谢谢你们', '等回复', '麻烦了', '多谢'];
const voiceClosings = ['', '', '谢谢', '谢谢你们'];
/** People type fast on a phone; rarely. */
const slips: readonly (readonly [string, string])[] = [
  ['已经', '己经'],
  ['希望', '希忘'],
  ['的地方', '得地方'],
  ['垃圾', '拉圾'],
  ['电瓶车', '电平车'],
  ['好像', '好象'],
];
const slipChance = 0.012;

function placeWords(random: Random, kind: TextKind, place: TextPlace): string {
  const spot = say(random, kind.spots);
  if (kind.scope === 'door')
    return `${random.chance(0.7) ? place.address : `${place.areaName}${place.address.replace(/^.*弄/, '')}`}${spot}`;
  if (kind.scope === 'compound')
    return `${random.chance(0.7) ? place.areaName : `${place.areaName}（${place.road}）`}${spot}`;
  return random.chance(0.6) ? `${place.road}${spot}` : `${place.road}靠近${place.areaName}的${spot}`;
}

function timeWords(random: Random, kind: TextKind): string {
  if (kind.tense === 'none') return '';
  return say(random, kind.tense === 'habit' && random.chance(0.75) ? habitTimes : nowTimes);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('，');
}

function residentWords(random: Random, kind: TextKind, where: string): string {
  const time = timeWords(random, kind);
  const what = say(random, kind.whats);
  const effect = say(random, kind.effects);
  const wish = say(random, kind.wishes);
  const opening = random.pick(kind.tense === 'none' ? voiceOpenings : residentOpenings);
  const closing = random.pick(kind.tense === 'none' ? voiceClosings : closings);
  const start = random.pick(
    [`${time}${where}${what}`, `${where}，${time}${what}`, `${time}${where}，${what}`].map((s) =>
      s.replace('，，', '，'),
    ),
  );
  const bodies = [
    `${start}，${effect}。${joined([wish, closing])}。`,
    `${start}。${effect}，${joined([wish, closing])}。`,
    `${start}，${joined([wish, closing])}。`,
    `${start}。${effect}。`,
    `${start}，${effect}，${effectAgain(random, kind, effect)}。${wish}${/^(请|希望|盼)/.test(wish) ? '！' : '。'}`,
  ];
  return `${opening}${random.pick(bodies)}`;
}

function effectAgain(random: Random, kind: TextKind, said: string): string {
  const others = kind.effects.filter((effect) => effect !== said && !effect.includes('<'));
  return `而且${random.pick(others)}`;
}

function workerWords(random: Random, kind: TextKind, where: string): string {
  const parts = [say(random, kind.effects), say(random, workerEndings)];
  return `${random.pick(workerTimes)}${random.pick(workerFindings)}${where}${say(random, kind.whats)}，${random.pick([parts, parts.slice(1)]).join('，')}。`;
}

function slip(random: Random, words: string): string {
  if (!random.chance(slipChance)) return words;
  const fitting = slips.filter(([right]) => words.includes(right));
  if (fitting.length === 0) return words;
  const [right, wrong] = random.pick(fitting);
  return words.replace(right, wrong);
}

/** Title and description of a case, made of independent slots so that they hardly repeat. Voices of residents are never a worker's. */
export function caseText(random: Random, typeCode: string, place: TextPlace, voice: Voice = 'resident'): CaseText {
  const kind = getTextKind(typeCode);
  const where = placeWords(random, kind, place);
  const short = kind.scope === 'road' ? place.road : place.areaName;
  const title = `${kind.tense === 'none' || random.chance(0.75) ? short : where}${random.chance(0.25) ? '：' : ''}${say(random, kind.titles)}`;
  const words =
    voice === 'worker' && kind.tense !== 'none' ? workerWords(random, kind, where) : residentWords(random, kind, where);
  return { title, description: slip(random, words) };
}
