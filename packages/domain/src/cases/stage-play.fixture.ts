import { caseType, type Deed, inHand } from './case-play.fixture.ts';
import { CaseStage } from './case-stage.ts';
import type { CaseTypeDefinition } from './case-type.ts';

type Way = Partial<CaseStage['outcomes'][number]>;
export const way = (key: string, to: string, more: Way = {}) => ({ key, label: { zh: key }, to, ...more });
export const row = (key: string, more: object) =>
  CaseStage.parse({ key, name: { zh: key }, by: ['handler', 'desk'], outcomes: [way('done', 'handled')], ...more });

/** Apply, several decide, an answer; with a window for objections at the end. */
export const approval = (more: Partial<CaseTypeDefinition> = {}): CaseTypeDefinition =>
  caseType({
    stages: [
      row('apply', {
        form: [{ key: 'signed', kind: 'date', label: { zh: '签收日' }, required: true }],
        evidence: 1,
        limit: { value: 2, unit: 'work-day' },
        outcomes: [way('complete', 'decide')],
      }),
      row('decide', {
        parts: { order: 'in-order', limit: { value: 4, unit: 'work-hour' } },
        limit: { value: 5, unit: 'day' },
        limitFrom: { stage: 'apply', field: 'signed' },
        meeting: { absences: 2 },
        outcomes: [
          way('granted', 'window', { publish: true }),
          way('refused', 'handled', { reason: true, result: 'not-possible' }),
        ],
      }),
      row('window', {
        by: ['reporter', 'checker'],
        notSameAs: ['decide'],
        limit: { value: 2, unit: 'day' },
        onTimeout: 'silent',
        outcomes: [way('silent', 'handled', { result: 'explained' }), way('objects', 'decide')],
      }),
    ],
    ...more,
  });

export const form = { signed: '2026-03-06' };
export const apply: Deed = ['worker', 'advance', { stage: 'apply', outcome: 'complete', form, photos: 1 }];
export const split: Deed = [
  'desk',
  'split',
  {
    parts: [
      { unitId: 'water', lead: false, words: '核查管线' },
      { unitId: 'fire', lead: false, dueDay: '2026-03-09' },
    ],
  },
];
export const water: Deed = ['plumber', 'finish-part', { unitId: 'water', answer: 'agree', words: '同意', photos: 0 }];
export const fire: Deed = ['fireman', 'finish-part', { unitId: 'fire', photos: 0 }];
export const grant: Deed = ['desk', 'advance', { stage: 'decide', outcome: 'granted', words: '同意复工', photos: 0 }];
export const deciding: readonly Deed[] = [...inHand, split, apply];
export const waiting: readonly Deed[] = [...deciding, water, fire, grant];
