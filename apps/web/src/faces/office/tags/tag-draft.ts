import type { InputOf, saveTag, TagView } from '@linli/contract';
import { compileRule, type Sensitivity, type SubjectNoun } from '@linli/domain';
import { type Condition, linesOf } from './condition.ts';

/** A tag while it is being defined. */
export interface TagDraft {
  readonly name: string;
  readonly purpose: string;
  readonly areaId: string | undefined;
  readonly noun: SubjectNoun;
  readonly by: 'rule' | 'hand';
  readonly conditions: readonly Condition[];
  readonly joined: 'all' | 'any';
  readonly rule: string;
  readonly sensitivity: Sensitivity;
  readonly expiryDays: number | null;
}

const usualDays = 180;

export function draftOf(tag: TagView | null): TagDraft {
  const noun = tag?.nouns[0] ?? 'person';
  const rule = tag?.rule ?? '';
  const read = rule === '' ? null : compileRule(rule, noun);
  const lines = read?.ok ? linesOf(read.node) : null;
  return {
    name: tag?.name.zh ?? '',
    purpose: tag?.purpose.zh ?? '',
    areaId: tag?.areaId,
    noun,
    by: tag !== null && tag.rule === null ? 'hand' : 'rule',
    conditions: lines?.conditions ?? [],
    joined: lines?.joined ?? 'all',
    rule,
    sensitivity: tag?.sensitivity ?? 2,
    expiryDays: tag === null ? usualDays : tag.expiryDays,
  };
}

export function isReady(draft: TagDraft): boolean {
  return draft.name.trim() !== '' && draft.purpose.trim() !== '' && draft.areaId !== undefined;
}

/** What is sent: another language's name is kept as it was. */
export function savedOf(
  draft: Omit<TagDraft, 'sensitivity'> & { readonly sensitivity: number },
  tag: TagView | null,
): Omit<InputOf<typeof saveTag>, 'requestId'> {
  return {
    ...(tag === null ? {} : { tagId: tag.id, version: tag.version, words: tag.words }),
    areaId: draft.areaId ?? '',
    name: { ...tag?.name, zh: draft.name.trim() },
    noun: draft.noun,
    purpose: { ...tag?.purpose, zh: draft.purpose.trim() },
    sensitivity: levels.find((level) => level === draft.sensitivity) ?? 4,
    ...(draft.by === 'rule' ? { rule: draft.rule.trim() } : {}),
    ...(draft.by === 'hand' && draft.expiryDays !== null ? { expiryDays: draft.expiryDays } : {}),
  };
}

const levels = [1, 2, 3, 4] as const;
