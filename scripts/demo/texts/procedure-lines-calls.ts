import type { ProcedureLine } from './procedure-line.ts';

/** What came of the themed calls: the one that is over was answered, the open one is being read. */
export const callLines: readonly ProcedureLine[] = [
  {
    code: 'suggestion',
    hoursAgo: 1250,
    title: '社区食堂晚上多留一小时',
    words: '下班回来食堂已经关了，建议晚饭留到七点半。',
    where: 'homes',
    form: () => ({
      theme: '社区食堂营业时间',
      reasons: '上班的人六点半以后才到家',
      proposal: '晚饭供应到七点半，菜可以少几样',
      name: '小沈',
    }),
    steps: [
      { at: 6, take: true },
      { at: 30, stage: 'screen', outcome: 'suggestion' },
      {
        at: 120,
        stage: 'weigh',
        outcome: 'weighed',
        form: () => ({ findings: '问卷里四成人要求延长，食堂愿意试一个月。' }),
      },
      {
        at: 200,
        stage: 'decide',
        outcome: 'adopted',
        words: '采纳。晚饭供应延长到19:30，先试一个月，六点半以后保留四个热菜。',
        form: () => ({ publicTopic: '社区食堂晚饭延长到七点半', conversion: 'improve' }),
      },
      {
        at: 900,
        stage: 'effect',
        outcome: 'in-effect',
        words: '试行一个月，六点半以后每天约60人就餐，已固定下来。',
        form: () => ({ publicTopic: '社区食堂晚饭延长到七点半' }),
      },
      { at: 930, rate: 5 },
    ],
  },
  {
    code: 'suggestion',
    hoursAgo: 1180,
    title: '社区食堂给高龄老人打折',
    words: '八十岁以上老人收入不高，建议食堂打五折。',
    where: 'homes',
    form: () => ({
      theme: '社区食堂价格',
      reasons: '高龄老人每天两顿负担重',
      proposal: '八十岁以上五折',
      name: '老孙',
    }),
    steps: [
      { at: 5, take: true },
      { at: 26, stage: 'screen', outcome: 'suggestion' },
      {
        at: 100,
        stage: 'weigh',
        outcome: 'weighed',
        form: () => ({ findings: '市里助餐补贴按年龄分档，五折超出补贴。' }),
      },
      {
        at: 190,
        stage: 'decide',
        outcome: 'partly',
        words: '部分采纳。80岁以上按助餐政策享七五折；五折要由街道另外出钱，今年没有这笔预算。',
        form: () => ({ publicTopic: '社区食堂对高龄老人打折', conversion: 'improve' }),
      },
    ],
  },
  {
    code: 'suggestion',
    hoursAgo: 1000,
    title: '社区食堂开到送餐上门',
    words: '建议食堂免费给所有人送餐上门。',
    where: 'homes',
    form: () => ({
      theme: '社区食堂送餐',
      reasons: '有人不方便下楼',
      proposal: '所有人免费送餐',
      name: '小顾',
    }),
    steps: [
      { at: 8, take: true },
      { at: 40, stage: 'screen', outcome: 'suggestion' },
      { at: 110, stage: 'weigh', outcome: 'weighed', form: () => ({ findings: '全员免费送餐一年约需120万元。' }) },
      {
        at: 210,
        stage: 'decide',
        outcome: 'not-adopted',
        words: '不采纳。所有人免费送餐一年约需120万元，街道负担不起；失能和独居老人的送餐照旧，由居委会登记。',
        form: () => ({ publicTopic: '社区食堂为所有人免费送餐' }),
      },
    ],
  },
  {
    code: 'suggestion',
    hoursAgo: 130,
    title: '口袋公园多放几把有靠背的椅子',
    words: '口袋公园只有石凳，老人坐不久，建议换成带靠背的木椅。',
    where: 'homes',
    form: () => ({
      theme: '口袋公园座椅',
      reasons: '石凳凉，没有靠背',
      proposal: '换六把带靠背和扶手的木椅',
      name: '吴阿姨',
    }),
    steps: [
      { at: 5, take: true },
      { at: 50, stage: 'screen', outcome: 'suggestion' },
    ],
  },
  {
    code: 'suggestion',
    hoursAgo: 70,
    title: '口袋公园晚上的灯太暗',
    words: '晚上带孩子去口袋公园看不清路，建议加几盏矮灯。',
    where: 'homes',
    form: () => ({
      theme: '口袋公园照明',
      reasons: '八点以后看不清台阶',
      proposal: '沿步道加矮灯，十点关',
      name: '小林',
    }),
    steps: [{ at: 4, take: true }],
  },
];
