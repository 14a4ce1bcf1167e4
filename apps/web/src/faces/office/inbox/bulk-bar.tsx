import type { CaseSummary } from '@linli/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shell/use-session.ts';
import { type BulkAction, BulkDialog } from './bulk-dialog.tsx';
import styles from './inbox-view.module.css';

export type BulkBarProps = { readonly cases: readonly CaseSummary[]; readonly onDone: () => void };

/** Under the list while rows are ticked: what can be done to all of them. */
export function BulkBar({ cases, onDone }: BulkBarProps) {
  const { t } = useTranslation('office');
  const mayDispatch = useMay('cases:desk');
  // The cases as they were when the dialog opened: the list behind may move on.
  const [open, setOpen] = useState<{ action: BulkAction; cases: readonly CaseSummary[] } | null>(null);
  return (
    <section className={styles.bulk} aria-label={t('bulk.label')}>
      <strong>{t('bulk.selected', { count: cases.length })}</strong>
      {mayDispatch ? (
        <Button onClick={() => setOpen({ action: 'dispatch', cases })}>{t('bulk.dispatch.label')}</Button>
      ) : null}
      <Button onClick={() => setOpen({ action: 'urge', cases })}>{t('bulk.urge.label')}</Button>
      <Button type="link" onClick={onDone}>
        {t('bulk.clear')}
      </Button>
      {open === null ? null : (
        <BulkDialog
          action={open.action}
          cases={open.cases}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
        />
      )}
    </section>
  );
}
