import { addDays, type Day } from '@linli/domain';
import { composeName, pickSurname } from '../../street/person-names.ts';
import type { Random } from '../../street/random.ts';
import type { Numbers } from './draw-person.ts';
import type { Drawn } from './draw-places.ts';
import { createKnown, weighted } from './values.ts';

const trades: readonly (readonly [string, readonly string[], number])[] = [
  ['餐饮', ['小吃店', '面馆', '本帮菜馆', '饭店', '快餐店', '火锅店', '早餐铺'], 26],
  ['便利店', ['便利店', '烟酒店', '食品店'], 15],
  ['超市生鲜', ['生鲜超市', '水果店', '粮油店'], 11],
  ['理发美容', ['理发店', '美发沙龙', '美容院'], 9],
  ['药店', ['大药房', '药店'], 4],
  ['服装鞋帽', ['服饰店', '裁缝铺', '鞋店'], 8],
  ['房产中介', ['房产中介', '置业顾问'], 6],
  ['教育培训', ['托育园', '书画工作室', '少儿舞蹈'], 4],
  ['五金维修', ['五金店', '家电维修', '开锁配钥匙', '修车铺'], 7],
  ['咖啡茶饮', ['咖啡馆', '茶饮店'], 8],
  ['洗衣', ['洗衣店'], 3],
];
const firmStems = [
  '浦衡',
  '汇澜',
  '恒岳',
  '申澄',
  '明越',
  '启岸',
  '华旭',
  '润江',
  '鼎岚',
  '宏域',
  '远洲',
  '云浦',
  '嘉航',
  '景澜',
  '锦渡',
  '德汇',
  '东瀚',
  '信辰',
  '卓岳',
  '金汀',
  '铭川',
  '朗浦',
];
const stems = [
  '阿婆',
  '老弄堂',
  '浦江',
  '东昌',
  '滨江',
  '小陆家',
  '吉祥',
  '福临',
  '和顺',
  '鼎香',
  '申味',
  '海上',
  '秋月',
  '春来',
  '悦邻',
  '百家',
  '新禾',
  '嘉味',
  '茗香',
  '禾木',
];

/** A shop on the street or a firm in an office. */
export function drawEntity(
  random: Random,
  call: { address: string; office: boolean; today: Day; numbers: Numbers; creditCode: string },
): Drawn {
  const { today, numbers, office } = call;
  const known = createKnown(random);
  const [trade, words] = office
    ? (['商务服务', ['贸易有限公司', '信息科技有限公司', '咨询有限公司', '文化传播有限公司']] as const)
    : pickTrade(random);
  const name = `${random.pick(office ? firmStems : stems)}${random.pick(office ? firmStems : stems).slice(0, 1)}${random.pick(words)}`;
  const market = { source: 'department:market-regulation', back: [20, 1200] } as const;
  const city = { source: 'department:city-management', back: [10, 320] } as const;
  const fire = { source: 'department:fire', back: [5, 220] } as const;
  known.put('creditCode', call.creditCode, market);
  known.put('trade', trade, market);
  known.put('openedOn', addDays(today, -random.int(60, 4500)), { ...market, missing: 0.05 });
  known.put('staff', office ? random.int(3, 120) : random.int(1, 14), { ...market, missing: 0.07 });
  if (trade === '餐饮' || trade === '咖啡茶饮' || trade === '超市生鲜')
    known.put('foodLicenceUntil', addDays(today, random.int(-20, 1500)), { ...market, missing: 0.04 });
  if (!office) {
    known.put(
      'grade',
      weighted(random, [
        ['A', 52],
        ['B', 36],
        ['C', 12],
      ]),
      { ...city, missing: 0.04 },
    );
    known.put('frontageDuty', random.chance(0.9), { ...city, missing: 0.04 });
    known.put('wasteContract', random.chance(0.86), { ...city, missing: 0.06 });
    if (trade === '餐饮') known.put('fumeCleaner', random.chance(0.9), { ...city, missing: 0.05 });
  }
  known.put('shopFireCheckedOn', addDays(today, -random.int(4, 260)), { ...fire, missing: 0.06 });
  known.put(
    'shopFireCheck',
    weighted(random, [
      ['passed', 86],
      ['mending', 11],
      ['failed', 3],
    ]),
    { ...fire, missing: 0.06 },
  );
  known.put('bottledGas', trade === '餐饮' && random.chance(0.2), { ...fire, missing: 0.06 });
  known.put('sleepsOver', !office && random.chance(0.03), { ...fire, missing: 0.06 });
  known.put('keeper', composeName(random, { surname: pickSurname(random), male: random.chance(0.6) }), {
    source: 'visit',
    missing: 0.04,
  });
  known.put('partyOrganisation', office && random.chance(0.16), { source: 'office', missing: 0.06 });
  known.put('union', office && random.chance(0.25), { source: 'office', missing: 0.06 });
  const secrets = random.chance(0.9) ? [{ field: 'keeperPhone', kind: '', value: numbers.phone() }] : [];
  return { kind: office ? 'firm' : 'shop', name, values: known.values, secrets };
}

function pickTrade(random: Random): readonly [string, readonly string[]] {
  return weighted(
    random,
    trades.map(([trade, words, weight]) => [[trade, words] as const, weight]),
  );
}

/** Things in public space: kind, words, class of GB/T 47678.5 where it has one, and how many in a hundred. */
