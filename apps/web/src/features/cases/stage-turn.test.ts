import { expect, it } from 'vitest';
import { stageTurn } from './stage-turn.ts';

const lead = { owed: false, lead: true, finishedAt: null };
const waiting = { owed: false, lead: false, finishedAt: null };
const answered = { owed: false, lead: false, finishedAt: '2026-11-23T08:00:00.000Z' };
const ours = { owed: true, lead: false, finishedAt: null };
const can = ['finish-part' as const];

it.each([
  ['whoever may take it', { mayTake: true, parts: [], can: [] }, 'mine'],
  ['a unit that owes its answer', { mayTake: false, parts: [lead, ours, waiting], can }, 'ours'],
  ['one that owes its answer and may take the stage too', { mayTake: true, parts: [lead, ours], can }, 'ours'],
  ['one whose answer is on its way', { mayTake: false, parts: [lead, ours], can: [] }, 'waits'],
  ['one that has answered while others have not', { mayTake: false, parts: [lead, answered, waiting], can }, 'waits'],
  ['all have answered', { mayTake: false, parts: [lead, answered], can: [] }, 'notMine'],
  ['nobody is asked', { mayTake: false, parts: [], can: [] }, 'notMine'],
])('%s', (_, { mayTake, parts, can: may }, turn) => {
  expect(stageTurn({ stage: { mayTake, parts: 'together' }, parts, can: may })).toBe(turn);
});
