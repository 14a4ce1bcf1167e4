import type { getScreen, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';

const KEYS = ['surge', 'overdue', 'overdueDays', 'behind'] as const;

/** The one sentence at the foot: what deserves a look now. A key this release does not know says nothing. */
export function AttentionLine({ attention }: { readonly attention: OutputOf<typeof getScreen>['attention'] }) {
  const { t } = useTranslation('screen');
  const key = KEYS.find((known) => known === attention?.key);
  if (attention === null || key === undefined) return t('attention.none');
  return t(`attention.${key}`, { ...attention.params });
}
