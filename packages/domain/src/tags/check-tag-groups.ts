import { compileRule } from './compile-rule.ts';
import { sensitivityOfRule } from './rule-facts.ts';
import type { TagDefinition, TagGroup } from './tag-definition.ts';

export const tagProblemCodes = ['tag-rule-invalid', 'tag-rule-nouns', 'tag-level-low'] as const;
export type TagProblem = {
  readonly path: string;
  readonly code: (typeof tagProblemCodes)[number] | 'duplicate-code';
  readonly detail?: string;
};

/** What the shape of tags cannot say: rules that hold no water, levels below those of the fields, codes used twice. */
export function checkTagGroups(groups: readonly TagGroup[], path = 'tagGroups'): TagProblem[] {
  const problems: TagProblem[] = [];
  const codes = new Set<string>();
  for (const [g, group] of groups.entries())
    for (const [t, tag] of group.tags.entries()) {
      const at = `${path}.${g}.tags.${t}`;
      if (codes.has(tag.code)) problems.push({ path: `${at}.code`, code: 'duplicate-code', detail: tag.code });
      codes.add(tag.code);
      problems.push(...checkTag(tag, at));
    }
  return problems;
}

/** The rule of one tag against the whitelist. */
export function checkTag(tag: Pick<TagDefinition, 'rule' | 'nouns' | 'sensitivity'>, path: string): TagProblem[] {
  if (tag.rule === undefined) return [];
  const [noun, other] = tag.nouns;
  if (!noun || other) return [{ path: `${path}.nouns`, code: 'tag-rule-nouns' }];
  const compiled = compileRule(tag.rule, noun);
  if (!compiled.ok) return [{ path: `${path}.rule`, code: 'tag-rule-invalid', detail: compiled.error }];
  const least = sensitivityOfRule(compiled.node);
  if (tag.sensitivity >= least) return [];
  return [{ path: `${path}.sensitivity`, code: 'tag-level-low', detail: String(least) }];
}
