import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerFields } from '../registers/register-fields.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { consentTexts, needsGuardian } from './consent-purposes.ts';
import { planDeletion } from './plan-deletion.ts';
import {
  allowedRightsActs,
  applyRightsStep,
  isOverdue,
  openRights,
  type RightsRequest,
  type RightsStep,
  refuseRightsStep,
} from './rights-fold.ts';
import {
  refusalGrounds,
  rightsActs,
  rightsKinds,
  rightsOutcomes,
  rightsStates,
  rightsTable,
} from './rights-request.ts';

const calendar: WorkCalendar = {
  zone: 'Asia/Shanghai',
  table: { years: [2026, 2027], holidays: new Set(['2026-04-06', '2026-05-01']), makeUpDays: new Set() },
  from: '08:30',
  until: '17:30',
  days: 'every-day',
};
const monday = new Date('2026-03-16T10:00:00+08:00');
const open = (kind: RightsRequest['kind'] = 'delete') => openRights(kind, monday, { answerWorkDays: 15, calendar });
const step = (act: RightsStep['act'], more: Partial<RightsStep> = {}): RightsStep => ({
  act,
  at: monday,
  by: 'desk',
  words: '说明原因',
  ...more,
});
/** Takes the steps in turn; each must be let through. */
function run(request: RightsRequest, ...steps: RightsStep[]): RightsRequest {
  return steps.reduce((now, each) => {
    expect(refuseRightsStep(now, each)).toBeNull();
    return applyRightsStep(now, each, calendar);
  }, request);
}

describe('a request about one’s own data', () => {
  it('is due after fifteen working days and never later than thirty days', () => {
    // 16 March + 15 working days, Qingming on 6 April: the 7th.
    expect(open().dueAt.toISOString()).toBe('2026-04-07T09:30:00.000Z');
    expect(open().latestAt.toISOString()).toBe('2026-04-15T02:00:00.000Z');
    const longHoliday = { ...calendar.table, holidays: new Set(daysFrom('2026-03-20', 20)) };
    const capped = openRights('copy', monday, { answerWorkDays: 15, calendar: { ...calendar, table: longHoliday } });
    expect(capped.dueAt).toEqual(capped.latestAt);
  });

  it('refuses with a reason and a ground, and grants a change only after it was accepted', () => {
    const verified = run(open(), step('register'), step('verify'));
    expect(refuseRightsStep(verified, step('answer', { outcome: 'refused' }))).toBe('rights-ground-needed');
    expect(refuseRightsStep(verified, step('answer', { outcome: 'refused', ground: 'nothing-held', words: ' ' }))).toBe(
      'rights-words-needed',
    );
    expect(refuseRightsStep(verified, step('answer', { outcome: 'granted' }))).toBe('rights-not-accepted');
    const granted = run(verified, step('accept'), step('answer', { outcome: 'granted', words: '' }));
    expect(granted).toMatchObject({ state: 'answered', outcome: 'granted', ground: null });
  });

  it('lets somebody else look at an objection, once, within sixty days', () => {
    const refused = run(open(), step('register'), step('answer', { outcome: 'refused', ground: 'nothing-held' }));
    const late = new Date(monday.getTime() + 61 * 86_400_000);
    expect(refuseRightsStep(refused, step('object', { at: late }))).toBe('rights-objection-late');
    const objected = run(refused, step('object', { by: 'asker' }));
    const again = step('answer', { outcome: 'granted' });
    expect(refuseRightsStep(objected, again)).toBe('second-person-needed');
    const answered = run(objected, { ...again, by: 'other' });
    expect(allowedRightsActs(answered)).toEqual([]);
  });

  it('stands still while the asker has to bring something', () => {
    const waiting = run(open(), step('register'), step('ask-more'));
    const later = new Date(monday.getTime() + 21 * 86_400_000);
    expect(isOverdue(waiting, new Date('2026-06-01T00:00:00Z'))).toBe(false);
    const back = run(waiting, step('supply', { at: later, by: 'asker' }));
    expect(back.state).toBe('registered');
    expect(back.dueAt > open().dueAt).toBe(true);
    expect(isOverdue(back, back.dueAt)).toBe(true);
    expect(isOverdue(back, new Date(back.dueAt.getTime() - 1))).toBe(false);
  });

  it('keeps to the table whatever is tried', () => {
    const anyStep = fc.record(
      {
        act: fc.constantFrom(...rightsActs),
        days: fc.integer({ min: 0, max: 20 }),
        by: fc.constantFrom('one', 'other'),
        words: fc.constantFrom('', '说明'),
        outcome: fc.constantFrom(...rightsOutcomes),
        ground: fc.constantFrom(...refusalGrounds),
      },
      { requiredKeys: ['act', 'days', 'by', 'words'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...rightsKinds), fc.array(anyStep, { maxLength: 14 }), (kind, steps) => {
        let request = open(kind);
        let at = monday.getTime();
        for (const { days, ...each } of steps) {
          at += days * 86_400_000;
          const next: RightsStep = { ...each, at: new Date(at) };
          const refusal = refuseRightsStep(request, next);
          const isInTable = rightsTable[next.act].from.includes(request.state);
          if (!isInTable) expect(refusal).toBe('rights-act-not-now');
          if (refusal !== null) continue;
          const after = applyRightsStep(request, next, calendar);
          expect(rightsStates).toContain(after.state);
          expect(after.dueAt <= after.latestAt).toBe(true);
          expect(after.waitingSince !== null).toBe(after.state === 'needs-more');
          if (after.state === 'answered') expect(after.outcome).not.toBeNull();
          if (after.outcome !== null && after.outcome !== 'granted') expect(after.ground).not.toBeNull();
          request = after;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('deleting', () => {
  it('takes what stands on consent and restricts what the law wants kept', () => {
    const held = { phone: 'consent', sex: 'statutory' } as const;
    expect(planDeletion(['phone'], held)).toMatchObject({ erase: ['phone'], restrict: [], outcome: 'granted' });
    expect(planDeletion(['phone', 'sex'], held)).toMatchObject({ restrict: ['sex'], outcome: 'partly' });
    expect(planDeletion(['sex'], held).outcome).toBe('refused');
    expect(planDeletion(['nationality'], held)).toMatchObject({ absent: ['nationality'], outcome: null });
  });
});

describe('purposes of consent', () => {
  it('cover every field of a person that stands on consent, each once', () => {
    const covered = Object.values(consentTexts).flatMap(({ fields }) => fields);
    const asked = registerFields.filter(({ noun, basis }) => noun === 'person' && basis === 'consent');
    expect([...covered].sort()).toEqual(asked.map(({ code }) => code).sort());
  });

  it('need a guardian until the fourteenth birthday', () => {
    expect(needsGuardian('2012-03-17', '2026-03-16')).toBe(true);
    expect(needsGuardian('2012-03-16', '2026-03-16')).toBe(false);
    expect(needsGuardian(null, '2026-03-16')).toBe(false);
  });
});

function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) =>
    new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10),
  );
}
