/** The kinds of notice a resident is told in words of their own; anything else is “有新进展”. */
const TOLD = ['declined', 'merged', 'handled', 'closed', 'extended', 'suspended', 'resumed', 'void'] as const;

/** `case.check-passed` → `check-passed`, the key of its words. */
export function noticeKey(kind: string): (typeof TOLD)[number] | 'other' {
  const bare = kind.replace(/^case\./, '');
  return TOLD.find((each) => each === bare) ?? 'other';
}
