import { z } from 'zod';
import { LocalText } from '../cases/form-field.ts';
import { compileRule } from '../tags/compile-rule.ts';
import { type RuleFacts, ruleMatcher } from '../tags/match-rule.ts';
import type { Day } from '../time/calendar.ts';
import { findRegisterField } from './register-fields.ts';

const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);
const Rule = z.string().min(1).max(1000);

/** A class of people who are looked after, with grades; both responsible sides are named. The first grade that fits counts. */
export const CareClass = z.object({
  code: Code,
  name: LocalText,
  /** The department's side: key of its unit. */
  departmentUnit: z.string().regex(/^[a-z0-9-]{2,60}$/),
  /** The other side: the committee's secretary, or the leader of the micro-grid. */
  side: z.enum(['committee', 'micro-grid']),
  grades: z
    .array(
      z.object({
        code: Code,
        name: LocalText,
        /** CEL over the person's fields, as tags have it. */
        when: Rule,
        /** How often somebody comes by; a street may set its own. */
        visitEveryDays: z.number().int().min(1).max(366).optional(),
      }),
    )
    .min(1)
    .max(12),
});
export type CareClass = z.infer<typeof CareClass>;

/** Something the law gives to people of whom this holds. */
export const CarePolicy = z.object({
  code: Code,
  name: LocalText,
  /** The law or notice it rests on. */
  law: z.string().min(2).max(200),
  when: Rule,
  /** CEL that says somebody gets it; what is not known counts as not yet. */
  servedWhen: Rule.optional(),
});
export type CarePolicy = z.infer<typeof CarePolicy>;

export interface CareProblem {
  readonly path: string;
  readonly code: 'duplicate-code' | 'expression-invalid';
  readonly detail: string;
}

/** What the shape cannot say: rules that hold no water, codes used twice. */
export function findCareProblems(pack: {
  careClasses: readonly CareClass[];
  policies: readonly CarePolicy[];
}): CareProblem[] {
  const rules = [
    ...pack.careClasses.flatMap(({ grades }, c) =>
      grades.map(({ when }, g) => ({ path: `careClasses.${c}.grades.${g}.when`, rule: when })),
    ),
    ...pack.policies.flatMap(({ when, servedWhen }, p) => [
      { path: `policies.${p}.when`, rule: when },
      ...(servedWhen === undefined ? [] : [{ path: `policies.${p}.servedWhen`, rule: servedWhen }]),
    ]),
  ];
  const wrong = rules.flatMap(({ path, rule }): CareProblem[] => {
    const compiled = compileRule(rule, 'person');
    return compiled.ok ? [] : [{ path, code: 'expression-invalid', detail: compiled.error }];
  });
  return [
    ...wrong,
    ...doubles(pack.careClasses, 'careClasses'),
    ...pack.careClasses.flatMap(({ grades }, c) => doubles(grades, `careClasses.${c}.grades`)),
    ...doubles(pack.policies, 'policies'),
  ];
}

function doubles(rows: readonly { code: string }[], path: string): CareProblem[] {
  return rows.flatMap(({ code }, at) =>
    rows.findIndex((row) => row.code === code) < at
      ? [{ path: `${path}.${at}.code`, code: 'duplicate-code' as const, detail: code }]
      : [],
  );
}

/** What somebody is in, and what they are entitled to. */
export interface CareState {
  care: { classCode: string; gradeCode: string }[];
  policies: { code: string; served: boolean }[];
}

/** Classes and policies ready to run over many people. Throws for what `findCareProblems` finds. */
export function careMatcher(pack: {
  careClasses: readonly CareClass[];
  policies: readonly CarePolicy[];
}): (facts: RuleFacts, today: Day) => CareState {
  const classes = pack.careClasses.map(({ code, grades }) => ({
    code,
    grades: grades.map((grade) => ({ code: grade.code, fits: matcherOf(grade.when) })),
  }));
  const policies = pack.policies.map(({ code, when, servedWhen }) => ({
    code,
    fits: matcherOf(when),
    served: servedWhen === undefined ? () => false : matcherOf(servedWhen),
  }));
  return (facts, today) => ({
    care: classes.flatMap(({ code, grades }) => {
      const grade = grades.find(({ fits }) => fits(facts, today));
      return grade ? [{ classCode: code, gradeCode: grade.code }] : [];
    }),
    policies: policies.flatMap(({ code, fits, served }) =>
      fits(facts, today) ? [{ code, served: served(facts, today) }] : [],
    ),
  });
}

function matcherOf(rule: string): (facts: RuleFacts, today: Day) => boolean {
  const compiled = compileRule(rule, 'person');
  if (!compiled.ok) throw new Error(`${rule}: ${compiled.error}`);
  return ruleMatcher(compiled.node);
}

/** The field a policy's "served" is read from, where it is a single one. */
export function servedField(policy: CarePolicy): string | null {
  const code = /^person\.(\w+)$/.exec(policy.servedWhen ?? '')?.[1];
  return code !== undefined && findRegisterField('person', code) ? code : null;
}
