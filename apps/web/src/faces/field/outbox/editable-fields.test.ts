import { type OutboxItem, photoRef } from '@linli/client';
import { describe, expect, it } from 'vitest';
import { editableFields, editableValues, mendedInput } from './editable-fields.ts';

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
// The words themselves do not matter here. The translator is called with keys only.
const t = ((key: string) => key) as unknown as Parameters<typeof editableFields>[1];

describe('mending a refused item', () => {
  it('offers only what the item has', () => {
    expect(editableFields(item, t).map((field) => field.key)).toEqual(['photos', 'result', 'words']);
    const report = { ...item, input: { words: 'x', place: { lng: 1, lat: 2, address: '' } } };
    expect(editableFields(report, t).map((field) => field.key)).toEqual(['words', 'place']);
  });

  it('gives back the same input when nothing was changed', () => {
    const values = editableValues(item, [photo('p'), photo('q')]);
    expect(mendedInput(item, values)).toEqual({ input: item.input, added: [] });
  });

  it('takes changed words, a dropped photo and a new one', () => {
    const values = { ...editableValues(item, []), words: ' 换了灯泡 ', photos: [photo('q'), photo('r')] };
    const mended = mendedInput(item, values);
    expect(mended.input).toEqual({ ...item.input, words: '换了灯泡', photos: [photoRef('q'), photoRef('r')] });
    expect(mended.added.map((each) => each.id)).toEqual(['r']);
  });

  it('moves a place only where there was one and a point is given', () => {
    const report = { ...item, input: { place: { lng: 1, lat: 2, address: '' } } };
    expect(mendedInput(report, { place: { lng: 3, lat: 4, address: ' 门口 ' } }).input.place).toEqual({
      lng: 3,
      lat: 4,
      address: '门口',
    });
    expect(mendedInput(report, { place: { address: '门口' } }).input.place).toEqual(report.input.place);
  });
});
