import {
  conditionField,
  fieldsOfNoun,
  livingFacts,
  nounsInReach,
  type RuleNode,
  type RuleTerm,
  type SubjectNoun,
  subjectNouns,
  type TagExpression,
} from '@linli/domain';

/** How the control of a condition looks: what is asked, and how it may be compared. */
export const conditionOps = {
  code: ['in', 'known', 'unknown'],
  boolean: ['yes', 'no', 'known', 'unknown'],
  number: ['from', 'until'],
  date: ['from', 'until', 'known', 'unknown'],
} as const;
export type ConditionKind = keyof typeof conditionOps;
export type ConditionOp = (typeof conditionOps)[ConditionKind][number];

/** One line of the builder. `term`: `person.careLevel`, `age`, `living.over80`, `since:home.fireCheckedOn`, `ahead:person.permitUntil`. */
export interface Condition {
  readonly id: number;
  readonly term: string;
  readonly op: ConditionOp;
  readonly value: readonly string[] | string | number | null;
}

export const mostConditions = 12;

/** What a rule about a noun may look at, the noun's own first. */
export function ruleTerms(noun: SubjectNoun): string[] {
  const fields = nounsInReach[noun].flatMap((each) =>
    fieldsOfNoun(each).flatMap(({ code, kind }) => {
      const name = `${each}.${code}`;
      if (kind === 'secret' || kind === 'text') return [];
      return kind === 'date' ? [name, `since:${name}`, `ahead:${name}`] : [name];
    }),
  );
  const living = noun === 'person' || noun === 'household' ? livingFacts.map((what) => `living.${what}`) : [];
  return [...(noun === 'person' ? ['age'] : []), ...fields, ...living];
}

/** The noun's own fields that a question may ask for. */
export function questionTerms(noun: SubjectNoun): string[] {
  return fieldsOfNoun(noun).flatMap(({ code }) => (conditionField(`${noun}.${code}`) ? [`${noun}.${code}`] : []));
}

export function fieldOfTerm(term: string): { noun: SubjectNoun; code: string } | null {
  const [noun, code] = term.replace(/^(since|ahead):/, '').split('.');
  const known = subjectNouns.find((each) => each === noun);
  return known && code !== undefined ? { noun: known, code } : null;
}

/** The term as the rule's own words know it. */
export function ruleTermOf(term: string): RuleTerm | null {
  if (term === 'age') return { of: 'age' };
  const what = livingFacts.find((each) => term === `living.${each}`);
  if (what) return { of: 'living', what };
  const place = fieldOfTerm(term);
  const field = place && conditionField(`${place.noun}.${place.code}`);
  if (!place || !field) return null;
  if (term.startsWith('since:')) return { of: 'days-since', noun: place.noun, field };
  return { of: term.startsWith('ahead:') ? 'days-until' : 'field', noun: place.noun, field };
}

export function kindOfTerm(term: string): ConditionKind {
  if (term === 'age' || /^(living\.|since:|ahead:)/.test(term)) return 'number';
  const kind = conditionField(term)?.kind;
  return kind === 'boolean' || kind === 'number' || kind === 'date' ? kind : 'code';
}

export function startCondition(id: number, term: string): Condition {
  const [op] = conditionOps[kindOfTerm(term)];
  return { id, term, op, value: null };
}

/** A line that still lacks its value asks nothing. */
export function isWhole({ op, value }: Condition): boolean {
  if (op === 'in') return Array.isArray(value) && value.length > 0;
  return op === 'from' || op === 'until' ? value !== null && value !== '' : true;
}

/** Lines as a rule in CEL, all of which must hold or any; empty while nothing is whole. */
export function ruleOf(conditions: readonly Condition[], joined: 'all' | 'any'): string {
  return conditions
    .filter(isWhole)
    .map(celOf)
    .join(joined === 'all' ? ' && ' : ' || ');
}

function celOf({ term, op, value }: Condition): string {
  const days = /^(since|ahead):(.*)$/.exec(term);
  const name = days ? `${days[1] === 'since' ? 'daysSince' : 'daysUntil'}(${days[2]})` : term;
  const isField = !days && fieldOfTerm(term) !== null;
  // Numbers of fields are decimal in CEL, ages and days whole.
  const isDecimal = isField && kindOfTerm(term) === 'number';
  const number = isDecimal && Number.isInteger(Number(value)) ? `${value}.0` : String(value);
  const literal = typeof value === 'string' ? JSON.stringify(value) : number;
  switch (op) {
    case 'in':
      return `${name} in ${JSON.stringify(value)}`;
    case 'yes':
      return name;
    case 'no':
      return `!${name}`;
    case 'known':
      return `has(${name})`;
    case 'unknown':
      return `!has(${name})`;
    case 'from':
      return `${name} >= ${literal}`;
    case 'until':
      return `${name} <= ${literal}`;
  }
}

/** A rule back in lines; null when lines cannot say it. */
export function linesOf(node: RuleNode): { conditions: Condition[]; joined: 'all' | 'any' } | null {
  const parts = node.op === 'and' || node.op === 'or' ? node.parts : [node];
  const conditions = parts.map((part, at) => lineOf(part, at + 1));
  const whole = conditions.flatMap((each) => each ?? []);
  if (whole.length < parts.length || whole.length > mostConditions) return null;
  return { conditions: whole, joined: node.op === 'or' ? 'any' : 'all' };
}

function lineOf(node: RuleNode, id: number): Condition | null {
  if (node.op === 'known') return { id, term: termName(node.term), op: 'known', value: null };
  if (node.op === 'in') return { id, term: termName(node.term), op: 'in', value: node.values.map(String) };
  if (node.op === 'not') {
    const inner = lineOf(node.part, id);
    if (inner?.op === 'known') return { ...inner, op: 'unknown' };
    return inner?.op === 'yes' ? { ...inner, op: 'no' } : null;
  }
  if (node.op !== 'compare') return null;
  const { is, value } = node;
  const term = termName(node.term);
  if (typeof value === 'boolean') return { id, term, op: value === (is === '==') ? 'yes' : 'no', value: null };
  if (is === '==' && kindOfTerm(term) === 'code') return { id, term, op: 'in', value: [String(value)] };
  if (is === '>=') return { id, term, op: 'from', value };
  if (is === '<=') return { id, term, op: 'until', value };
  // Whole numbers: more than one is from the next. Fields may have decimals.
  const isWholeNumber = typeof value === 'number' && node.term.of !== 'field';
  if (isWholeNumber && is === '>') return { id, term, op: 'from', value: value + 1 };
  if (isWholeNumber && is === '<') return { id, term, op: 'until', value: value - 1 };
  return null;
}

function termName(term: RuleTerm): string {
  if (term.of === 'age' || term.of === 'kind') return term.of;
  if (term.of === 'living') return `living.${term.what}`;
  const name = `${term.noun}.${term.field.code}`;
  if (term.of === 'field') return name;
  return `${term.of === 'days-since' ? 'since' : 'ahead'}:${name}`;
}

/** A line as part of a question; null while it is not whole. */
export function expressionOfLine(line: Condition): TagExpression | null {
  if (!isWhole(line)) return null;
  const { term: field, op, value } = line;
  switch (op) {
    case 'yes':
    case 'no':
      return { field, op: 'is', value: op === 'yes' };
    case 'known':
      return { field, op: 'known' };
    case 'unknown':
      return { not: { field, op: 'known' } };
    default:
      if (value === null) return null;
      return { field, op, value: typeof value === 'object' ? [...value] : value };
  }
}

/** The way back, for a question that was kept. */
export function lineOfExpression(expression: TagExpression, id: number): Condition | null {
  const isNot = 'not' in expression;
  const leaf = isNot ? expression.not : expression;
  if (!('field' in leaf) || (isNot && leaf.op !== 'known')) return null;
  const { field: term, op, value } = leaf;
  if (op === 'known') return { id, term, op: isNot ? 'unknown' : 'known', value: null };
  if (op === 'is') return { id, term, op: value === true ? 'yes' : 'no', value: null };
  return typeof value === 'boolean' || value === undefined ? null : { id, term, op, value };
}
