import type { ProcedureLine } from './procedure-line.ts';

/** A mediation held online, whose agreement waits for both parties: the second was let in by a code and has yet to sign. */
export const signingLines: readonly ProcedureLine[] = [
  {
    code: 'mediation',
    hoursAgo: 100,
    title: '住家保姆辞工，工资没谈拢',
    words: '做到月中辞工，雇主觉得该按天算，我觉得加班也要算，想网上谈。',
    where: 'homes',
    form: () => ({
      kind: 'labour',
      applicants: 'one',
      otherParty: '雇主',
      claim: '结清半个月工资和加班费',
      online: true,
      language: 'mandarin',
    }),
    steps: [
      { at: 3, take: true },
      { at: 8, stage: 'accept', outcome: 'accepted', form: (w) => ({ mediator: w.mediator(1), chosenBy: 'matched' }) },
      {
        at: 20,
        stage: 'inform',
        outcome: 'agreed',
        form: (w) => ({ startedOn: w.day(1), firstSession: w.time(2, '19:00'), way: 'online', rightsTold: true }),
      },
      { at: 24, invite: '01-resident' },
      {
        at: 70,
        stage: 'session',
        outcome: 'written',
        form: (w) => ({ heldAt: w.time(2, '19:00'), minutes: '双方同意按实际做工天数结，加班算三天。' }),
      },
      {
        at: 90,
        stage: 'agreement',
        outcome: 'written-out',
        form: (w) => ({
          parties: '甲方住家保姆一人，乙方雇主一人',
          facts: '甲方做到本月中旬辞工，双方对工资怎么算有争议',
          disputed: '按天结算还是按月结算，加班算几天',
          liabilities: '乙方按实际天数支付，甲方交回钥匙和门禁卡',
          content: '乙方一次付清工资和三天加班费共计四千二百元',
          manner: '转账',
          performBy: w.day(12),
          amount: 420_000,
          copies: 3,
        }),
      },
    ],
  },
];
