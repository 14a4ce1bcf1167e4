import type { OutboxItem } from '@linli/client';

/** What of a home, or of one person in it, is on its way or was refused. */
export function waitingOf(
  items: readonly OutboxItem[],
  { lane, subjectId }: { readonly lane: string; readonly subjectId?: string | undefined },
): readonly OutboxItem[] {
  return items.filter(
    (item) =>
      item.lane === lane && item.state !== 'done' && (subjectId === undefined || item.input.subjectId === subjectId),
  );
}
