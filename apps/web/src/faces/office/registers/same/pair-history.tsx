import { useTranslation } from 'react-i18next';
import { instantWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import styles from './same.module.css';
import type { SamePair } from './same-pair.ts';

/** Each time the two were joined and parted again: when, by whom, why. */
export function PairHistory({ history }: Pick<SamePair, 'history'>) {
  const { t } = useTranslation('registers');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (history.length === 0) return null;
  const say = (deed: 'joined' | 'parted', { at, by, reason }: { at: string; by: string; reason: string }) =>
    [t(`same.${deed}`, { at: instantWords(at, now, ui), by }), reason === '' ? '' : t('same.why', { reason })]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <section aria-label={t('same.history')}>
      <h3>{t('same.history')}</h3>
      <ul className={styles.history}>
        {history.flatMap((merge) => [
          ...(merge.undone === null ? [] : [<li key={`${merge.mergeId} undone`}>{say('parted', merge.undone)}</li>]),
          <li key={merge.mergeId}>{say('joined', merge)}</li>,
        ])}
      </ul>
    </section>
  );
}
