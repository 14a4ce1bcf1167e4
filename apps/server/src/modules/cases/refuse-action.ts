import type { ErrorCode } from '@linli/contract';
import {
  CalendarError,
  type CaseActionKind,
  type CaseState,
  type CaseTypeDefinition,
  type DayProblem,
  type FormProblem,
  type RefusalCode,
} from '@linli/domain';
import { refuse } from '../../platform/errors.ts';

/** The domain's reasons in the contract's codes. What people cannot cause is ours, and answers as wrong state. */
const codes: Readonly<Record<RefusalCode, ErrorCode>> = {
  'wrong-state': 'wrong-state',
  'not-entitled': 'not-allowed',
  'handler-cannot-check': 'handler-cannot-check',
  'second-person-needed': 'second-person-needed',
  'return-window-over': 'return-window-over',
  'returns-used-up': 'returns-used-up',
  'request-pending': 'request-pending',
  'nothing-pending': 'no-request-pending',
  'extension-used-up': 'extension-used-up',
  'extension-without-deadline': 'extension-without-deadline',
  'extension-after-deadline': 'extension-after-deadline',
  'extension-too-long': 'extension-too-long',
  'checklist-incomplete': 'checklist-incomplete',
  'unknown-item': 'unknown-item',
  'evidence-missing': 'evidence-missing',
  'reporter-not-allowed': 'reporter-not-allowed',
  'reporter-already-joined': 'already-joined',
  'rating-off': 'rating-off',
  'already-rated': 'already-rated',
  'reopen-window-over': 'reopen-window-over',
  'already-objected': 'already-objected',
  'self-handle-off': 'self-handle-off',
  'target-invalid': 'target-invalid',
  'parts-invalid': 'target-invalid',
  'parts-unfinished': 'parts-unfinished',
  'part-unknown': 'part-unknown',
  'not-the-lead': 'not-allowed',
  'clock-not-running': 'wrong-state',
  'clock-not-out': 'wrong-state',
  'stages-unfinished': 'stages-unfinished',
  'stage-changed': 'stage-changed',
  'nothing-to-sign': 'nothing-to-sign',
  'already-signed': 'already-signed',
  'signature-missing': 'signature-missing',
  'signature-refused': 'signature-refused',
  'parties-unsigned': 'parties-unsigned',
  'outcome-unknown': 'outcome-unknown',
  'words-needed': 'words-needed',
  'form-incomplete': 'form-incomplete',
  'children-open': 'children-open',
  'child-missing': 'child-missing',
  'callers-unanswered': 'callers-unanswered',
  'parts-missing': 'parts-missing',
  'part-not-yet': 'part-not-yet',
  'attendance-invalid': 'attendance-invalid',
  'about-cannot-handle': 'about-cannot-handle',
  'already-excluded': 'already-excluded',
  'day-past': 'day-past',
  'day-out-of-reach': 'input-invalid',
};

/** Refuses with words for people: what is missing, how many, how long. Always throws. */
export function refuseAction(
  refused: {
    code: RefusalCode;
    state: CaseState | null;
    allowed: readonly CaseActionKind[];
    problems?: readonly FormProblem[];
    day?: DayProblem;
  },
  type: CaseTypeDefinition,
  given: { photos: number; needed: number; ticked: readonly string[]; stage?: string; openChildren?: number },
): never {
  if (refused.day) {
    const { path, code, params } = refused.day;
    return refuse('input-invalid', {}, { fields: [{ path, code, params: { ...params } }] });
  }
  if (refused.problems) {
    const fields = refused.problems.map(({ key, code, params }) => ({
      path: `form.${key}`,
      code,
      params: { ...params },
    }));
    return refuse('input-invalid', {}, { fields });
  }
  const code = codes[refused.code];
  const missing = type.checklist
    .filter((i) => i.kind === 'standard' && !given.ticked.includes(i.key))
    .map((i) => i.label.zh);
  const params = {
    max: type.returns.max,
    days: type.rating.reopenDays,
    count: Math.max(1, given.needed - given.photos),
    items: missing.join('、'),
    children: given.openChildren ?? 0,
  };
  const told = { 'checklist-incomplete': { items: params.items }, 'stage-changed': { stage: given.stage ?? '' } };
  const wanted = code in told ? told[code as keyof typeof told] : pick(code, params); // its keys are two of the codes
  return refuse(code, wanted, { ...(refused.state ? { state: refused.state } : {}), allowed: [...refused.allowed] });
}

function pick(
  code: ErrorCode,
  params: { max: number; days: number; count: number; children: number },
): Record<string, number> {
  if (code === 'returns-used-up') return { max: params.max };
  if (code === 'children-open') return { count: params.children };
  if (code === 'reopen-window-over') return { days: params.days };
  return code === 'evidence-missing' ? { count: params.count } : {};
}

/** A year without a holiday table is refused loudly: 503 naming the year. */
export function refuseCalendar(error: unknown): never {
  if (error instanceof CalendarError && error.code === 'calendar-year-missing')
    return refuse('calendar-year-missing', { year: error.year ?? 0 });
  throw error;
}
