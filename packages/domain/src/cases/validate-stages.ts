import type { CaseStage } from './case-stage.ts';
import type { CaseTypeDefinition } from './case-type.ts';

/** What a procedure can get wrong beyond its shape. */
export const stageProblemCodes = [
  'stage-unknown',
  'stage-unreachable',
  'no-way-out',
  'outcome-unknown',
  'limit-missing',
  'timeout-demands',
  'nobody-takes-it',
  'date-field-unknown',
  'time-field-unknown',
  'paper-field-unknown',
  'signing-public',
  'nothing-to-book',
  'file-missing',
  'bare-starts-clock',
  'result-unused',
  'type-unknown',
  'closing-unused',
  'stage-deadline-unused',
  'about-not-a-unit',
  'about-without-seal',
  'child-only-called',
] as const;
export type StageProblemCode = (typeof stageProblemCodes)[number];

/** `path` from the case type, for instance `['stages', 2, 'outcomes', 1, 'to']`. */
type Report = (path: readonly (string | number)[], code: StageProblemCode, detail?: string) => void;

/** Every fault of the procedure: ways that lead nowhere, clocks without length, names nobody has. Doubles and forms are checked apart. */
export function checkStages(type: CaseTypeDefinition, knownTypes: ReadonlySet<string> | null, report: Report): void {
  const { stages } = type;
  if (stages.length > 0 && type.closing.length > 0) report(['closing'], 'closing-unused');
  if (type.deadlines.stage) report(['deadlines', 'stage'], 'stage-deadline-unused');
  if (type.childOnly && type.calls) report(['calls'], 'child-only-called');
  checkAbout(type, report);
  const reachable = reach(stages, [stages[0]?.key ?? '']);
  for (const [index, stage] of stages.entries()) {
    const path = ['stages', index] as const;
    checkWays(type, stage, path, report);
    checkBooking(type, index, report);
    checkSigning(type, stage, path, report);
    checkClock(type, index, report);
    for (const [at, key] of stage.notSameAs.entries()) {
      if (!hasStage(stages, key)) report([...path, 'notSameAs', at], 'stage-unknown', key);
    }
    for (const name of ['duties', 'opens'] as const) {
      const made = stage[name]?.typeCode;
      if (made !== undefined && knownTypes?.has(made) === false)
        report([...path, name, 'typeCode'], 'type-unknown', made);
    }
    if (!reachable.has(stage.key)) report(path, 'stage-unreachable', stage.key);
    // From wherever a case can stand it must be possible to bring it to an end.
    if (!reach(stages, [stage.key]).has('handled')) report([...path, 'outcomes'], 'no-way-out', stage.key);
  }
}

function checkWays(
  type: CaseTypeDefinition,
  stage: CaseStage,
  path: readonly (string | number)[],
  report: Report,
): void {
  for (const [index, outcome] of stage.outcomes.entries()) {
    const at = [...path, 'outcomes', index];
    if (outcome.to !== 'handled' && !hasStage(type.stages, outcome.to)) {
      report([...at, 'to'], 'stage-unknown', outcome.to);
    }
    if (outcome.fileComplete && !type.file) report([...at, 'fileComplete'], 'file-missing', outcome.key);
    if (outcome.bare === true && type.stages.some((next) => next.key === outcome.to && beginsAt(next, stage.key)))
      report([...at, 'bare'], 'bare-starts-clock', outcome.to);
    if (outcome.result && outcome.to !== 'handled') report([...at, 'result'], 'result-unused', outcome.result);
    if (outcome.key !== stage.onTimeout) continue;
    // The system gives no reason, closes no duty and answers no caller.
    const demands =
      outcome.reason ||
      outcome.childrenClosed ||
      outcome.fileComplete ||
      stage.signing?.on.includes(outcome.key) ||
      (outcome.to === 'handled' && type.answerAll);
    if (demands) report([...path, 'onTimeout'], 'timeout-demands', outcome.key);
  }
}

/** Its clock begins on a day written in that stage's form. */
function beginsAt({ limitFrom }: CaseStage, stage: string): boolean {
  return typeof limitFrom === 'object' && limitFrom.stage === stage;
}

function checkSigning(
  type: CaseTypeDefinition,
  stage: CaseStage,
  path: readonly (string | number)[],
  report: Report,
): void {
  const { signing } = stage;
  if (!signing) return;
  // Anybody may join a public case: a neighbour would read the paper, and hold it up.
  if (type.visibility === 'public') report([...path, 'signing'], 'signing-public');
  for (const [n, key] of signing.on.entries()) {
    if (!stage.outcomes.some((outcome) => outcome.key === key))
      report([...path, 'signing', 'on', n], 'outcome-unknown', key);
  }
  const isField = stage.form.some(({ key, kind }) => key === signing.paper && kind === 'boolean');
  if (signing.paper !== undefined && !isField)
    report([...path, 'signing', 'paper'], 'paper-field-unknown', signing.paper);
}

function checkBooking(type: CaseTypeDefinition, index: number, report: Report): void {
  const stage = type.stages[index];
  if (!stage?.booking) return;
  const path = ['stages', index, 'booking'];
  const { at } = stage.booking;
  if (!stage.form.some(({ key, kind }) => key === at && kind === 'time')) {
    report([...path, 'at'], 'time-field-unknown', at);
  }
  for (const [n, key] of (stage.booking.on ?? []).entries()) {
    if (!stage.outcomes.some((outcome) => outcome.key === key)) report([...path, 'on', n], 'outcome-unknown', key);
  }
  const asked = type.stages.slice(0, index + 1).flatMap(({ form }) => form);
  if (!asked.some(({ kind }) => kind === 'mediator' || kind === 'room')) report(path, 'nothing-to-book');
}

function checkClock(type: CaseTypeDefinition, index: number, report: Report): void {
  const stage = type.stages[index];
  if (!stage) return;
  const { limit, limitFrom, onTimeout } = stage;
  const path = ['stages', index];
  if (onTimeout === undefined) {
    if (stage.by.every((one) => one === 'system')) report([...path, 'by'], 'nobody-takes-it');
  } else {
    if (!stage.outcomes.some(({ key }) => key === onTimeout)) {
      report([...path, 'onTimeout'], 'outcome-unknown', onTimeout);
    }
    if (!limit) report([...path, 'limit'], 'limit-missing');
  }
  if (!limitFrom || typeof limitFrom === 'string') return;
  if (!limit && onTimeout === undefined) report([...path, 'limit'], 'limit-missing');
  const earlier = type.stages.slice(0, index).find(({ key }) => key === limitFrom.stage);
  if (!earlier) report([...path, 'limitFrom', 'stage'], 'stage-unknown', limitFrom.stage);
  else if (!earlier.form.some(({ key, kind }) => key === limitFrom.field && kind === 'date')) {
    report([...path, 'limitFrom', 'field'], 'date-field-unknown', limitFrom.field);
  }
}

function checkAbout(type: CaseTypeDefinition, report: Report): void {
  if (type.about === undefined) return;
  const field = type.form.find(({ key }) => key === type.about);
  if (field?.kind !== 'unit') report(['about'], 'about-not-a-unit', type.about);
  if (type.visibility !== 'sealed') report(['about'], 'about-without-seal', type.about);
}

/** Everything the ways out lead to from there, `handled` included. */
function reach(stages: readonly CaseStage[], from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>(from);
  for (const key of found) {
    for (const { to } of stages.find((stage) => stage.key === key)?.outcomes ?? []) found.add(to);
  }
  return found;
}

function hasStage(stages: readonly CaseStage[], key: string): boolean {
  return stages.some((stage) => stage.key === key);
}
