import { type OutboxItem, photoRef } from '@linli/client';
import { describe, expect, it } from 'vitest';
import type { Asking } from '../../../features/cases/type-form.ts';
import { type CaseKnown, caseParts } from './case-parts.ts';
import type { EditPart } from './edit-part.ts';
import { type EntryKnown, entryParts } from './entry-parts.ts';
import { mendedInput, mendProblems, mendValues, photoParts } from './mend-item.ts';

const photo = (id: string) => ({ id, blob: new Blob([id]), width: 1, height: 1 });
const item: OutboxItem = {
  id: 'i',
  operation: 'handle-case',
  input: { caseId: 'c', result: 'solved', words: '修好了', photos: [photoRef('p'), photoRef('q')], place: null },
  photos: ['p', 'q'].map((key) => ({ key, contentType: 'image/webp', bytes: 1, hash: 'h' })),
  lane: 'c',
  position: 1,
  createdAt: '2026-11-22T04:00:00.000Z',
  state: 'refused',
  tries: 1,
  nextTryAt: null,
  reason: null,
  answer: null,
  doneAt: null,
  title: '',
};
const labels = { before: '', after: '', photos: '' };
// The words themselves do not matter here. The translators are called with keys only.
const known: CaseKnown = { t: ((key: string) => key) as unknown as CaseKnown['t'], read: ({ zh }) => zh };
const door: EntryKnown = {
  t: ((key: string) => key) as unknown as EntryKnown['t'],
  words: { yes: '是', no: '否', read: ({ zh }) => zh },
};
const keys = (parts: readonly EditPart[]) => parts.map(({ field }) => field.key);
const withInput = (input: OutboxItem['input'], operation = item.operation): OutboxItem => ({
  ...item,
  operation,
  input,
});

describe('mending a refused step', () => {
  it('offers only what the item has', () => {
    expect(keys(caseParts(item, known))).toEqual(['result', 'words']);
    const report = withInput({ words: 'x', place: { lng: 1, lat: 2, address: '' }, urgent: false });
    expect(keys(caseParts(report, known))).toEqual(['words', 'place', 'urgent']);
    expect(keys(photoParts(report, [], labels))).toEqual([]);
  });

  it('gives back the same input when nothing was changed', () => {
    const parts = [...photoParts(item, [photo('p'), photo('q')], labels), ...caseParts(item, known)];
    expect(mendedInput(item, parts, mendValues(parts))).toEqual({ input: item.input, added: [] });
  });

  it('takes changed words, a dropped photo and a new one', () => {
    const parts = [...photoParts(item, [photo('p'), photo('q')], labels), ...caseParts(item, known)];
    const values = { ...mendValues(parts), words: ' 换了灯泡 ', photos: [photo('q'), photo('r')] };
    const mended = mendedInput(item, parts, values);
    expect(mended.input).toEqual({ ...item.input, words: '换了灯泡', photos: [photoRef('q'), photoRef('r')] });
    expect(mended.added.map((each) => each.id)).toEqual(['r']);
  });

  it('moves a place only where there was one and a point is given', () => {
    const report = withInput({ place: { lng: 1, lat: 2, address: '' } });
    const parts = caseParts(report, known);
    const moved = mendedInput(report, parts, { place: { lng: 3, lat: 4, address: ' 门口 ' } });
    expect(moved.input.place).toEqual({ lng: 3, lat: 4, address: '门口' });
    expect(mendedInput(report, parts, { place: { address: '门口' } }).input).toEqual(report.input);
  });

  it('opens the answers of the stage, and sends them as the server takes them', () => {
    const asking: Asking = {
      form: [
        { key: 'deposit', kind: 'money', label: { zh: '押金' }, required: true, personal: false },
        { key: 'heldAt', kind: 'time', label: { zh: '时间' }, required: false, personal: false },
        { key: 'room', kind: 'room', label: { zh: '房间' }, required: true, personal: false },
      ],
    };
    const form = { deposit: 200_050, heldAt: '2026-03-16T01:30:00.000Z', room: 'r1' };
    const step = withInput({ stage: 's', outcome: 'yes', form, words: '' }, 'advance-case');
    const parts = caseParts(step, { ...known, asking, outcomes: [{ value: 'yes', label: '好' }] });
    expect(mendValues(parts)).toMatchObject({ 'form.deposit': '2000.5', 'form.heldAt': '2026-03-16T09:30' });
    expect(keys(parts)).not.toContain('form.room');
    expect(mendedInput(step, parts, mendValues(parts)).input).toEqual(step.input);
    const values = { ...mendValues(parts), 'form.deposit': '30', 'form.heldAt': '' };
    expect(mendedInput(step, parts, values).input.form).toEqual({ deposit: 3000, room: 'r1' });
  });

  it('puts off a duty whose day is over, and corrects who came', () => {
    const named = { units: [{ value: 'u', label: '城管' }] };
    const duty = { unitId: 'u', words: '清理', handleBy: '2026-03-10' };
    const step = withInput({ duties: [duty], attendance: [{ unitId: 'u', status: 'present' }] }, 'advance-case');
    const parts = caseParts(step, { ...known, named });
    const values = { ...mendValues(parts), 'duty.1.handleBy': '2026-03-20', 'attendance.0': 'late' };
    expect(mendedInput(step, parts, values).input).toEqual({
      duties: [{ ...duty, handleBy: '2026-03-20' }],
      attendance: [{ unitId: 'u', status: 'late' }],
    });
  });

  it('says at each field what the server found there', () => {
    const problem = { code: 'required' as const, params: {}, message: '请填写' };
    const fields = [
      { ...problem, path: 'form.deposit' },
      { ...problem, path: 'requestId' },
    ];
    const reason = { code: 'input-invalid', message: '', params: {}, id: '', at: item.createdAt, fields };
    const asking: Asking = {
      form: [{ key: 'deposit', kind: 'money', label: { zh: '押金' }, required: true, personal: false }],
    };
    const step = { ...withInput({ form: { deposit: 1 } }), reason };
    expect(mendProblems(step, caseParts(step, { ...known, asking }))).toEqual({ 'form.deposit': '请填写' });
  });
});

describe('mending a refused entry of the registers', () => {
  const entry = withInput(
    {
      noun: 'person',
      name: '王芳',
      relation: '02',
      fields: [
        { code: 'phone', value: '1380000' },
        { code: 'idNumber', value: '310', documentKind: 'resident-id' },
      ],
    },
    'add-subject',
  );

  it('opens the name and each value, and sends back what was corrected', () => {
    const parts = entryParts(entry, door);
    expect(keys(parts)).toEqual(['name', 'relation', 'phone', 'idNumber']);
    expect(mendedInput(entry, parts, mendValues(parts)).input).toEqual(entry.input);
    const values = { ...mendValues(parts), phone: ' 13800000000 ', name: ' 王方 ' };
    expect(mendedInput(entry, parts, values).input).toMatchObject({
      name: '王方',
      fields: [
        { code: 'phone', value: '13800000000' },
        { code: 'idNumber', value: '310', documentKind: 'resident-id' },
      ],
    });
  });

  it('takes out what was emptied, whichever it was', () => {
    const parts = entryParts(entry, door);
    const without = mendedInput(entry, parts, { ...mendValues(parts), phone: '' });
    expect(without.input.fields).toEqual([{ code: 'idNumber', value: '310', documentKind: 'resident-id' }]);
    const empty = mendedInput(entry, parts, { ...mendValues(parts), phone: '', idNumber: ' ' });
    expect(empty.input.fields).toEqual([]);
  });

  it('keeps a value to be taken away', () => {
    const away = withInput({ subjectId: 's', fields: [{ code: 'phone', value: null }] }, 'change-fields');
    const parts = entryParts(away, door);
    expect(mendedInput(away, parts, mendValues(parts)).input).toEqual(away.input);
  });

  it('lets the day and the direction of moving away be put right', () => {
    const left = withInput({ subjectId: 's', to: 'abroad', on: '2026-11-30', words: '' }, 'move-out');
    const parts = entryParts(left, door);
    const values = { ...mendValues(parts), on: '2026-11-20', to: 'unknown' };
    expect(mendedInput(left, parts, values).input).toEqual({ ...left.input, on: '2026-11-20', to: 'unknown' });
  });
});
