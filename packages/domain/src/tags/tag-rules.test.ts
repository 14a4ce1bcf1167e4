import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, bornBy } from './age-bounds.ts';
import { checkTag } from './check-tag-groups.ts';
import { compileRule } from './compile-rule.ts';
import { type RuleFacts, ruleMatcher } from './match-rule.ts';
import { fieldsOfRule, isDateDependent, sensitivityOfRule } from './rule-facts.ts';
import { wordsOfRule } from './words-of-rule.ts';

const today = '2026-03-16';
const node = (rule: string, noun: 'person' | 'household' | 'entity' | 'home' = 'person') => {
  const compiled = compileRule(rule, noun);
  if (!compiled.ok) throw new Error(compiled.error);
  return compiled.node;
};
const person = (fields: Record<string, unknown>, more: Partial<RuleFacts> = {}): RuleFacts => ({
  kind: 'here',
  born: '1940-03-16',
  fields: { person: fields },
  living: null,
  ...more,
});
const holds = (rule: string, facts: RuleFacts, day = today) => ruleMatcher(node(rule))(facts, day);

describe('a rule of a tag', () => {
  it('holds for what it says and for nobody of whom it is not known', () => {
    const rule = 'person.careLevel in ["5", "6"] && age >= 80';
    expect(holds(rule, person({ careLevel: '6' }))).toBe(true);
    expect(holds(rule, person({ careLevel: '2' }))).toBe(false);
    expect(holds(rule, person({}))).toBe(false);
    expect(holds('!person.usesSmartphone', person({}))).toBe(false);
    expect(holds('!person.usesSmartphone', person({ usesSmartphone: false }))).toBe(true);
    expect(holds('!has(person.usesSmartphone)', person({}))).toBe(true);
    expect(holds('person.careLevel != "1"', person({}))).toBe(false);
    expect(holds('person.careLevel == "1" || age > 60', person({}))).toBe(true);
  });

  it('grows older on the birthday, with 29 February on 1 March', () => {
    expect(holds('age >= 86', person({}), '2026-03-15')).toBe(false);
    expect(holds('age >= 86', person({}), '2026-03-16')).toBe(true);
    expect(ageOn('1944-02-29', '2026-02-28')).toBe(81);
    expect(ageOn('1944-02-29', '2026-03-01')).toBe(82);
  });

  it('has one meaning of age everywhere', () => {
    const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 100 }), (a, b, years) => {
        const [born, at] = [a, b].map((each) => each.toISOString().slice(0, 10)) as [string, string]; // two in, two out
        expect(ageOn(born, at) >= years).toBe(born <= bornBy(at, years));
      }),
    );
  });

  it('looks at household and home, and counts days', () => {
    const facts = person(
      {},
      { fields: { person: {}, home: { use: 'let', fireCheckedOn: '2025-01-01' } }, living: ['1940-01-01', null] },
    );
    expect(holds('home.use == "let" && daysSince(home.fireCheckedOn) > 365', facts)).toBe(true);
    expect(holds('living.count == 2 && living.over80 == 1', facts)).toBe(true);
    expect(holds('daysUntil(person.permitUntil) <= 30', person({ permitUntil: '2026-04-01' }))).toBe(true);
  });

  it.each([
    ['person.religion == "x"', 'person'],
    ['person.careLevel == "9"', 'person'],
    ['person.idNumber == "1"', 'person'],
    ['age', 'person'],
    ['age >= 80', 'entity'],
    ['household.members > 2', 'entity'],
    ['person.careLevel', 'person'],
    ['true ? age > 1 : false', 'person'],
    ['person.born == "yesterday"', 'person'],
    ['1 + 1 == 2', 'person'],
    ['age >', 'person'],
  ] as const)('refuses %s about a %s', (rule, noun) => {
    expect(compileRule(rule, noun).ok).toBe(false);
  });

  it('is said in words made of it', () => {
    expect(wordsOfRule(node('age >= 80 && person.livingArrangement == "alone"'), 'person')).toEqual({
      zh: '年龄不少于80岁，并且居住状况为独居',
      en: 'age is at least 80, and Living arrangement is Alone',
    });
    expect(wordsOfRule(node('!has(person.careLevel) && (age < 3 || home.use in ["let", "lent"])'), 'person').zh).toBe(
      '不是：老年照护统一需求评估已登记，并且（年龄小于3岁，或者所在房屋的使用情况为出租、借住之一）',
    );
  });

  it('is as sensitive as its fields, and what singles out children under 14 is sensitive', () => {
    expect(sensitivityOfRule(node('entity.grade == "A"', 'entity'))).toBe(2);
    expect(sensitivityOfRule(node('age >= 60'))).toBe(3);
    expect(sensitivityOfRule(node('age < 14'))).toBe(4);
    expect(sensitivityOfRule(node('person.disability == "1"'))).toBe(4);
    expect(checkTag({ rule: 'person.disability == "1"', nouns: ['person'], sensitivity: 3 }, 'x')).toEqual([
      { path: 'x.sensitivity', code: 'tag-level-low', detail: '4' },
    ]);
    expect(fieldsOfRule(node('age >= 60 && person.veteran'))).toEqual(['person.born', 'person.veteran']);
    expect([isDateDependent(node('age >= 60')), isDateDependent(node('person.veteran'))]).toEqual([true, false]);
  });
});
