/** The kinds of notice a resident is told in words of their own; anything else is “有新进展”. */
const TOLD = [
  'accepted',
  'declined',
  'merged',
  'dispatched',
  'taken',
  'returned',
  'handled',
  'closed',
  'check-passed',
  'check-failed',
  'reopened',
  'extension-asked',
  'suspension-asked',
  'request-granted',
  'resumed',
  'contacted',
  'noted',
  'urged',
  'supervised',
  'overdue',
  'revealed',
] as const;

/** `case.check-passed` → `check-passed`, the key of its words. */
export function noticeKey(kind: string): (typeof TOLD)[number] | 'other' {
  const bare = kind.slice(Math.max(kind.lastIndexOf('.'), kind.indexOf('case-') === 0 ? 4 : -1) + 1);
  return TOLD.find((each) => each === bare) ?? 'other';
}
