import type { askExtension, CaseAfterView, ParsedInputOf } from '@linli/contract';
import { calendarFor, timeLeft } from '@linli/domain';
import type { Db } from '../../platform/db/database.ts';
import { refuse } from '../../platform/errors.ts';
import { type ActingCall, actOnCase } from './act-on-case.ts';
import type { CaseDeps } from './deps.ts';
import { refuseCalendar } from './refuse-action.ts';

/** More time until an instant, counted in the unit of the handling deadline. */
export function requestExtension(
  db: Db,
  deps: CaseDeps,
  call: ActingCall & { input: ParsedInputOf<typeof askExtension> },
): Promise<CaseAfterView> {
  const { reason, until } = call.input;
  return actOnCase(db, deps, call, ({ loaded, type }) => {
    const clock = loaded.fold.clocks.handle;
    const unit = type.deadlines.handle?.unit;
    if (!clock || !unit) return [{ kind: 'ask-extension', data: { reason } }];
    const amount = moreTime(deps, type, clock.dueAt, new Date(until), unit);
    if (amount <= 0) refuse('input-invalid', {}, { fields: [{ path: 'until', code: 'invalid', params: {} }] });
    return [{ kind: 'ask-extension', data: { reason, amount } }];
  });
}

function moreTime(
  deps: CaseDeps,
  type: Parameters<typeof calendarFor>[0],
  dueAt: Date,
  until: Date,
  unit: Parameters<typeof timeLeft>[2],
): number {
  try {
    return Math.round(timeLeft(dueAt, until, unit, calendarFor(type, deps.catalogue.get().holidays)) * 100) / 100;
  } catch (error) {
    return refuseCalendar(error);
  }
}
