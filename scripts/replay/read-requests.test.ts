import { describe, expect, it } from 'vitest';
import { areaCodeOf, planSite } from './plan-site.ts';
import { readRequests } from './read-requests.ts';
import { stableId } from './stable-id.ts';

const header =
  'request_id,channel,dept_prefix,type,agency,status,created_local,due_local,closed_local,on_time,hours_open,neighborhood,council_district,lat,lon,flags';
const row = (more: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    request_id: '14-1',
    channel: 'API',
    dept_prefix: 'SW',
    type: 'Dirty Alley',
    agency: 'Solid Waste',
    status: 'Closed',
    created_local: '2014-01-02T08:00:00',
    due_local: '2014-01-09T08:00:00',
    closed_local: '2014-01-03T08:00:00',
    on_time: '1',
    hours_open: '24.0',
    neighborhood: 'Canton',
    council_district: '1',
    lat: '39.28',
    lon: '-76.57',
    flags: '',
  };
  return header
    .split(',')
    .map((column) => more[column] ?? cells[column] ?? '')
    .join(',');
};
const read = (...rows: string[]) => readRequests([header, ...rows].join('\n'));

describe('reading a request file', () => {
  it('keeps a sound row as it is', () => {
    const { requests, bad } = read(row());
    expect(bad).toEqual([]);
    expect(requests[0]).toMatchObject({
      line: 2,
      id: '14-1',
      onTime: true,
      point: { lng: -76.57, lat: 39.28 },
      reportedAt: new Date('2014-01-02T13:00:00Z'),
    });
  });

  it.each([
    [{ request_id: '' }, 'id-missing'],
    [{ type: '' }, 'type-missing'],
    [{ agency: '' }, 'type-missing'],
    [{ created_local: 'yesterday' }, 'created-unreadable'],
    [{ due_local: '2014-13-01T00:00:00' }, 'due-unreadable'],
    [{ closed_local: '2014-02-30T00:00:00' }, 'closed-unreadable'],
    [{ status: 'Lost' }, 'status-unknown'],
    [{ closed_local: '' }, 'closed-without-time'],
    [{ status: 'Open' }, 'open-with-closing-time'],
    [{ closed_local: '2014-01-01T08:00:00' }, 'closed-before-created'],
    [{ closed_local: '2999-01-01T08:00:00' }, 'closed-in-future'],
  ])('names %j by its line', (dirt, reason) => {
    const { requests, bad, read: count } = read(row({ request_id: 'other' }), row(dirt));
    expect(bad).toEqual([{ line: 3, reason }]);
    expect([count, requests.length]).toEqual([2, 1]);
  });

  it('names a repeated id, and a row with a cell too few', () => {
    expect(read(row(), row(), 'a,b').bad).toEqual([
      { line: 3, reason: 'id-repeated' },
      { line: 4, reason: 'cells-wrong' },
    ]);
  });

  it('takes no default position for a place, and no other file for a request file', () => {
    expect(read(row({ flags: 'no_or_rounded_position;date_only' })).requests[0]).toMatchObject({
      point: null,
      flags: ['no_or_rounded_position', 'date_only'],
    });
    expect(() => readRequests('a,b\n1,2')).toThrow(/request_id/);
  });

  it('puts a row without neighbourhood or district as deep as it goes', () => {
    expect(areaCodeOf({ district: '1', neighbourhood: 'Canton' })).toBe('baltimore-311-d1-canton');
    expect(areaCodeOf({ district: '1', neighbourhood: '' })).toBe('baltimore-311-d1');
    expect(areaCodeOf({ district: '', neighbourhood: '' })).toBe('baltimore-311');
    const { requests } = read(
      row(),
      row({ request_id: 'b', council_district: '' }),
      row({ request_id: 'c', council_district: '', neighborhood: '' }),
    );
    const codes = planSite(requests)
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    for (const request of requests) expect(codes).toContain(`"${areaCodeOf(request)}"`);
  });

  it('makes the same id of the same names, a uuid, and another of others', () => {
    expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
    expect(stableId('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(stableId('a', 'b')).not.toBe(stableId('ab'));
  });
});
