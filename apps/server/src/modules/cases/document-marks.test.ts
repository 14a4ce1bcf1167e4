import { CaseTypeDefinition } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { documentMarkValues } from './document-marks.ts';
import type { ActionRow } from './load-case.ts';

const type = CaseTypeDefinition.parse({
  ...{ code: 't-paper', name: { zh: '试' }, group: 'voice', reporters: ['resident'], visibility: 'private' },
  standard: { ref: 'local', kind: 'event', code: 'T' },
  stages: [
    {
      key: 'agree',
      name: { zh: '协议' },
      by: ['handler'],
      form: [{ key: 'sum', kind: 'text', label: { zh: '金额' } }],
      outcomes: [{ key: 'signed', label: { zh: '已签' }, to: 'handled' }],
    },
    {
      key: 'sign',
      name: { zh: '签字' },
      by: ['handler'],
      form: [{ key: 'on', kind: 'text', label: { zh: '签订日' } }],
      signing: { document: 'paper', on: ['done'] },
      outcomes: [
        { key: 'done', label: { zh: '已签' }, to: 'handled' },
        { key: 'open', label: { zh: '没签成' }, to: 'agree' },
      ],
    },
  ],
});

let seq = 0;
const act = (kind: ActionRow['kind'], data: Record<string, unknown> = {}): ActionRow => ({
  ...{ seq: ++seq, kind, data, at: new Date('2026-03-16T02:00:00Z'), due: null },
  ...{ actor_id: null, actor_unit_id: null, by_words: '' },
});
const signed = (sum: string) => ({
  stage: 'agree',
  outcome: 'signed',
  to: 'handled',
  form: { sum },
  words: `协议${sum}`,
});
const marksOf = (actions: readonly ActionRow[]) =>
  documentMarkValues({
    row: {
      number: '1',
      words: '',
      address: '',
      form: {},
      reported_at: new Date('2026-03-16T02:00:00Z'),
      reporter_id: null,
    },
    directory: { units: new Map(), mediators: new Map(), rooms: new Map() },
    ...{ actions, type, holder: '', placeName: '', now: new Date('2026-03-16T02:00:00Z') },
  });

it('marks of a paper are those of the present round: what an earlier one came to holds no longer', () => {
  const first = [act('report'), act('take'), act('advance', signed('三百'))];
  expect(marksOf(first).get('stage.agree.sum')).toBe('三百');
  const again = [...first, act('reopen'), act('take')];
  for (const mark of ['stage.agree.sum', 'stage.agree.words', 'stage.agree.outcome', 'answer'])
    expect(marksOf(again).get(mark)).toBeUndefined();
  expect(marksOf([...again, act('advance', signed('五百'))]).get('stage.agree.sum')).toBe('五百');
});

describe('what was signed stands on the paper', () => {
  const sign = { stage: 'sign', agrees: true };
  const before = [act('report'), act('take'), act('advance', { stage: 'agree', outcome: 'signed', to: 'sign' })];
  const left = (outcome: string, to: string) => act('advance', { stage: 'sign', outcome, to, form: { on: '今天' } });
  const standing = (actions: readonly ActionRow[]) =>
    ['stage.sign.signers', 'stage.sign.on'].map((mark) => marksOf(actions).get(mark) !== undefined);

  it('until the check sends it back, when it is signed anew', () => {
    const done = [...before, act('sign', sign), left('done', 'handled')];
    expect(standing(done)).toEqual([true, true]);
    const back = [...done, act('check-fail')];
    expect(standing(back)).toEqual([false, false]);
    expect(standing([...back, act('sign', sign)])).toEqual([true, false]);
  });

  it('but not where it was left unsigned', () => {
    expect(standing([...before, act('sign', sign), left('open', 'agree')])).toEqual([false, false]);
  });
});
