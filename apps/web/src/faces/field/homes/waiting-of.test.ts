import type { OutboxItem } from '@linli/client';
import { describe, expect, it } from 'vitest';
import { standingFields, waitingOf } from './waiting-of.ts';

const entry = (id: string, state: OutboxItem['state'], input: OutboxItem['input'], lane = 'home'): OutboxItem => ({
  id,
  operation: 'change-fields',
  input,
  photos: [],
  lane,
  position: 1,
  createdAt: '2026-11-22T04:00:00.000Z',
  state,
  tries: 1,
  nextTryAt: null,
  reason: null,
  answer: null,
  doneAt: null,
  title: '',
});
const items = [
  entry('of the home', 'waiting', { subjectId: 'home' }),
  entry('of the person', 'waiting', { subjectId: 'person' }),
  entry('refused', 'refused', { subjectId: 'person' }),
  entry('arrived', 'done', { subjectId: 'person' }),
  entry('elsewhere', 'waiting', { subjectId: 'other' }, 'other home'),
];
const ids = (found: readonly OutboxItem[]) => found.map(({ id }) => id);

describe('what waits', () => {
  it('of a home is all that was entered there and has not arrived', () => {
    expect(ids(waitingOf(items, { lane: 'home' }))).toEqual(['of the home', 'of the person', 'refused']);
  });

  it('of a person is their own, also what was refused', () => {
    expect(ids(waitingOf(items, { lane: 'home', subjectId: 'person' }))).toEqual(['of the person', 'refused']);
  });
});

describe('what stands', () => {
  const kept = (code: string, value: string) => ({ code, value, daysStale: 9, edit: 'change' as const });

  it('is what was entered here last and is on its way, else what was read', () => {
    const said = (id: string, state: OutboxItem['state'], value: string | null) =>
      entry(id, state, { subjectId: 'home', fields: [{ code: 'use', value }] });
    const at = { lane: 'home', subjectId: 'home' };
    const fields = [kept('use', 'own'), kept('gas', 'piped')];
    expect(standingFields(fields, [said('a', 'waiting', 'let'), said('b', 'waiting', 'empty')], at)).toEqual([
      { ...kept('use', 'empty'), daysStale: 0 },
      kept('gas', 'piped'),
    ]);
    expect(standingFields(fields, [said('a', 'refused', 'let'), said('b', 'done', 'let')], at)).toEqual(fields);
  });
});
