import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartSpec } from './chart/chart-options.ts';
import styles from './chart.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { Skeleton } from './state-views.tsx';

const ChartCanvas = lazy(() => import('./chart/chart-canvas.tsx').then((file) => ({ default: file.ChartCanvas })));

export type ChartProps = ChartSpec & {
  /** The sentence the chart makes: read aloud, and the heading of its table. */
  readonly label: string;
  readonly heightPx?: number | undefined;
  /** Index in `categories`. */
  readonly onPick?: ((index: number) => void) | undefined;
  /** Offers the same figures as a table; off on the screen, where nobody clicks. */
  readonly table?: boolean | undefined;
};

/** Line, bar or funnel. The library loads when a chart is first shown. */
export function Chart({ label, heightPx = 240, table = true, onPick, ...spec }: ChartProps) {
  const { t } = useTranslation('ui');
  const [isTable, setTable] = useState(false);
  if (spec.categories.length === 0) return <p className={styles.none}>{t('chart.noData')}</p>;
  return (
    <figure className={styles.chart}>
      {isTable ? (
        <ChartTable label={label} {...spec} />
      ) : (
        <div style={{ height: heightPx }}>
          <ErrorBoundary>
            <Suspense fallback={<Skeleton shape="block" />}>
              <ChartCanvas label={label} spec={spec} onPick={onPick} />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      {table ? (
        <button type="button" className={styles.toggle} onClick={() => setTable(!isTable)}>
          {isTable ? t('chart.showChart') : t('chart.showTable')}
        </button>
      ) : null}
    </figure>
  );
}

function ChartTable({ label, categories, series }: ChartSpec & { readonly label: string }) {
  const { t } = useTranslation(['ui', 'common']);
  return (
    <table className={styles.table}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ui:chart.category')}</th>
          {series.map((each) => (
            <th key={each.name} scope="col">
              {each.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map((each) => (
              <td key={each.name}>{each.values[index] ?? t('common:nothing')}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
