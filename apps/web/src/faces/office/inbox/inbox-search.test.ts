import { describe, expect, it } from 'vitest';
import { viewFilter } from './built-in-views.ts';
import { changeFilter, effectiveFilter, effectiveOrder, readInboxSearch, standingView } from './inbox-search.ts';

const now = new Date('2026-11-22T20:00:00Z'); // 4 o'clock on the 23rd at the site

describe('the address of the inbox', () => {
  it('shows what is open when it says nothing', () => {
    expect(effectiveFilter({}, now)).toEqual({ open: true });
    expect(standingView({})).toBe('open');
  });

  it('drops views and orders it does not know', () => {
    expect(readInboxSearch({ view: 'secret', order: 'random', case: 7, overdue: 'yes' })).toEqual({});
  });

  it('ends today at the site’s midnight', () => {
    expect(viewFilter('due-today', now).dueBefore).toBe('2026-11-23T16:00:00.000Z');
    expect(viewFilter('due-today', new Date('2026-11-22T15:59:59Z')).dueBefore).toBe('2026-11-22T16:00:00.000Z');
  });

  it('reads what is closed by the last change', () => {
    expect(effectiveOrder({ view: 'closed' })).toBe('changed');
    expect(effectiveOrder({ view: 'closed', order: 'oldest' })).toBe('oldest');
  });
});

describe('changeFilter', () => {
  it('keeps the view while it is only narrowed', () => {
    expect(changeFilter({ view: 'to-accept', case: 'c' }, { channel: 'desk' }, now)).toEqual({
      view: 'to-accept',
      channel: 'desk',
      case: 'c',
    });
  });

  it('leaves the view when what it fixes is changed, and writes the rest out', () => {
    expect(changeFilter({ view: 'overdue', channel: 'desk' }, { overdue: undefined }, now)).toEqual({
      open: true,
      channel: 'desk',
    });
  });

  it('takes a filter away', () => {
    expect(changeFilter({ view: 'open', text: '灯' }, { text: undefined }, now)).toEqual({ view: 'open' });
  });
});
