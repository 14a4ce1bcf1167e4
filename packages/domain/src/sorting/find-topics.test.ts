import { describe, expect, it } from 'vitest';
import { findTopics } from './find-topics.ts';
import { groupByMean } from './group-by-mean.ts';
import type { TopicMessage } from './message-terms.ts';
import { topicHeat } from './topic-heat.ts';

const day = (n: number) => new Date(Date.UTC(2019, 6, 1 + n));
let next = 0;
function message(title: string, text: string, at = day(next), endorsements = 0): TopicMessage {
  next++;
  return { id: `${title}#${next}`, title, text, at, endorsements };
}

const plant = [
  message('投诉A2区丽发新城附近建搅拌站噪音扰民', '我是丽发新城的业主，晚上机器轰鸣，灰尘很大', day(0)),
  message('丽发新城小区旁的搅拌站严重影响生活', '水泥罐车来来往往，窗户不敢开', day(12)),
  message('A市暮云街道丽发新城违规建搅拌厂', '粉尘污染，孩子咳嗽，搅拌机一直响', day(30)),
  message('混凝土搅拌站何时搬走', '就在丽发新城后面，噪音和粉尘让人受不了', day(41), 12),
];
const otherPlant = [
  message('A7县月湖公馆旁边搅拌站扰民', '水泥罐车来来往往，灰尘很大，晚上机器轰鸣', day(5)),
  message('投诉月湖公馆附近的搅拌站', '噪音和粉尘让人受不了', day(20)),
];
const fees = [
  message('丽发新城停车收费太高', '物业把停车费从一百涨到三百，没有公示', day(3)),
  message('丽发新城物业乱收停车费', '临时停车收费没有公示，地库只卖不租', day(9)),
];
const noise = [
  '公交车不按时',
  '自来水发黄',
  '学校补课收费',
  '医院挂号难',
  '工资拖欠',
  '路灯不亮',
  '树枝挡窗',
  '电梯困人',
].map((words) => message(words, `${words}，希望领导重视`));
const found = findTopics([...plant, ...noise, ...otherPlant, ...fees]);
const groupOf = (id: string | undefined) => found.find((topic) => topic.ids.includes(id ?? ''));

describe('topics', () => {
  it('holds together what is said in other words over weeks, hottest first', () => {
    expect([...(found[0]?.ids ?? [])].sort()).toEqual(plant.map((one) => one.id).sort());
    expect(found[0]).toMatchObject({ from: day(0), to: day(41) });
    expect(found[0]?.placeWords).toContain('丽发新城');
    expect(plant.map((one) => one.title)).toContain(found[0]?.title);
  });

  it('keeps the same matter elsewhere apart, and another matter at the same place', () => {
    expect([...(groupOf(otherPlant[0]?.id)?.ids ?? [])].sort()).toEqual(otherPlant.map((one) => one.id).sort());
    expect([...(groupOf(fees[0]?.id)?.ids ?? [])].sort()).toEqual(fees.map((one) => one.id).sort());
  });

  it('leaves single messages alone', () => {
    for (const one of noise) expect(groupOf(one.id)).toBeUndefined();
    expect(findTopics([])).toEqual([]);
    expect(findTopics([message('', '')])).toEqual([]);
    expect(findTopics(plant, 5)).toEqual([]);
  });

  it('gives each message to one topic, whatever the order', () => {
    const ids = found.flatMap((topic) => topic.ids);
    expect(new Set(ids).size).toBe(ids.length);
    const turned = findTopics([...fees, ...otherPlant, ...noise, ...plant].reverse());
    expect(turned.map((topic) => [...topic.ids].sort())).toEqual(found.map((topic) => [...topic.ids].sort()));
  });

  it('holds messages that name no place together by their words', () => {
    const loans = ['58车贷案件进展如何', '请公布58车贷案的进展', '58车贷立案一年没有进展'].map((title) =>
      message(title, `${title}，投资人等消息`),
    );
    expect(findTopics([...loans, ...noise])[0]?.ids).toHaveLength(3);
  });
});

describe('heat', () => {
  const said = (n: number, endorsements = 0, gap = 0) =>
    Array.from({ length: n }, (_, i) => ({ at: day(i * gap), endorsements: i === 0 ? endorsements : 0 }));
  it('grows with number, endorsements and weeks; one loud message is no crowd', () => {
    expect(topicHeat(said(5))).toBeGreaterThan(topicHeat(said(4)));
    expect(topicHeat(said(5, 20))).toBeGreaterThan(topicHeat(said(5)));
    expect(topicHeat(said(5, 0, 7))).toBeGreaterThan(topicHeat(said(5)));
    expect(topicHeat(said(50))).toBeGreaterThan(topicHeat(said(1, 3000)));
    expect(topicHeat(said(5, -9))).toBe(topicHeat(said(5)));
  });
});

describe('groups by mean', () => {
  it('does not let a chain become one group', () => {
    const chain = groupByMean(20, (a, b) => (Math.abs(a - b) === 1 ? 0.9 : 0), 0.4);
    expect(Math.max(...chain.map((group) => group.length))).toBeLessThan(4);
    expect(groupByMean(4, () => 1, 0.5)).toEqual([expect.arrayContaining([0, 1, 2, 3])]);
    expect(groupByMean(0, () => 1, 0.5)).toEqual([]);
  });
});
