import type { getForm, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { FillBar, fillPercent } from './fill-bar.tsx';
import styles from './forms.module.css';

type Counted = Pick<OutputOf<typeof getForm>['returns'][number], 'counts' | 'hidden'>;

/** How many rows a return has, or that they are too few to be told. */
export function RowCount({ row }: { readonly row: Counted }) {
  return row.counts?.rows ?? <HiddenWords row={row} />;
}

/** How full a return is, where it is told. */
export function ReturnFill({ row }: { readonly row: Counted }) {
  return row.counts === null ? <HiddenWords row={row} /> : <FillBar percent={fillPercent(row.counts)} />;
}

/** “Fewer than 5”, or nothing at all. */
function HiddenWords({ row }: { readonly row: Counted }) {
  const { t } = useTranslation('forms');
  return (
    <span className={styles.soft} title={t('hidden.why')}>
      {t(`hidden.${row.hidden ?? 'withheld'}`)}
    </span>
  );
}
