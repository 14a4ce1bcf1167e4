import { describe, expect, it } from 'vitest';
import { eventsOf } from './events-of.ts';

describe('eventsOf', () => {
  it('offers what the noun can live through', () => {
    const person = { groups: [], can: ['change', 'confirm', 'die', 'move', 'link'] as const };
    expect(
      eventsOf(
        { ...person, can: [...person.can], subject: { noun: 'person', kind: 'resident', state: 'active' } },
        true,
      ),
    ).toEqual(['move-home', 'move-out', 'die', 'link']);
    expect(
      eventsOf(
        { groups: [], can: ['change', 'end'], subject: { noun: 'home', kind: 'dwelling', state: 'active' } },
        true,
      ),
    ).toEqual(['move-in', 'end']);
  });

  it('offers nothing to who only reads, and bringing back only to who keeps the register', () => {
    expect(
      eventsOf({ groups: [], can: ['reveal'], subject: { noun: 'person', kind: 'resident', state: 'active' } }, false),
    ).toEqual([]);
    expect(
      eventsOf({ groups: [], can: [], subject: { noun: 'person', kind: 'resident', state: 'left' } }, true),
    ).toEqual(['revive']);
    expect(
      eventsOf({ groups: [], can: [], subject: { noun: 'person', kind: 'resident', state: 'left' } }, false),
    ).toEqual([]);
    expect(
      eventsOf({ groups: [], can: [], subject: { noun: 'person', kind: 'resident', state: 'merged' } }, true),
    ).toEqual([]);
  });

  it('numbers a thing once', () => {
    const coded = { group: 'property', fields: [{ code: 'code', value: '3' }] };
    // Only what is looked at stands in the field.
    const groups = [coded] as unknown as Parameters<typeof eventsOf>[0]['groups'];
    const subject = { noun: 'asset', kind: 'component', state: 'active' } as const;
    expect(eventsOf({ groups: [], can: ['change'], subject }, true)).toEqual(['number']);
    expect(eventsOf({ groups, can: ['change'], subject }, true)).toEqual([]);
    // A canteen is no component of the standard.
    const canteen = { ...subject, kind: 'meal-point' } as const;
    expect(eventsOf({ groups: [], can: ['change'], subject: canteen }, true)).toEqual([]);
  });
});
