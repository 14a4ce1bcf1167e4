import type { LiveEvent } from '@linli/contract';
import { describe, expect, it } from 'vitest';
import { readArrival } from './arrival.ts';

const event: LiveEvent = {
  cursor: '1.1',
  at: '2026-03-20T08:00:00.000Z',
  kind: 'case.reported',
  noun: 'case',
  nounId: '019aac4b-3000-7283-a886-c6c01cbc5b54',
  path: 'st.g1',
  data: { typeCode: 'lamp', areas: { 2: 'a2', 3: 'a3', 4: 'a4' }, lng: 121.5, lat: 31.2, visibility: 'public' },
};

describe('readArrival', () => {
  it('tells place and kind of a new case', () => {
    expect(readArrival(event)).toEqual({
      caseId: event.nounId,
      typeCode: 'lamp',
      areaId: 'a4',
      at: { lng: 121.5, lat: 31.2 },
    });
  });

  it('does not show the door of a private case, nor where it does not know that it is public', () => {
    expect(readArrival({ ...event, data: { ...event.data, visibility: 'private' } })?.at).toBeNull();
    expect(readArrival({ ...event, data: { ...event.data, visibility: undefined } })?.at).toBeNull();
  });

  it('takes the lowest area there is', () => {
    expect(readArrival({ ...event, data: { areas: { 2: 'a2', 3: 'a3', 4: null } } })?.areaId).toBe('a3');
    expect(readArrival({ ...event, data: {} })?.areaId).toBeNull();
  });

  it('is nothing for what is no new case', () => {
    expect(readArrival({ ...event, kind: 'case.dispatched' })).toBeNull();
  });
});
