import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../../tags/age-bounds.ts';
import { type AbilityLevel, abilityLevels, assessOlderPerson } from './assess-older-person.ts';
import { type HouseholdMember, livingArrangement, livingArrangements } from './living-arrangement.ts';

const nothing = { isInComa: false, hasConfirmedMentalDisorder: false, careRiskEventsIn30Days: 0 };
const points = (total: number) => ({
  selfCare: Math.min(total, 30),
  movement: 0,
  mental: Math.max(0, total - 30),
  senses: 0,
});

describe('assessOlderPerson', () => {
  it.each<[number, AbilityLevel]>([
    [90, 0],
    [89, 1],
    [66, 1],
    [65, 2],
    [46, 2],
    [45, 3],
    [30, 3],
    [29, 4],
    [0, 4],
  ])('%i points are level %i', (total, level) => {
    expect(assessOlderPerson(points(total), nothing)).toMatchObject({
      ok: true,
      total,
      levelByScore: level,
      level,
      adjustments: [],
    });
  });

  it('is one worse once, for a disorder or two events or both, and never beyond 4', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.boolean(),
        fc.nat(5),
        (total, hasConfirmedMentalDisorder, careRiskEventsIn30Days) => {
          const found = assessOlderPerson(points(total), {
            isInComa: false,
            hasConfirmedMentalDisorder,
            careRiskEventsIn30Days,
          });
          if (!found.ok) throw new Error(found.problem);
          const isWorse = hasConfirmedMentalDisorder || careRiskEventsIn30Days >= 2;
          expect(found.level).toBe(Math.min(4, found.levelByScore + (isWorse ? 1 : 0)));
          expect(found.adjustments.length > 0).toBe(isWorse);
        },
      ),
    );
  });

  it('is 4 in coma, whatever the points', () => {
    expect(assessOlderPerson(points(90), { ...nothing, isInComa: true })).toMatchObject({
      level: 4,
      levelByScore: 0,
      adjustments: ['coma'],
    });
  });

  it('refuses what cannot be points', () => {
    expect(assessOlderPerson(points(91), nothing)).toEqual({ ok: false, problem: 'too-many-points' });
    expect(assessOlderPerson({ ...points(9), senses: -1 }, nothing)).toEqual({
      ok: false,
      problem: 'not-whole-points',
    });
    expect(assessOlderPerson({ ...points(9), senses: 0.5 }, nothing)).toEqual({
      ok: false,
      problem: 'not-whole-points',
    });
  });

  it('has every level in order', () => {
    expect(abilityLevels.map((row) => row.level)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('livingArrangement', () => {
  const today = '2026-03-16';
  const me: HouseholdMember = { id: 'me', born: '1950-01-01', relation: null };
  const spouse: HouseholdMember = { id: 'spouse', born: '1952-01-01', relation: 'spouse' };
  const child: HouseholdMember = { id: 'child', born: '1980-01-01', relation: 'child' };
  const oldChild: HouseholdMember = { id: 'old', born: '1966-03-16', relation: 'child' };
  const unknown: HouseholdMember = { id: 'unknown', born: null, relation: null };

  it.each([
    [[me], 'alone'],
    [[me, spouse], 'empty-nest'],
    [[me, { ...spouse, born: '1980-01-01' }], 'empty-nest'],
    [[me, spouse, oldChild], 'all-elderly'],
    [[me, { ...oldChild, born: '1966-03-17' }], 'with-family'],
    [[me, spouse, child], 'with-family'],
    [[me, unknown, child], 'with-family'],
    [[me, unknown], null],
    [[me, unknown, oldChild], null],
    [[{ ...me, born: '1970-01-01' }], null],
    [[{ ...me, born: null }], null],
    [[spouse], null],
  ])('%# is %s', (members, arrangement) => {
    expect(livingArrangement('me', members, today)).toBe(arrangement);
  });

  it('counts years to the day', () => {
    expect(ageOn('1966-03-16', '2026-03-15')).toBe(59);
    expect(ageOn('1966-03-16', '2026-03-16')).toBe(60);
    expect(ageOn('1964-02-29', '2026-02-28')).toBe(61);
    expect(ageOn('1964-02-29', '2026-03-01')).toBe(62);
  });

  it('says what each word means and where from', () => {
    for (const row of livingArrangements) expect(row.definition.zh !== '' && row.source !== '').toBe(true);
  });
});
