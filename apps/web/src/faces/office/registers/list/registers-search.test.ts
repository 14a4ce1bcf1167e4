import { describe, expect, it } from 'vitest';
import { readRegistersSearch, subjectFilterOf } from './registers-search.ts';

describe('readRegistersSearch', () => {
  it('keeps what fits and leaves out the rest', () => {
    expect(
      readRegistersSearch({ noun: 'home', words: ' 栖霞路 ', order: 'name', areaId: 'x', state: 'asleep' }),
    ).toEqual({
      noun: 'home',
      words: '栖霞路',
    });
    expect(readRegistersSearch({ noun: 'animal', bornUntil: '1966-1-1', view: 'map' })).toEqual({ view: 'map' });
  });
});

describe('subjectFilterOf', () => {
  it('asks for people in force where nothing is said', () => {
    expect(subjectFilterOf({})).toEqual({ noun: 'person', states: ['active'], order: 'name' });
  });

  it('gives a value the type of its field', () => {
    expect(subjectFilterOf({ field: 'mealService', value: 'true' }).where).toEqual([
      { code: 'mealService', value: true },
    ]);
    expect(subjectFilterOf({ field: 'abilityLevel', value: '3' }).where).toEqual([
      { code: 'abilityLevel', value: '3' },
    ]);
    expect(subjectFilterOf({ noun: 'home', field: 'tenants', value: '4' }).where).toEqual([
      { code: 'tenants', value: 4 },
    ]);
  });

  it('asks for no sealed or unknown field', () => {
    expect(subjectFilterOf({ field: 'phone', value: '13800000000' }).where).toBeUndefined();
    expect(subjectFilterOf({ field: 'religion', value: 'x' }).where).toBeUndefined();
  });
});
