import { describe, expect, it } from 'vitest';
import { eventsOf } from './events-of.ts';

describe('eventsOf', () => {
  it('offers what the noun can live through', () => {
    const person = { groups: [], can: ['change', 'confirm', 'die', 'move', 'link'] as const };
    expect(eventsOf({ ...person, can: [...person.can], subject: { noun: 'person', state: 'active' } }, true)).toEqual([
      'move-home',
      'move-out',
      'die',
      'link',
    ]);
    expect(eventsOf({ groups: [], can: ['change', 'end'], subject: { noun: 'home', state: 'active' } }, true)).toEqual([
      'move-in',
      'end',
    ]);
  });

  it('offers nothing to who only reads, and bringing back only to who keeps the register', () => {
    expect(eventsOf({ groups: [], can: ['reveal'], subject: { noun: 'person', state: 'active' } }, false)).toEqual([]);
    expect(eventsOf({ groups: [], can: [], subject: { noun: 'person', state: 'left' } }, true)).toEqual(['revive']);
    expect(eventsOf({ groups: [], can: [], subject: { noun: 'person', state: 'left' } }, false)).toEqual([]);
    expect(eventsOf({ groups: [], can: [], subject: { noun: 'person', state: 'merged' } }, true)).toEqual([]);
  });

  it('numbers a thing once', () => {
    const coded = { group: 'property', fields: [{ code: 'code', value: '3' }] };
    // Only what is looked at stands in the field.
    const groups = [coded] as unknown as Parameters<typeof eventsOf>[0]['groups'];
    const subject = { noun: 'asset', state: 'active' } as const;
    expect(eventsOf({ groups: [], can: ['change'], subject }, true)).toEqual(['number']);
    expect(eventsOf({ groups, can: ['change'], subject }, true)).toEqual([]);
  });
});
