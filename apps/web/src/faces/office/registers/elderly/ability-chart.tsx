import { findRegisterField } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { CountBar } from '../../procedures/count-bar.tsx';
import { siteToday } from '../../words/site-time.ts';
import styles from './elderly.module.css';
import { rowsOfAbility } from './elderly-figures.ts';

/** Those assessed, by level of GB/T 42195; each bar opens to its people. */
export function AbilityChart({
  ability,
  areaId,
}: {
  readonly ability: readonly number[];
  readonly areaId: string | undefined;
}) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const most = Math.max(...ability);
  const levels = findRegisterField('person', 'abilityLevel')?.options ?? [];
  return (
    <section className={styles.section}>
      <h2>{t('elderly.ability')}</h2>
      <ul className={styles.bars}>
        {levels.map(({ value }, level) => {
          const count = ability[level] ?? 0;
          return (
            <li key={value}>
              <span>{words.value('person', 'abilityLevel', value)}</span>
              <CountBar count={count} most={most} />
              {count === 0 ? (
                <span>0</span>
              ) : (
                <Link
                  to="/registers"
                  search={rowsOfAbility(level, { areaId, today: siteToday(new Date()) })}
                  className={styles.figure}
                >
                  {count}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
