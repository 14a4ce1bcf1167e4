import type { SubjectNoun } from '../registers/register-field.ts';
import type { Comparison, LivingFact, RuleNode, RuleTerm, RuleValue } from './rule-node.ts';

type Words = { readonly zh: string; readonly en: string };
type Language = keyof Words;

/** A rule as a person says it, in both languages, from the rule itself: nobody writes the words, so they cannot differ from it. */
export function wordsOfRule(node: RuleNode, noun: SubjectNoun): Words {
  return {
    zh: say(node, { noun, language: 'zh', inner: false }),
    en: say(node, { noun, language: 'en', inner: false }),
  };
}

/** What a rule about `noun` compares, in the words the rule itself is said in. */
export function wordsOfTerm(term: RuleTerm, noun: SubjectNoun): Words {
  return {
    zh: termWords(term, { noun, language: 'zh', inner: false }),
    en: termWords(term, { noun, language: 'en', inner: false }),
  };
}

type Saying = { readonly noun: SubjectNoun; readonly language: Language; readonly inner: boolean };

function say(node: RuleNode, how: Saying): string {
  const zh = how.language === 'zh';
  const inside = { ...how, inner: true };
  switch (node.op) {
    case 'and':
    case 'or': {
      const joint = { and: { zh: '，并且', en: ', and ' }, or: { zh: '，或者', en: ', or ' } }[node.op][how.language];
      const text = node.parts.map((part) => say(part, inside)).join(joint);
      if (!how.inner) return text;
      return zh ? `（${text}）` : `(${text})`;
    }
    case 'not':
      return zh ? `不是：${say(node.part, inside)}` : `not: ${say(node.part, inside)}`;
    case 'known':
      return zh ? `${termWords(node.term, how)}已登记` : `${termWords(node.term, how)} is recorded`;
    case 'in': {
      const values = node.values.map((value) => valueWords(node.term, value, how.language));
      const list = values.join(zh ? '、' : ', ');
      return zh ? `${termWords(node.term, how)}为${list}之一` : `${termWords(node.term, how)} is one of ${list}`;
    }
    case 'compare':
      return compareWords(node, how);
  }
}

const plainIs: Readonly<Record<Comparison, Words>> = {
  '==': { zh: '为', en: 'is' },
  '!=': { zh: '不是', en: 'is not' },
  '<': { zh: '小于', en: 'is less than' },
  '<=': { zh: '不超过', en: 'is at most' },
  '>': { zh: '大于', en: 'is more than' },
  '>=': { zh: '不少于', en: 'is at least' },
};
const dayIs: Readonly<Record<Comparison, Words>> = {
  ...plainIs,
  '<': { zh: '早于', en: 'is before' },
  '<=': { zh: '不晚于', en: 'is not after' },
  '>': { zh: '晚于', en: 'is after' },
  '>=': { zh: '不早于', en: 'is not before' },
};

function compareWords({ term, is, value }: Extract<RuleNode, { op: 'compare' }>, how: Saying): string {
  const zh = how.language === 'zh';
  const name = termWords(term, how);
  if (typeof value === 'boolean') {
    const yes = value === (is === '==');
    if (zh) return `${name}：${yes ? '是' : '否'}`;
    return `${name}: ${yes ? 'yes' : 'no'}`;
  }
  const isDay = term.of === 'field' && term.field.kind === 'date';
  const verb = (isDay ? dayIs : plainIs)[is][how.language];
  const shown = valueWords(term, value, how.language);
  return zh ? `${name}${verb}${shown}` : `${name} ${verb} ${shown}`;
}

function valueWords(term: RuleTerm, value: RuleValue, language: Language): string {
  const zh = language === 'zh';
  if (term.of === 'age' || (term.of === 'living' && (term.what === 'oldest' || term.what === 'youngest')))
    return zh ? `${value}岁` : String(value);
  if (term.of === 'living') return zh ? `${value}人` : String(value);
  if (term.of === 'days-since' || term.of === 'days-until') return zh ? `${value}天` : `${value} days`;
  const option = term.of === 'field' ? term.field.options?.find((each) => each.value === value) : undefined;
  if (option) return option.label[language] ?? option.label.zh;
  return zh && typeof value === 'string' && term.of === 'field' && term.field.kind === 'text'
    ? `“${value}”`
    : String(value);
}

const livingWords: Readonly<Record<LivingFact, Words>> = {
  count: { zh: '同户人数', en: 'people in the household' },
  oldest: { zh: '同户最年长者年龄', en: 'age of the oldest in the household' },
  youngest: { zh: '同户最年幼者年龄', en: 'age of the youngest in the household' },
  over60: { zh: '同户60岁及以上人数', en: 'people of 60 and over in the household' },
  over80: { zh: '同户80岁及以上人数', en: 'people of 80 and over in the household' },
  under18: { zh: '同户未满18岁人数', en: 'people under 18 in the household' },
  under14: { zh: '同户未满14岁人数', en: 'people under 14 in the household' },
};
const ofNoun: Readonly<Record<SubjectNoun, Words>> = {
  person: { zh: '本人', en: 'the person’s' },
  household: { zh: '所在家庭的', en: 'the household’s' },
  home: { zh: '所在房屋的', en: 'the home’s' },
  entity: { zh: '单位的', en: 'the organisation’s' },
  asset: { zh: '设施的', en: 'the asset’s' },
};

function termWords(term: RuleTerm, { noun, language }: Saying): string {
  const zh = language === 'zh';
  switch (term.of) {
    case 'age':
      return zh ? '年龄' : 'age';
    case 'kind':
      return zh ? '种类' : 'kind';
    case 'living':
      return livingWords[term.what][language];
    default: {
      const label = term.field.label[language] ?? term.field.label.zh;
      const other = term.noun === noun ? '' : ofNoun[term.noun][language];
      const name = zh ? `${other}${label}` : `${other} ${label}`.trim();
      if (term.of === 'field') return name;
      if (term.of === 'days-since') return zh ? `距${name}已过` : `time since ${name}`;
      return zh ? `距${name}还有` : `time until ${name}`;
    }
  }
}
