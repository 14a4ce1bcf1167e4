import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findGuardianProblem,
  guardianPapers,
  guardianPapersFor,
  guardianRelations,
  guardianRelationsFor,
  isMinor,
  isOfAge,
} from './guardianship.ts';

const today = '2026-03-16';
const adult = { born: '1985-01-01' };
const base = { guardian: adult, relation: 'parent', paper: 'birth-certificate', since: '2020-01-01', today } as const;

describe('guardianship', () => {
  it('knows the eighteenth birthday, and nothing of who has no birth', () => {
    expect([isMinor('2008-03-17', today), isMinor('2008-03-16', today)]).toEqual([true, false]);
    expect([isOfAge('2008-03-17', today), isOfAge('2008-03-16', today)]).toEqual([false, true]);
    expect([isMinor(null, today), isOfAge(null, today)]).toEqual([false, false]);
  });

  it('of a minor is shown by family with papers of the desk, by others with consent', () => {
    const ward = { born: '2018-01-01' };
    expect(findGuardianProblem({ ...base, ward })).toBeNull();
    expect(findGuardianProblem({ ...base, ward, guardian: { born: '2009-01-01' } })).toBe('guardian-unfit');
    expect(findGuardianProblem({ ...base, ward, guardian: { born: null } })).toBe('guardian-unfit');
    expect(findGuardianProblem({ ...base, ward, relation: 'other' })).toBe('guardian-not-justified');
    expect(findGuardianProblem({ ...base, ward, relation: 'other', paper: 'consent' })).toBeNull();
    expect(findGuardianProblem({ ...base, ward, relation: 'spouse', paper: 'judgment' })).toBe(
      'guardian-not-justified',
    );
    expect(findGuardianProblem({ ...base, ward, paper: 'agreement' })).toBe('guardian-not-justified');
    expect(findGuardianProblem({ ...base, ward, since: '2017-12-31' })).toBe('event-day-wrong');
    expect(findGuardianProblem({ ...base, ward, since: '2026-03-17' })).toBe('event-day-wrong');
  });

  it('of an adult, or of whom the birth is not known, takes judgment, appointment or agreement', () => {
    for (const ward of [{ born: '1940-01-01' }, { born: null }]) {
      expect(guardianPapersFor(ward, 'child', today)).toEqual(['appointment', 'judgment', 'agreement']);
      expect(findGuardianProblem({ ...base, ward, relation: 'child' })).toBe('guardian-not-justified');
      expect(findGuardianProblem({ ...base, ward, relation: 'child', paper: 'judgment' })).toBeNull();
    }
    // From a day on which the ward was still a minor it would end with that: a judgment about the adult is younger.
    const grown = { born: '2005-01-01' };
    expect(findGuardianProblem({ ...base, ward: grown, paper: 'judgment' })).toBe('event-day-wrong');
  });

  it('accepts exactly what it offers', () => {
    const days = fc.option(fc.integer({ min: 1930, max: 2025 }).map((year) => `${year}-05-05`));
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...guardianRelations),
        fc.constantFrom(...guardianPapers),
        (born, relation, paper) => {
          const ward = { born };
          const offered =
            guardianRelationsFor(ward, today).includes(relation) &&
            guardianPapersFor(ward, relation, today).includes(paper);
          const problem = findGuardianProblem({ ...base, ward, relation, paper, since: today });
          expect(problem === null).toBe(offered);
        },
      ),
    );
  });
});
