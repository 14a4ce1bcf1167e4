import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../../ui/time-words.ts';
import { useNow } from '../../../../ui/use-now.ts';
import styles from '../forms.module.css';
import chart from './burden-chart.module.css';
import { type BurdenRow, sumMinutes, weeksOf } from './sum-minutes.ts';

const height = 64;
const gap = 4;

/** A small picture for each department on one scale: a bar for each week. The numbers stand in the table below. */
export function BurdenChart({ rows }: { readonly rows: readonly BurdenRow[] }) {
  const { t } = useTranslation('forms');
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const lines = sumMinutes(rows, 'unit');
  const weeks = weeksOf(rows);
  const most = Math.max(1, ...lines.flatMap((line) => line.weeks));
  const width = 240;
  const step = width / Math.max(1, weeks.length);
  return (
    <section className={styles.section} aria-label={t('burden.byUnit')}>
      <h2>{t('burden.byUnit')}</h2>
      <div className={chart.chart}>
        {lines.map((line) => (
          <figure key={line.id}>
            <figcaption>
              <span>{line.name}</span>
              <span className={styles.number}>{t('burden.minutesOf', { count: line.sum })}</span>
            </figcaption>
            <svg
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              role="img"
              aria-label={t('burden.chartLabel', {
                name: line.name,
                weeks: weeks.map((week, at) => `${dayWords(week, now, ui)} ${line.weeks[at] ?? 0}`).join(t('join')),
              })}
            >
              {line.weeks.map((minutes, at) => (
                <rect
                  key={weeks[at]}
                  x={at * step + gap / 2}
                  width={Math.max(1, step - gap)}
                  y={height - (minutes / most) * height}
                  height={(minutes / most) * height}
                >
                  <title>{`${dayWords(weeks[at] ?? '', now, ui)} · ${t('burden.minutesOf', { count: minutes })}`}</title>
                </rect>
              ))}
            </svg>
          </figure>
        ))}
      </div>
      <p className={styles.soft}>
        {t('burden.scale', {
          from: dayWords(weeks[0] ?? '', now, ui),
          until: dayWords(weeks.at(-1) ?? '', now, ui),
          count: most,
        })}
      </p>
    </section>
  );
}
