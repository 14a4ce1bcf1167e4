import { findPackFormProblems } from '../forms/form-problems.ts';
import { unitKinds } from '../org/unit-kinds.ts';
import { findCareProblems } from '../registers/care-rules.ts';
import { checkTagGroups, tagProblemCodes } from '../tags/check-tag-groups.ts';
import { CalendarError, serviceWindow } from '../time/calendar.ts';
import { documentProblems } from './case-document.ts';
import { caseFileProblems } from './case-file.ts';
import type { CaseTypeDefinition, ClockName } from './case-type.ts';
import { calendarFor } from './due-dates.ts';
import { checkExpression } from './expression.ts';
import type { FieldCondition, FormField } from './form-field.ts';
import { Pack } from './pack.ts';
import { checkStages, stageProblemCodes } from './validate-stages.ts';

export type PackProblem = {
  /** Dotted, with indexes: `caseTypes.0.dispatch.2.when`. */
  readonly path: string;
  /** `shape-…` for what the schema refuses, else one of `packProblemCodes`. */
  readonly code: string;
  readonly detail?: string;
};

export const packProblemCodes = [
  'duplicate-code',
  'duplicate-key',
  'duplicate-option',
  'options-missing',
  'options-unexpected',
  'range-empty',
  'standard-code-invalid',
  'expression-invalid',
  'expression-field-unknown',
  'rule-unreachable',
  'target-unnamed',
  'service-hours-invalid',
  'clock-without-deadline',
  'sample-unused',
  'reporter-check-without-deadline',
  'mark-unknown',
  'file-source-unknown',
  'condition-field-unknown',
  'condition-value-unknown',
  'match-unexpected',
  'unit-kinds-unexpected',
  'unit-kind-unknown',
  'joins-unexpected',
  'ledger-wrong',
  ...stageProblemCodes,
  ...tagProblemCodes,
] as const;
type ProblemCode = (typeof packProblemCodes)[number];

export type PackValidation =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

type Report = (path: string, code: ProblemCode, detail?: string) => void;

/**
 * A pack as read from YAML: its shape first, then everything the shape cannot say. All problems at once. `knownTypes` are codes of
 * case types in other packs, which duties may name; null when they are not to be asked for.
 */
export function validatePack(yamlObject: unknown, knownTypes: Iterable<string> | null = []): PackValidation {
  const parsed = Pack.safeParse(yamlObject);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      code: `shape-${issue.code.replaceAll('_', '-')}`,
      detail: issue.message,
    }));
    return { ok: false, problems };
  }
  const problems: PackProblem[] = [];
  const pack = parsed.data;
  const report: Report = (path, code, detail) =>
    problems.push(detail === undefined ? { path, code } : { path, code, detail });
  reportDoubles(pack.caseTypes, (type) => type.code, 'caseTypes', 'code', 'duplicate-code', report);
  const typeCodes = knownTypes && new Set([...knownTypes, ...pack.caseTypes.map(({ code }) => code)]);
  for (const [index, type] of pack.caseTypes.entries()) {
    const path = `caseTypes.${index}`;
    checkForm(type.form, `${path}.form`, report);
    checkForm(type.closing, `${path}.closing`, report);
    checkStageRows(type, path, report);
    checkStages(type, typeCodes, (at, code, detail) => report([path, ...at].join('.'), code, detail));
    for (const { path: at, unknown } of documentProblems(type)) {
      report([path, ...at].join('.'), 'mark-unknown', unknown);
    }
    for (const { path: at, unknown } of caseFileProblems(type)) {
      report([path, ...at].join('.'), 'file-source-unknown', unknown);
    }
    reportDoubles(type.file?.items ?? [], (item) => item.key, `${path}.file.items`, 'key', 'duplicate-key', report);
    checkMatches(type, path, report);
    checkJoins(type, path, report);
    checkDispatch(type, path, report);
    checkTimes(type, path, report);
    checkStandard(type, path, report);
    checkChecking(type, path, report);
  }
  for (const { path, code, detail } of checkTagGroups(pack.tagGroups)) report(path, code, detail);
  for (const { path, code, detail } of findCareProblems(pack)) report(path, code, detail);
  for (const { path, code, detail } of pack.forms ? findPackFormProblems(pack.forms) : [])
    report(`forms.${path}`, 'ledger-wrong', detail === undefined ? code : `${code} ${detail}`);
  return problems.length === 0 ? { ok: true, pack } : { ok: false, problems };
}

function checkStageRows(type: CaseTypeDefinition, path: string, report: Report): void {
  reportDoubles(type.stages, (stage) => stage.key, `${path}.stages`, 'key', 'duplicate-key', report);
  for (const [index, stage] of type.stages.entries()) {
    const at = `${path}.stages.${index}`;
    checkForm(stage.form, `${at}.form`, report);
    reportDoubles(stage.outcomes, (outcome) => outcome.key, `${at}.outcomes`, 'key', 'duplicate-key', report);
  }
}

function checkUnitKinds({ kind, unitKinds: wanted }: FormField, at: string, report: Report): void {
  if (!wanted) return;
  if (kind !== 'unit' && kind !== 'units') report(`${at}.unitKinds`, 'unit-kinds-unexpected');
  for (const [n, name] of wanted.entries()) {
    if (!unitKinds.some((known) => known === name)) report(`${at}.unitKinds.${n}`, 'unit-kind-unknown', name);
  }
}

function checkForm(form: readonly FormField[], path: string, report: Report): void {
  reportDoubles(form, (field) => field.key, path, 'key', 'duplicate-key', report);
  for (const [index, field] of form.entries()) {
    const at = `${path}.${index}`;
    const chooses = field.kind === 'select' || field.kind === 'multi-select';
    if (chooses && !field.options?.length) report(`${at}.options`, 'options-missing');
    if (!chooses && field.options) report(`${at}.options`, 'options-unexpected');
    reportDoubles(field.options ?? [], (option) => option.value, `${at}.options`, 'value', 'duplicate-option', report);
    if (field.min !== undefined && field.max !== undefined && field.min > field.max) report(`${at}.max`, 'range-empty');
    if (field.match && field.kind !== 'mediator') report(`${at}.match`, 'match-unexpected');
    checkUnitKinds(field, at, report);
    for (const name of ['shownWhen', 'requiredWhen'] as const)
      checkCondition(field[name], form.slice(0, index), `${at}.${name}`, report);
  }
}

/** A condition names an earlier field and, where that is a choice, one of its options. */
function checkCondition(
  condition: FieldCondition | undefined,
  earlier: readonly FormField[],
  path: string,
  report: Report,
): void {
  if (!condition) return;
  const named = earlier.find((field) => field.key === condition.field);
  if (!named) {
    report(`${path}.field`, 'condition-field-unknown', condition.field);
    return;
  }
  const wanted = (Array.isArray(condition.is) ? condition.is : [condition.is]).map(String);
  const possible = named.kind === 'boolean' ? ['true', 'false'] : named.options?.map((option) => option.value);
  const wrong = wanted.find((value) => possible?.includes(value) === false);
  if (wrong !== undefined) report(`${path}.is`, 'condition-value-unknown', wrong);
}

/** What a mediator is matched by are choices of the report. */
function checkMatches(type: CaseTypeDefinition, path: string, report: Report): void {
  const forms = [
    { form: type.form, at: `${path}.form` },
    ...type.stages.map((stage, index) => ({ form: stage.form, at: `${path}.stages.${index}.form` })),
  ];
  for (const { form, at } of forms)
    for (const [index, field] of form.entries())
      for (const name of ['kind', 'language'] as const) {
        const by = field.match?.[name];
        const isChoice = by === undefined || type.form.some(({ key, kind }) => key === by && kind === 'select');
        if (!isChoice) report(`${at}.${index}.match.${name}`, 'condition-field-unknown', by);
      }
}

/** Whoever joins is shown what a reporter is, and where papers are signed would have to sign. */
function checkJoins(type: CaseTypeDefinition, path: string, report: Report): void {
  const isKept = type.visibility === 'sealed' || type.stages.some(({ signing }) => signing !== undefined);
  for (const [index, { kind, joins }] of type.form.entries())
    if (joins && (isKept || kind !== 'units')) report(`${path}.form.${index}.joins`, 'joins-unexpected');
  const later = [
    { form: type.closing, at: `${path}.closing` },
    ...type.stages.map(({ form }, index) => ({ form, at: `${path}.stages.${index}.form` })),
  ];
  for (const { form, at } of later)
    for (const [index, { joins }] of form.entries()) if (joins) report(`${at}.${index}.joins`, 'joins-unexpected');
}

function checkDispatch(type: CaseTypeDefinition, path: string, report: Report): void {
  reportDoubles(type.dispatch, (rule) => rule.key, `${path}.dispatch`, 'key', 'duplicate-key', report);
  let alwaysMatched = false;
  for (const [index, rule] of type.dispatch.entries()) {
    const at = `${path}.dispatch.${index}`;
    if (alwaysMatched) report(at, 'rule-unreachable');
    const fault = rule.when === undefined ? null : checkExpression(rule.when, type.form);
    const [, unknown] = fault === null ? [] : (/^No such key: (\S+)$/.exec(fault) ?? []);
    if (unknown !== undefined) report(`${at}.when`, 'expression-field-unknown', unknown);
    else if (fault !== null) report(`${at}.when`, 'expression-invalid', fault);
    const { target } = rule;
    if (target.to === 'unit' && !target.unitKind && !target.unitKey) report(`${at}.target`, 'target-unnamed');
    alwaysMatched ||= rule.when === undefined;
  }
}

function checkTimes(type: CaseTypeDefinition, path: string, report: Report): void {
  try {
    serviceWindow(calendarFor(type, { years: [], holidays: new Set(), makeUpDays: new Set() }));
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    report(`${path}.serviceHours`, 'service-hours-invalid');
  }
  for (const [index, step] of type.escalation.entries()) {
    if (!hasDeadline(type, step.clock))
      report(`${path}.escalation.${index}.clock`, 'clock-without-deadline', step.clock);
  }
}

/** The handling clock of a duty may come from the day it was given by name instead of the type. */
function hasDeadline(type: CaseTypeDefinition, clock: ClockName): boolean {
  if (clock === 'stage') return type.stages.some((stage) => stage.limit ?? stage.parts?.limit);
  return type.deadlines[clock] !== undefined || (clock === 'handle' && type.childOnly);
}

const standardCodes = {
  // Big class 2 + small class 3, and the old 2 + 2; local codes are the site's own.
  'GB/T 47678.5-2026': /^\d{5}$/,
  'GB/T 30428.2-2013': /^\d{4}$/,
  local: /^\S{1,40}$/,
} as const satisfies Record<CaseTypeDefinition['standard']['ref'], RegExp>;

function checkStandard(type: CaseTypeDefinition, path: string, report: Report): void {
  const { ref, code } = type.standard;
  if (!standardCodes[ref].test(code)) report(`${path}.standard.code`, 'standard-code-invalid', code);
}

function checkChecking(type: CaseTypeDefinition, path: string, report: Report): void {
  const { mode, samplePercent } = type.checking;
  if (mode !== 'sample' && samplePercent !== 100) report(`${path}.checking.samplePercent`, 'sample-unused');
  if (mode === 'reporter' && !type.deadlines.check) {
    // Without it a silent reporter would keep the case open for ever.
    report(`${path}.deadlines.check`, 'reporter-check-without-deadline');
  }
  reportDoubles(type.checklist, (item) => item.key, `${path}.checklist`, 'key', 'duplicate-key', report);
}

function reportDoubles<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  path: string,
  field: string,
  code: ProblemCode,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row);
    if (seen.has(key)) report(`${path}.${index}.${field}`, code, key);
    seen.add(key);
  }
}
