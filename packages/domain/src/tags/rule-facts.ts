import type { Sensitivity, SubjectNoun } from '../registers/register-field.ts';
import { type RuleNode, termsOf } from './rule-node.ts';

/** Fields a rule looks at, as `person.careLevel`; age and the household's people count as the date of birth. */
export function fieldsOfRule(node: RuleNode): string[] {
  const names = termsOf(node).flatMap((term) => {
    if (term.of === 'kind') return [];
    if (term.of === 'age' || term.of === 'living') return ['person.born'];
    return [`${term.noun}.${term.field.code}`];
  });
  return [...new Set(names)];
}

/** The least sensitivity a tag by this rule may have: that of its fields; who is under 14 is sensitive by law (PIPL art. 28). */
export function sensitivityOfRule(node: RuleNode): Sensitivity {
  let most: Sensitivity = 1;
  const raise = (level: Sensitivity) => {
    if (level > most) most = level;
  };
  for (const term of termsOf(node)) {
    if (term.of === 'age' || term.of === 'living') raise(3);
    else if (term.of !== 'kind') raise(term.field.level);
    if (term.of === 'living' && term.what === 'under14') raise(4);
  }
  if (singlesOutChildren(node)) raise(4);
  return most;
}

function singlesOutChildren(node: RuleNode): boolean {
  if (node.op === 'and' || node.op === 'or') return node.parts.some(singlesOutChildren);
  if (node.op === 'not') return singlesOutChildren(node.part);
  if (node.op !== 'compare' || node.term.of !== 'age' || typeof node.value !== 'number') return false;
  return (node.is === '<' && node.value <= 14) || ((node.is === '<=' || node.is === '==') && node.value < 14);
}

/** True when the answer can change with the day alone: such rules are run again every day. */
export function isDateDependent(node: RuleNode): boolean {
  return termsOf(node).some(({ of }) => of === 'age' || of === 'living' || of === 'days-since' || of === 'days-until');
}

/** Nouns beside its own that a rule looks at: a change there must reach it. */
export function nounsOfRule(node: RuleNode): SubjectNoun[] {
  const nouns = termsOf(node).flatMap((term) => {
    if (term.of === 'field' || term.of === 'days-since' || term.of === 'days-until') return [term.noun];
    return [];
  });
  return [...new Set(nouns)];
}
