import type { Random } from '../street/random.ts';
import { say } from './fill-numbers.ts';
import { getTextKind } from './kinds.ts';

const resultTimes = [
  '接单后',
  '当天下午',
  '次日上午',
  '约定时间',
  '会同居委会',
  '现场查看后',
  '与物业一起',
  '联系反映人后',
  '当晚',
  '一早',
];
const resultEndings = [
  '，已电话告知反映人。',
  '，反映人表示满意。',
  '，后续列入巡查重点。',
  '。',
  '，照片已上传。',
  '，一周内回头看。',
  '，居民在场确认。',
];
const answerTimes = ['接单后', '当天下午', '次日上午', '会同居委会', '两天内'];
const answerEndings = ['。', '，反映人表示理解。', '，已回电致谢。', '，答复已归档。', '，下月再听一次意见。'];
/** What was done, told by the handler. */
export function handlingResult(random: Random, typeCode: string): string {
  const kind = getTextKind(typeCode);
  const isVoice = kind.tense === 'none';
  const times = isVoice ? answerTimes : resultTimes;
  const endings = isVoice ? answerEndings : resultEndings;
  return `${random.pick(times)}${say(random, kind.results)}${random.pick(endings)}`;
}

const unsolved = {
  explained: [
    '现场看过，符合规定，已把依据当面说给反映人。',
    '不属于违规，已把标准发给反映人，留了联系方式。',
    '责任在产权单位，已说明该找谁、怎么找，并转告对方。',
  ],
  partly: [
    '能办的一半当场办了，另一半要等配件，已约下周再来。',
    '先做了应急处理，彻底解决已列入下月计划。',
    '今天解决了主要的，剩下的要和相邻单位一起办。',
  ],
  'not-possible': [
    '现场看过，产权不在我们这里，已书面转告产权单位，暂时办不了。',
    '要先立项，今年没有这笔经费，已报明年计划。',
    '几户意见不一致，暂时动不了，居委会继续协调。',
  ],
} as const;
/** What the handler says where it was not simply solved. */
export function unsolvedResult(random: Random, result: keyof typeof unsolved): string {
  return random.pick(unsolved[result]);
}

const checkPlaces = ['现场复看', '电话回访', '夜间复看', '与反映人一起查看', '对照前后照片', '抽查', '上门回访'];
const passes = ['问题已解决', '与处置结果一致', '整改到位', '居民认可', '未见反复', '恢复原状'];
const failures = [
  '仍有残留，请再清一次',
  '只做了一半',
  '照片与现场不符',
  '第二天又出现',
  '反映人说没人联系过',
  '围挡未撤',
  '旁边一处漏了',
];
/** The checker's remark; `passed` says which way. */
export function checkRemark(random: Random, outcome: 'passed' | 'failed'): string {
  return `${random.pick(checkPlaces)}，${random.pick(outcome === 'passed' ? passes : failures)}。`;
}

const pleased = [
  '处理很快',
  '师傅态度好',
  '比想的快',
  '当天就弄好了',
  '有回音，安心',
  '弄得干净',
  '还特地打电话来讲',
  '蛮好',
];
const soSo = ['弄是弄好了，慢了点', '希望能管长久', '一般般', '等了好几天', '解决了一半吧', '电话打了两次才有人来'];
const unhappy = ['还是老样子', '没有真正解决', '拍张照就走了', '过两天又这样', '没人跟我联系', '答复看不懂'];
const additions = ['', '', '，谢谢', '，希望保持', '，点个赞', '，再看看', '。', '！'];
/** The resident's words with a rating from 1 to 5. */
export function ratingWords(random: Random, stars: number): string {
  if (stars >= 4) return `${random.pick(pleased)}${random.pick(additions)}`;
  return stars === 3
    ? random.pick(soSo)
    : `${random.pick(unhappy)}${random.pick(['', '，请再来看看', '，失望', '。'])}`;
}

const wrongFor = [
  '不在本单位管养范围',
  '权属属于别的单位',
  '地点不在我们的片区',
  '需要先有执法认定',
  '属于住户专有部分',
  '经核实是临近小区的事',
];
const rightHints: readonly ((unit: string) => string)[] = [
  (unit) => `建议转${unit}`,
  (unit) => `请转${unit}`,
  (unit) => `建议派给${unit}`,
  (unit) => `应由${unit}处理`,
  (unit) => `请改派${unit}`,
  (unit) => `建议由${unit}牵头`,
  (unit) => `请派给${unit}`,
];
/** Why a unit gives a case back, naming whose it is. */
export function returnReason(random: Random, unit: string): string {
  return `${random.pick(['现场看过，', '经核对图纸，', '与居委会核实，', ''])}${random.pick(wrongFor)}，${random.pick(rightHints)(unit)}。`;
}

const waitsFor = [
  '配件要从厂里调',
  '连续下雨无法施工',
  '需要约上楼住户一起开门',
  '要等停水通知发出',
  '等第三方检测报告',
  '当事人外出，<2-5>天后回来',
  '施工要避开中考',
  '要走维修资金征询',
];
/** Why more time is needed, and how much. */
export function extensionReason(random: Random): string {
  return `${say(random, waitsFor)}，申请延期<D>。`.replace('<D>', `${random.int(2, 7)}个工作日`);
}

const standsStill = [
  '涉及法院诉讼，待判决',
  '已列入明年修缮计划',
  '等待规划部门批复',
  '业主大会表决期间',
  '产权单位正在变更',
  '等汛期结束再开挖',
];
/** Why the clock should stand still. */
export function suspensionReason(random: Random): string {
  return `${random.pick(standsStill)}，${random.pick(['申请挂账', '建议挂账并每月回看', '期间每周告知反映人'])}。`;
}

const nudges = ['怎么还没有人来', '请再催一催', '今天又严重了', '已经等了<2-6>天', '能给个时间吗', '老人等得着急'];
/** A resident urges. */
export function urgeWords(random: Random): string {
  return `${say(random, nudges)}${random.pick(['', '，谢谢', '？', '。'])}`;
}
