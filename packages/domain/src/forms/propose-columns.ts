import { type SubjectNoun, subjectNouns } from '../registers/register-field.ts';
import { fieldsOfNoun, registerFields } from '../registers/register-fields.ts';
import { type ComputedColumn, computedColumns, FormColumn, type LinkColumn, linkColumns } from './form-definition.ts';
import { headingSynonyms } from './heading-synonyms.ts';
import { plainHeading } from './plain-heading.ts';

/** A heading as it is compared: 联络 and 联系 are one word, 联络人 the one to be told. */
function sameWords(heading: string): string {
  return plainHeading(heading).replaceAll('联络', '联系');
}

/** What one heading of a department's sheet is taken for; null = nobody knows, the department says. */
export type ProposedColumn = { heading: string; column: FormColumn | null; sure: 'name' | 'synonym' | 'part' | 'none' };

/** Headings that name what the rows are. */
const saysNoun: Partial<Record<SubjectNoun, RegExp>> = {
  entity: /店|商铺|商户|企业名称|单位名称/u,
  asset: /设施名称|部件名称|车棚|充电柜/u,
};

/** The noun that most headings speak of; people when they say nothing. */
export function guessNoun(headings: readonly string[]): SubjectNoun {
  const plain = headings.map(sameWords);
  const scores = subjectNouns.map((noun) => ({
    noun,
    score: plain.filter((heading) => exactField(heading, noun) !== null || saysNoun[noun]?.test(heading)).length,
  }));
  return scores.toSorted((a, b) => b.score - a.score || order(a.noun) - order(b.noun))[0]?.noun ?? 'person';
}

const order = (noun: SubjectNoun) => (noun === 'person' ? -1 : subjectNouns.indexOf(noun));

/**
 * Headings (the words of all header rows above a column, joined by `/`, lowest last) proposed to columns: by the field's own name, by
 * synonyms, else by a name contained in the heading. Each field is proposed once.
 */
export function proposeColumns(headings: readonly string[], noun: SubjectNoun): ProposedColumn[] {
  const used = new Set<string>();
  return headings.map((heading, at) => {
    const parts = heading
      .split('/')
      .map(sameWords)
      .filter((part) => part !== '');
    const found = findTarget(parts, noun, used);
    if (!found) return { heading, column: null, sure: 'none' };
    used.add(found.target);
    return { heading, column: toColumn(found.target, noun, labelOf(headings, heading), at), sure: found.sure };
  });
}

type Found = { target: string; sure: 'name' | 'synonym' | 'part' };

function findTarget(parts: readonly string[], noun: SubjectNoun, used: ReadonlySet<string>): Found | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  // `紧急联系人 / 电话` is one thing, `联系电话` alone another: the joined words come first.
  for (const words of parts.length > 1 ? [parts.join(''), last] : [last]) {
    const exact = exactField(words, noun) ?? exactComputed(words);
    if (exact && !used.has(exact.target)) return exact;
  }
  const contained = [...candidates(noun)]
    .filter(({ word, target }) => word.length >= 2 && last.includes(word) && !used.has(target))
    .toSorted((a, b) => b.word.length - a.word.length)[0];
  return contained ? { target: contained.target, sure: 'part' } : null;
}

function exactField(words: string, noun: SubjectNoun): Found | null {
  for (const field of fieldsOfNoun(noun)) {
    const target = `${noun}.${field.code}`;
    if (sameWords(field.label.zh) === words || sameWords(field.label.en ?? '') === words)
      return { target, sure: 'name' };
    if (headingSynonyms[target]?.some((synonym) => sameWords(synonym) === words)) return { target, sure: 'synonym' };
  }
  return null;
}

function exactComputed(words: string): Found | null {
  for (const [target, synonyms] of Object.entries(headingSynonyms)) {
    if (!target.startsWith('computed.') && !target.startsWith('link.')) continue;
    if (synonyms.some((synonym) => sameWords(synonym) === words)) return { target, sure: 'synonym' };
  }
  return null;
}

function* candidates(noun: SubjectNoun): Generator<{ word: string; target: string }> {
  for (const field of registerFields) {
    if (field.noun === noun) yield { word: sameWords(field.label.zh), target: `${noun}.${field.code}` };
  }
  for (const [target, synonyms] of Object.entries(headingSynonyms)) {
    const fits = target.startsWith(`${noun}.`) || target.startsWith('computed.') || target.startsWith('link.');
    if (fits) for (const synonym of synonyms) yield { word: sameWords(synonym), target };
  }
}

/** The lowest of a column's headings; with the one above it where another column ends in the same words. */
function labelOf(headings: readonly string[], heading: string): string {
  const parts = heading.split('/');
  const isOnly = headings.filter((other) => other.split('/').at(-1) === parts.at(-1)).length === 1;
  return parts.slice(isOnly ? -1 : -2).join('');
}

function toColumn(target: string, noun: SubjectNoun, words: string, at: number): FormColumn {
  const [kind, name = ''] = target.split('.');
  const key = `c${at + 1}`;
  const label = { zh: words.slice(0, 100) };
  if (kind === 'computed' && isOneOf(computedColumns, name))
    return { key, label, bind: 'computed', computed: name satisfies ComputedColumn };
  if (kind === 'link' && isOneOf(linkColumns, name))
    return { key, label, bind: 'link', link: name satisfies LinkColumn };
  return FormColumn.parse({ key, label, bind: 'field', field: target.slice(noun.length + 1), whenEmpty: 'ask' });
}

function isOneOf<T extends string>(all: readonly T[], one: string): one is T {
  return (all as readonly string[]).includes(one); // widen the literals for includes
}
