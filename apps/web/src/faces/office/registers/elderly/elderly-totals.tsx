import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { siteToday } from '../../words/site-time.ts';
import styles from './elderly.module.css';
import { type Figures, figureNames, rowsOfFigure } from './elderly-figures.ts';

/** The whole of the area in ten figures; each opens to its people. */
export function ElderlyTotals({ total, areaId }: { readonly total: Figures; readonly areaId: string | undefined }) {
  const { t } = useTranslation('registers');
  const on = { areaId, today: siteToday(new Date()) };
  return (
    <dl className={styles.totals}>
      {figureNames.map((name) => (
        <div key={name}>
          <dt>{t(`elderly.figure.${name}`)}</dt>
          <dd>
            {total[name] === 0 ? (
              0
            ) : (
              <Link to="/registers" search={rowsOfFigure(name, on)} className={styles.figure}>
                {total[name]}
              </Link>
            )}
            {name === 'over60' && total.people > 0 ? (
              <small>{t('elderly.share', { percent: Math.round((total.over60 / total.people) * 100) })}</small>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
