import { describe, expect, it } from 'vitest';
import { bornBefore, rowsOfAbility, rowsOfFigure } from './elderly-figures.ts';

describe('bornBefore', () => {
  it('takes in those whose birthday is today', () => {
    expect(bornBefore('2026-11-23', 60)).toBe('1966-11-24');
    expect(bornBefore('2026-12-31', 80)).toBe('1947-01-01');
  });

  it('knows that a leap day has no twin in a common year', () => {
    expect(bornBefore('2028-02-29', 61)).toBe('1967-03-01');
  });
});

describe('rows of figures', () => {
  const on = { areaId: undefined, today: '2026-11-23' };
  it('asks for the age and what is counted', () => {
    expect(rowsOfFigure('over80', on)).toEqual({ noun: 'person', bornUntil: '1946-11-24' });
    expect(rowsOfFigure('meals', { ...on, areaId: 'a' })).toEqual({
      noun: 'person',
      areaId: 'a',
      bornUntil: '1966-11-24',
      field: 'mealService',
      value: 'true',
    });
    expect(rowsOfAbility(3, on)).toMatchObject({ field: 'abilityLevel', value: '3' });
  });
});
