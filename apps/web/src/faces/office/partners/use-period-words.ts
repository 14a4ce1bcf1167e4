import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';

/** “3月16日 – 3月22日”: a bulletin's first and last day. */
export function usePeriodWords(): (period: { readonly fromDay: string; readonly lastDay: string }) => string {
  const { t } = useTranslation('ui');
  const now = useNow();
  return ({ fromDay, lastDay }) => `${dayWords(fromDay, now, t)} – ${dayWords(lastDay, now, t)}`;
}
