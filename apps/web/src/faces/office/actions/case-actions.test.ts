import { describe, expect, it } from 'vitest';
import { actionKeys, availableActions, officeActions } from './case-actions.ts';

describe('actions of the office', () => {
  it('have a key each, none of which moves in the list', () => {
    const keys = officeActions.map((action) => actionKeys[action]);
    expect(new Set(keys).size).toBe(officeActions.length);
    expect(keys).not.toContain('j');
    expect(keys).not.toContain('k');
  });

  it('let a committee rate what it summoned, or send it back', () => {
    expect(availableActions(['note', 'reopen', 'rate'])).toEqual(['rate', 'reopen', 'note']);
  });
});
