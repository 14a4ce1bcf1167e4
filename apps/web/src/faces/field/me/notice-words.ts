import type { TFunction } from 'i18next';

const KNOWN = [
  'dispatched',
  'check-failed',
  'signed',
  'joined',
  'named',
  'reopened',
  'urged',
  'supervised',
  'asked',
  'granted',
  'refused',
  'remind',
  'escalated',
  'returned',
  'objected',
  'handled',
  'closed',
  'declined',
  'merged',
  'extended',
  'suspended',
  'resumed',
  'void',
  'care-entered',
  'care-left',
  'care-regraded',
] as const;

/** Of no case: they name no kind of matter. */
const PLAIN = ['correction-asked', 'correction-decided', 'guardian-waits', 'letting-overdue'] as const;

export type NoticeLike = { readonly kind: string; readonly params: Readonly<Record<string, string | number>> };

/** A notice in a worker's words; one of a kind that this version does not know is still news. */
export function noticeWords({ kind, params }: NoticeLike, t: TFunction<'field'>, language: string): string {
  const plain = PLAIN.find((each) => kind.replace('.', '-') === each);
  if (plain !== undefined) return t(`notice.${plain}`);
  const known = KNOWN.find((each) => kind === `case.${each}` || kind.replace('care.', 'care-') === each);
  const type = language === 'en' ? (params.typeNameEn ?? params.typeName) : params.typeName;
  return known === undefined || type === undefined ? t('me.news') : t(`notice.${known}`, { type });
}
