import { describe, expect, it } from 'vitest';
import type { DispatchRule } from './case-type.ts';
import { chooseTarget } from './choose-target.ts';
import type { DispatchFacts } from './expression.ts';

const facts: DispatchFacts = {
  form: { floors: 7, kind: 'lift', tags: ['water'], danger: false },
  place: { level: 4, hasProperty: true },
  channel: 'app',
  urgent: false,
  hour: 19,
  weekday: 6,
};
const rule = (key: string, when?: string): DispatchRule => ({
  key,
  label: { zh: key },
  target: { to: 'unit', unitKey: key },
  ...(when === undefined ? {} : { when }),
});

describe('chooseTarget', () => {
  it('takes the first match and shows what was tried', () => {
    const rules = [rule('fire', 'urgent && form.danger'), rule('lift', 'form.kind == "lift"'), rule('rest')];
    expect(chooseTarget(rules, facts)).toEqual({
      ruleKey: 'lift',
      target: { to: 'unit', unitKey: 'lift' },
      tried: [
        { ruleKey: 'fire', matched: false },
        { ruleKey: 'lift', matched: true },
      ],
    });
  });

  it.each([
    ['form.floors > 6', true],
    ['form.floors == 7', true],
    ['hour >= 18 && weekday > 5', true],
    ['hour < 18', false],
    ['"water" in form.tags', true],
    ['channel in ["phone", "desk"]', false],
    ['place.level == 4 && place.hasProperty', true],
    ['has(form.missing) && form.missing == "x"', false],
  ])('%s is %s', (when, matched) => {
    expect(chooseTarget([rule('only', when)], facts).tried).toEqual([{ ruleKey: 'only', matched }]);
  });

  it.each([
    ['form.missing == "x"', 'No such key'],
    ['form.kind && true', 'bool'],
    ['form.kind', 'Expected bool'],
    ['nobody == 1', 'Unknown variable'],
    ['1 +', 'Unexpected'],
  ])('%s is passed over and says why', (when, error) => {
    const chosen = chooseTarget([rule('broken', when), rule('rest')], facts);
    expect(chosen.ruleKey).toBe('rest');
    expect(chosen.tried[0]).toEqual({ ruleKey: 'broken', matched: false, error: expect.stringContaining(error) });
  });

  it('goes to the desk when nothing matches', () => {
    expect(chooseTarget([rule('fire', 'urgent')], facts)).toMatchObject({ ruleKey: null, target: { to: 'desk' } });
    expect(chooseTarget([], facts)).toEqual({ ruleKey: null, target: { to: 'desk' }, tried: [] });
  });
});
