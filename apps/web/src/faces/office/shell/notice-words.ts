import type { NoticeView } from '@linli/contract';
import type { TFunction } from 'i18next';
import type { z } from 'zod';

type Notice = z.infer<typeof NoticeView>;

const known = [
  'dispatched',
  'returned',
  'urged',
  'supervised',
  'overdue',
  'remind',
  'escalated',
  'handled',
  'check-failed',
  'signed',
  'joined',
  'named',
  'closed',
  'reopened',
  'asked',
  'granted',
  'refused',
  'objected',
  'declined',
  'merged',
  'extended',
  'suspended',
  'resumed',
  'void',
  'care-entered',
  'care-left',
  'care-regraded',
  'rights-arrived',
  'rights-supplied',
  'rights-objected',
  'rights-due-soon',
  'rights-overdue',
  'rights-latest-soon',
  'guardian-waits',
  'letting-overdue',
  'correction-asked',
  'correction-decided',
] as const;

/** A notice in words. A kind this face does not know still says which case moved. */
export function noticeWords(notice: Notice, t: TFunction<'office'>): string {
  const short = notice.kind.replace(/^case[.-]/, '').replace(/^(care|rights|guardian|letting|correction)\./, '$1-');
  const kind = known.find((each) => each === short) ?? 'other';
  return t(`notice.kind.${kind}`, { number: String(notice.params.number ?? notice.params.title ?? '') });
}
