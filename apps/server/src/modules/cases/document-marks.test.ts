import { CaseTypeDefinition } from '@linli/domain';
import { expect, it } from 'vitest';
import type { Directory } from '../org/index.ts';
import { documentMarkValues } from './document-marks.ts';
import type { ActionRow, CaseRow } from './load-case.ts';

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
  ],
});

it('marks of a paper are those of the present round: what an earlier one came to holds no longer', () => {
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
      // The columns it reads.
      row: {
        number: '1',
        words: '',
        address: '',
        form: {},
        reported_at: new Date('2026-03-16T02:00:00Z'),
      } as unknown as CaseRow,
      directory: { units: new Map() } as unknown as Directory,
      ...{ actions, type, holder: '', placeName: '', now: new Date('2026-03-16T02:00:00Z') },
    });
  const first = [act('report'), act('take'), act('advance', signed('三百'))];
  expect(marksOf(first).get('stage.agree.sum')).toBe('三百');
  const again = [...first, act('reopen'), act('take')];
  for (const mark of ['stage.agree.sum', 'stage.agree.words', 'stage.agree.outcome', 'answer'])
    expect(marksOf(again).get(mark)).toBeUndefined();
  expect(marksOf([...again, act('advance', signed('五百'))]).get('stage.agree.sum')).toBe('五百');
});
