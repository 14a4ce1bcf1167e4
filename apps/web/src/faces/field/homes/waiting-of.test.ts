import type { OutboxItem } from '@linli/client';
import { describe, expect, it } from 'vitest';
import { waitingOf } from './waiting-of.ts';

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
