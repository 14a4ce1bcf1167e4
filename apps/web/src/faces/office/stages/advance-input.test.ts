import type { CurrentStage, PartView } from '@linli/contract';
import type { FormField } from '@linli/domain';
import { describe, expect, it } from 'vitest';
import { advanceInput, partInput, splitInput, splitValues } from './advance-input.ts';

const detail = { id: '00000000-0000-4000-8000-000000000001', seq: 7 };
const label = { zh: '项' };
const stage: CurrentStage = {
  key: 'sign',
  name: { zh: '签订' },
  hint: null,
  dueAt: null,
  mayTake: true,
  form: [
    { key: 'amount', kind: 'money', label, required: true, personal: false },
    { key: 'heldAt', kind: 'time', label, required: true, personal: false },
    { key: 'who', kind: 'units', label, required: false, personal: false },
    { key: 'note', kind: 'text', label, required: false, personal: false },
  ],
  evidence: 0,
  meeting: true,
  parts: null,
  duties: { typeCode: 'duty', typeName: { zh: '履行' } },
  opens: null,
  outcomes: [],
};

describe('advanceInput', () => {
  const values = {
    form: { amount: '1234.5', heldAt: '2026-03-16T09:30', who: ['u1'], note: ' ' },
    words: ' 好 ',
    attendance: [{ unitId: 'u1', status: 'late' as const }],
    duties: [{ unitId: 'u1', words: '修', handleBy: '2026-03-20' }],
  };

  it('sends yuan as fen, a clock of the site as an instant, and leaves blanks out', () => {
    expect(advanceInput(detail, stage, 'signed', values)).toEqual({
      caseId: detail.id,
      seq: 7,
      stage: 'sign',
      outcome: 'signed',
      form: { amount: 123_450, heldAt: '2026-03-16T01:30:00.000Z', who: ['u1'] },
      words: '好',
      photos: [],
      attendance: values.attendance,
      duties: values.duties,
    });
  });

  it('sends neither attendance nor duties where the stage asks for none', () => {
    const plain = advanceInput(detail, { ...stage, meeting: false, duties: null }, 'signed', values);
    expect([plain.attendance, plain.duties]).toEqual([[], []]);
  });
});

describe('the task force', () => {
  const plain = { form: {}, type: { form: [] as FormField[] } };
  const part = (unitId: string, lead: boolean): PartView => ({
    ...{ unitId, unitName: unitId, lead, asked: `${unitId} 的事`, dueAt: null, overdue: false },
    ...{ finishedAt: null, answer: null, words: '', photos: [], mine: false, owed: false },
  });

  it('begins with two rows, and puts the leading unit first', () => {
    const inbox = { kind: 'desk', id: null, name: '值守台' } as const;
    expect(splitValues({ ...plain, parts: [], holder: inbox })).toEqual({ parts: [{}, {}] });
    const ours = { kind: 'unit', id: 'u1', name: '居委会' } as const;
    expect(splitValues({ ...plain, parts: [], holder: ours })).toEqual({ parts: [{ unitId: 'u1' }, {}] });
    const anew = splitValues({ ...plain, parts: [part('a', false), part('b', true)], holder: ours });
    expect(anew.parts.map(({ unitId }) => unitId)).toEqual(['b', 'a']);
  });

  it('begins with the units the report asks for, without those that report it together', () => {
    const field = { required: false, personal: false, label: { zh: '单位' }, kind: 'units' } as const;
    const fields = [
      { ...field, key: 'departments' },
      { ...field, key: 'together', joins: true },
    ];
    const started = splitValues({
      parts: [],
      holder: { kind: 'unit', id: 'u1', name: '城管' },
      type: { form: fields },
      form: { departments: ['u1', 'u2'], together: ['u3'] },
    });
    expect(started).toEqual({ parts: [{ unitId: 'u1' }, { unitId: 'u2' }] });
  });

  it('lets exactly the first lead and leaves blanks out', () => {
    const { parts } = splitInput(detail, {
      parts: [
        { unitId: 'a', words: ' ' },
        { unitId: 'b', dueDay: '2026-03-20' },
      ],
    });
    expect(parts).toEqual([
      { unitId: 'a', lead: true },
      { unitId: 'b', lead: false, dueDay: '2026-03-20' },
    ]);
  });

  it('asks one unit alone without making it lead', () => {
    expect(splitInput(detail, { parts: [{ unitId: 'a' }] }).parts).toEqual([{ unitId: 'a', lead: false }]);
  });

  it('names the unit only where there is a choice', () => {
    expect(partInput(detail, { answer: 'agree' })).not.toHaveProperty('unitId');
    expect(partInput(detail, { answer: 'refuse', words: '不归我们', unitId: 'a' })).toMatchObject({ unitId: 'a' });
  });
});
