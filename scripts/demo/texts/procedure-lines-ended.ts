import type { ProcedureLine } from './procedure-line.ts';

const safety = 'unit-safety';

/** What has gone its whole way: told last, so that nothing else of the street moves. */
export const endedLines: readonly ProcedureLine[] = [
  {
    code: 'petition',
    hoursAgo: 1400,
    title: '反映菜场拆棚没有提前告知',
    words: '菜场外的雨棚说拆就拆，摊主和居民都不知道，请说明依据。',
    where: 'homes',
    form: () => ({
      class: 'claim',
      matter: 'planning',
      request: '请说明拆除依据并补办告知',
      petitioner: '某居民',
      first: true,
    }),
    steps: [
      { at: 24, send: safety },
      { at: 30, take: true },
      {
        at: 60,
        stage: 'notify',
        outcome: 'accepted',
        form: (w) => ({ acceptedOn: w.day(2), leadOfficial: '沈副主任', noInterest: true, route: 'opinion' }),
      },
      {
        at: 150,
        stage: 'investigate',
        outcome: 'opinion',
        form: () => ({ findings: '雨棚属临时搭建，拆除前只贴了一天通知，居委会没有收到。' }),
      },
      {
        at: 180,
        stage: 'opinion',
        outcome: 'explain',
        form: () => ({
          request: '请说明拆除依据并补办告知',
          facts: '雨棚未经批准，拆除于法有据；告知时间过短。',
          opinion: '向摊主和居民书面说明；今后拆除提前七日告知。',
          basis: '《上海市拆除违法建筑若干规定》',
        }),
      },
      { at: 200, stage: 'sign', outcome: 'signed', by: 'chief' },
      { at: 220, stage: 'serve', outcome: 'served', photos: 1, form: (w) => ({ servedOn: w.day(9), way: 'handed' }) },
      { at: 1200, stage: 'close', outcome: 'explained', form: () => ({ filed: true, once: true }) },
    ],
  },
];
