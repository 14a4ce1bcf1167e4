import type { z } from 'zod';
import { roles } from '../access/roles.ts';
import { checkTagGroups } from '../tags/check-tag-groups.ts';
import { TagGroup } from '../tags/tag-definition.ts';
import { CaseTypeDefinition } from './case-type.ts';
import { Pack } from './pack.ts';
import { findUnknownKeys } from './unknown-keys.ts';
import { type PackProblem, validatePack } from './validate-pack.ts';

export type PackCheck = {
  /** Null while something is wrong. */
  readonly pack: Pack | null;
  readonly problems: readonly PackProblem[];
};
export type CaseTypeCheck = {
  /** Null while the shape is wrong; may still have problems. */
  readonly definition: CaseTypeDefinition | null;
  readonly problems: readonly PackProblem[];
};

/**
 * A pack as read from YAML, with every problem at once: what the schema refuses, what the rules refuse in those types whose
 * shape is right, keys the product would ignore, roles that do not exist. `knownTypes`:
 * case types of other packs, which duties may name; null = whether duties' types exist is not asked.
 */
export function checkPack(value: unknown, knownTypes: readonly string[] | null = null): PackCheck {
  const parsed = parseSafely(Pack, value);
  const problems: PackProblem[] = parsed.success ? [] : shapeProblems(parsed.issues, value);
  problems.push(...ruleProblems(value, knownTypes), ...tagProblems(value), ...findUnknownKeys(Pack, value, 'shared'));
  return { pack: parsed.success && problems.length === 0 ? parsed.data : null, problems };
}

/** One case type by itself; paths begin inside it. `knownTypes` as above. */
export function checkCaseType(value: unknown, knownTypes: readonly string[] | null = null): CaseTypeCheck {
  const parsed = parseSafely(CaseTypeDefinition, value);
  const problems: PackProblem[] = parsed.success ? [] : shapeProblems(parsed.issues, value);
  const inner = ruleProblems({ caseTypes: [value] }, knownTypes).map((problem) => ({
    ...problem,
    path: problem.path.replace(/^caseTypes\.0\.?/, ''),
  }));
  problems.push(...inner, ...findUnknownKeys(CaseTypeDefinition, value));
  return { definition: parsed.success ? parsed.data : null, problems };
}

// validate-pack stops at the first level where the shape is wrong: here each sound type is asked alone.
function ruleProblems(value: unknown, knownTypes: readonly string[] | null): PackProblem[] {
  const listed = isRecord(value) && Array.isArray(value.caseTypes) ? value.caseTypes : [];
  const sound = listed.flatMap((each: unknown, index) => {
    const parsed = parseSafely(CaseTypeDefinition, each);
    return parsed.success ? [{ index, raw: each, definition: parsed.data }] : [];
  });
  if (sound.length === 0) return [];
  const head = { pack: 'checked', version: 1, name: { zh: '-' }, description: { zh: '-' }, systems: ['-'] };
  // A type whose shape is still wrong is a name all the same.
  const named = listed.flatMap((each: unknown) => (isRecord(each) && typeof each.code === 'string' ? [each.code] : []));
  const known = knownTypes && [...knownTypes, ...named];
  const checked = validatePack({ ...head, caseTypes: sound.map(({ raw }) => raw) }, known);
  const found = checked.ok ? [] : checked.problems;
  const placed = found.map((problem) => ({
    ...problem,
    path: problem.path.replace(
      /^caseTypes\.(\d+)/,
      (_all, at: string) => `caseTypes.${sound[Number(at)]?.index ?? at}`,
    ),
  }));
  return [...placed, ...sound.flatMap(({ index, definition }) => roleProblems(definition, `caseTypes.${index}`))];
}

/** Groups whose shape is right are asked, whatever else is wrong. */
function tagProblems(value: unknown): PackProblem[] {
  const listed = isRecord(value) && Array.isArray(value.tagGroups) ? value.tagGroups : [];
  return listed.flatMap((each: unknown, index) => {
    const parsed = parseSafely(TagGroup, each);
    const found = parsed.success ? checkTagGroups([parsed.data]) : [];
    return found.map((problem) => ({ ...problem, path: problem.path.replace(/^tagGroups\.0/, `tagGroups.${index}`) }));
  });
}

function roleProblems(type: CaseTypeDefinition, path: string): PackProblem[] {
  const known = new Set<string>(roles);
  const targets = type.dispatch.flatMap(({ target }, i) =>
    target.to === 'post' && !known.has(target.role)
      ? [{ path: `${path}.dispatch.${i}.target.role`, code: 'role-unknown', detail: target.role }]
      : [],
  );
  const told = type.escalation.flatMap((step, i) =>
    step.notify.flatMap((who, k) =>
      who === 'handler' || known.has(who)
        ? []
        : [{ path: `${path}.escalation.${i}.notify.${k}`, code: 'role-unknown', detail: who }],
    ),
  );
  return [...targets, ...told];
}

function shapeProblems(issues: readonly z.core.$ZodIssue[], value: unknown): PackProblem[] {
  return issues.flatMap((issue): PackProblem[] => {
    const path = issue.path.map(String);
    // A missing value has no place of its own.
    if (valueAt(value, path) === undefined) return [problem(path, 'shape-missing', wanted(issue))];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem([...path, key], 'key-unknown', key));
    return [problem(path, `shape-${issue.code.replaceAll('_', '-')}`, wanted(issue))];
  });
}

function problem(path: readonly string[], code: string, detail: string): PackProblem {
  return { path: path.join('.'), code, detail };
}

/** What was wanted, in the schema's own words: a type, the options, a bound, a pattern. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(' | ') : '';
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'too_small':
      return String(issue.minimum);
    case 'too_big':
      return String(issue.maximum);
    default:
      return issue.message;
  }
}

type Parsed<S extends z.ZodObject> =
  | { readonly success: true; readonly data: z.output<S> }
  | { readonly success: false; readonly issues: readonly z.core.$ZodIssue[] };

/** Zod 4 compares the `length` of whatever has one; an object there can make the comparison itself throw. */
function parseSafely<S extends z.ZodObject>(schema: S, value: unknown): Parsed<S> {
  try {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed : { success: false, issues: parsed.error.issues };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { success: false, issues: [{ code: 'custom', path: [], message: error.message, input: value }] };
  }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
