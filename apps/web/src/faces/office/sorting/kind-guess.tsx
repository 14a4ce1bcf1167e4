import type { CallOutput } from '@linli/client';
import type { suggestType } from '@linli/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './sorting.module.css';

export type Guess = CallOutput<typeof suggestType>;

/** Kinds the words speak of, how sure that is and why. One press takes a kind over; below the floor a person is told to choose. */
export function KindGuess({ guess, onTake }: { readonly guess: Guess; readonly onTake: (typeCode: string) => void }) {
  const { t } = useTranslation(['sorting', 'common']);
  const local = useLocalText();
  if (guess.suggestions.length === 0) return null;
  return (
    <section className={styles.box} aria-label={t('sorting:guess.title')}>
      <strong>{t('sorting:guess.title')}</strong>
      {guess.belowFloor ? (
        <p className={styles.note}>{t('sorting:guess.below', { percent: Math.round(guess.floor * 100) })}</p>
      ) : null}
      <ul className={styles.rows}>
        {guess.suggestions.map((one, at) => (
          <li key={one.typeCode} className={styles.row}>
            <Button
              size="small"
              type={at === 0 && !guess.belowFloor ? 'primary' : 'default'}
              aria-label={`${t('sorting:guess.take')} ${local(one.typeName)}`}
              onClick={() => onTake(one.typeCode)}
            >
              {local(one.typeName)}
            </Button>
            <span>{t('sorting:guess.sure', { percent: Math.round(one.confidence * 100) })}</span>
            {one.spokenFor.length === 0 ? null : (
              <span className={styles.note}>
                {t('sorting:guess.because', { words: one.spokenFor.join(t('common:listJoin')) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t(`sorting:guess.by.${guess.by}`)}</p>
    </section>
  );
}
