import { Star } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from './field-frame.tsx';
import styles from './rating-input.module.css';

export type Rating = 1 | 2 | 3 | 4 | 5;

export type RatingInputProps = {
  readonly label?: string | undefined;
  readonly value: Rating | undefined;
  readonly onChange: (rating: Rating) => void;
  readonly error?: string | undefined;
};

const WORDS = [
  [1, 'one'],
  [2, 'two'],
  [3, 'three'],
  [4, 'four'],
  [5, 'five'],
] as const;

/** One to five stars, each with its word: radio buttons underneath. */
export function RatingInput({ label, value, onChange, error }: RatingInputProps) {
  const { t } = useTranslation('ui');
  const name = useId();
  const chosen = WORDS.find(([rating]) => rating === value);
  return (
    <FieldFrame as="group" required label={label ?? t('rating.label')} error={error}>
      {(ids) => (
        <>
          <div className={styles.stars}>
            {WORDS.map(([rating, word]) => (
              <label key={rating} className={styles.star} data-filled={value !== undefined && rating <= value}>
                <input
                  id={rating === 1 ? ids.id : undefined}
                  type="radio"
                  name={name}
                  className="visually-hidden"
                  checked={rating === value}
                  onChange={() => onChange(rating)}
                />
                <Star aria-hidden="true" />
                <span className="visually-hidden">{t(`rating.${word}`)}</span>
              </label>
            ))}
          </div>
          <p aria-hidden="true" className={styles.word}>
            {chosen === undefined ? '' : t(`rating.${chosen[1]}`)}
          </p>
        </>
      )}
    </FieldFrame>
  );
}
