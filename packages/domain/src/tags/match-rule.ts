import type { SubjectNoun } from '../registers/register-field.ts';
import type { Day } from '../time/calendar.ts';
import { ageOn, dayNumber } from './age-bounds.ts';
import type { Comparison, LivingFact, RuleNode, RuleTerm, RuleValue } from './rule-node.ts';

/** What is known of one subject: its own row, and the fields of its household and home. */
export interface RuleFacts {
  readonly kind: string;
  readonly born: Day | null;
  readonly fields: Readonly<Partial<Record<SubjectNoun, Readonly<Record<string, unknown>>>>>;
  /** Dates of birth of the people of the household; null for one without. */
  readonly living: readonly (Day | null)[] | null;
}

/** Null: not known. What is not known never sets a tag, neither by a condition nor by its opposite. */
type Truth = boolean | null;
type Test = (facts: RuleFacts, today: Day) => Truth;

/** A rule ready to run over many subjects. */
export function ruleMatcher(node: RuleNode): (facts: RuleFacts, today: Day) => boolean {
  const test = testOf(node);
  return (facts, today) => test(facts, today) === true;
}

function testOf(node: RuleNode): Test {
  switch (node.op) {
    case 'and':
      return joinedTest(node.parts.map(testOf), false);
    case 'or':
      return joinedTest(node.parts.map(testOf), true);
    case 'not': {
      const inner = testOf(node.part);
      return (facts, today) => {
        const truth = inner(facts, today);
        return truth === null ? null : !truth;
      };
    }
    case 'known': {
      const read = readerOf(node.term);
      return (facts, today) => read(facts, today) !== null;
    }
    case 'in': {
      const read = readerOf(node.term);
      const values = new Set(node.values);
      return (facts, today) => {
        const value = read(facts, today);
        return value === null ? null : values.has(value);
      };
    }
    case 'compare': {
      const read = readerOf(node.term);
      const { value: wanted } = node;
      const holds = comparers[node.is];
      return (facts, today) => {
        const value = read(facts, today);
        return value === null || typeof value !== typeof wanted ? null : holds(value, wanted);
      };
    }
  }
}

/** The deciding value of one part decides (`true` of or, `false` of and); else what is unknown stays unknown. */
function joinedTest(tests: readonly Test[], deciding: boolean): Test {
  return (facts, today) => {
    let answer: Truth = !deciding;
    for (const test of tests) {
      const truth = test(facts, today);
      if (truth === deciding) return deciding;
      if (truth === null) answer = null;
    }
    return answer;
  };
}

const comparers: Readonly<Record<Comparison, (a: RuleValue, b: RuleValue) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function readerOf(term: RuleTerm): (facts: RuleFacts, today: Day) => RuleValue | null {
  switch (term.of) {
    case 'age':
      return (facts, today) => (facts.born === null ? null : ageOn(facts.born, today));
    case 'kind':
      return (facts) => facts.kind;
    case 'living': {
      const { what } = term;
      return (facts, today) => (facts.living === null ? null : livingFact(facts.living, what, today));
    }
    case 'field': {
      const { noun, field } = term;
      return (facts) => plain(facts.fields[noun]?.[field.code]);
    }
    default: {
      const { noun, field } = term;
      const sign = term.of === 'days-since' ? 1 : -1;
      return (facts, today) => {
        const day = facts.fields[noun]?.[field.code];
        if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d/.test(day)) return null;
        return sign * (dayNumber(today) - dayNumber(day));
      };
    }
  }
}

function plain(value: unknown): RuleValue | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function livingFact(births: readonly (Day | null)[], what: LivingFact, today: Day): number | null {
  if (what === 'count') return births.length;
  const ages = births.flatMap((born) => (born === null ? [] : [ageOn(born, today)]));
  const [first, ...rest] = ages;
  switch (what) {
    case 'oldest':
      return first === undefined ? null : rest.reduce((most, age) => Math.max(most, age), first);
    case 'youngest':
      return first === undefined ? null : rest.reduce((least, age) => Math.min(least, age), first);
    case 'over60':
      return ages.filter((age) => age >= 60).length;
    case 'over80':
      return ages.filter((age) => age >= 80).length;
    case 'under18':
      return ages.filter((age) => age < 18).length;
    case 'under14':
      return ages.filter((age) => age < 14).length;
  }
}
