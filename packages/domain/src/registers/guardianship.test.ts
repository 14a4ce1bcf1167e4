import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsGuardian } from '../privacy/consent-purposes.ts';
import { ageOn, bornBy } from '../tags/age-bounds.ts';
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

  it('comes of age on the birthday, born on 29 February on 1 March of common years, whatever the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2080 }), fc.constantFrom(14, 18, 60, 80, 100), (year, years) => {
        const isLeap = (n: number) => n % 4 === 0 && (n % 100 !== 0 || n % 400 === 0);
        const born = isLeap(year) ? `${year}-02-29` : `${year}-03-01`;
        const at = year + years;
        const eve = isLeap(at) && born.endsWith('-03-01') ? `${at}-02-29` : `${at}-02-28`;
        const birthday = isLeap(at) && born.endsWith('-02-29') ? `${at}-02-29` : `${at}-03-01`;
        expect([ageOn(born, eve), ageOn(born, birthday)]).toEqual([years - 1, years]);
        expect([born <= bornBy(eve, years), born <= bornBy(birthday, years)]).toEqual([false, true]);
        if (years === 18)
          expect([isMinor(born, eve), isOfAge(born, eve), isMinor(born, birthday), isOfAge(born, birthday)]).toEqual([
            true,
            false,
            false,
            true,
          ]);
        if (years === 14) expect([needsGuardian(born, eve), needsGuardian(born, birthday)]).toEqual([true, false]);
      }),
    );
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
