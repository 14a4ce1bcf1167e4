import type { OutboxItem } from '@linli/client';
import { listOf } from '../outbox/edit-part.ts';
import type { KeptField } from './kept-home.ts';

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

/** What is registered with what was changed here and is still on its way: that goes first, so what is said next is said in sight of it. */
export function standingFields(
  fields: readonly KeptField[],
  items: readonly OutboxItem[],
  of: { readonly lane: string; readonly subjectId: string },
): readonly KeptField[] {
  const said = new Map(
    waitingOf(items, of)
      .filter(({ operation, state }) => operation === 'change-fields' && state !== 'refused')
      .flatMap(({ input }) => listOf(input.fields).map(({ code, value }) => [code, value] as const)),
  );
  return fields.map((field) => {
    const value = said.get(field.code);
    return isValue(value) ? { ...field, value, daysStale: 0 } : field;
  });
}

function isValue(value: unknown): value is KeptField['value'] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
