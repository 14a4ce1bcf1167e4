import { Link } from '@tanstack/react-router';
import { Alert, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCell } from '../../../../features/forms/open-cell.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import styles from '../forms.module.css';
import { AskedCell } from './asked-cell.tsx';
import { CellBehind } from './cell-behind.tsx';
import { CellFact } from './cell-fact.tsx';
import { MissingCell } from './missing-cell.tsx';
import type { OpenedCell, ReturnData } from './return-table.tsx';

export type CellPanelProps = {
  readonly data: ReturnData;
  readonly cell: OpenedCell;
  readonly onClose: () => void;
};

/** What stands behind a cell: the fact with its source and day, the people or things counted, or what is still asked. */
export function CellPanel({ data, cell, onClose }: CellPanelProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  const column = data.columns[cell.at];
  const [from, setFrom] = useState(0);
  const opened = useOpenCell(
    { returnId: data.form.id, rowKey: cell.rowKey, column: column?.key ?? '', from },
    { enabled: column !== undefined, keepPrevious: true },
  );
  if (column === undefined) return null;
  const isOpen = data.form.state !== 'given' && data.form.state !== 'approved';
  const shown = opened.data;
  const at = { returnId: data.form.id, revision: data.form.revision, formId: data.form.formId, rowKey: cell.rowKey };
  return (
    <Drawer
      open
      onClose={onClose}
      size={440}
      title={t('cell.title', { label: read(column.label), serial: cell.serial })}
    >
      {opened.isPending ? <Skeleton rows={5} /> : null}
      {opened.error !== null && shown === undefined ? (
        <QueryProblem error={opened.error} onRetry={() => void opened.refetch()} />
      ) : null}
      {shown === undefined ? null : (
        <div className={styles.section}>
          <dl className={styles.facts}>
            <dt>{t('cell.value')}</dt>
            <dd>
              <strong>{shown.cell.text === '' ? t(`mark.${emptyMark(shown.cell.state)}`) : shown.cell.text}</strong>
            </dd>
          </dl>
          {shown.cell.state === 'gap' ? <Alert type="info" title={t('cell.gap')} /> : null}
          {shown.cell.state === 'restricted' ? <p className={styles.soft}>{t('problem.field-restricted')}</p> : null}
          {shown.cell.state === 'no' ? <p className={styles.soft}>{t('cell.no')}</p> : null}
          {shown.fact === null ? null : <CellFact fact={shown.fact} state={shown.cell.state} mayConfirm={isOpen} />}
          {shown.behind === null ? null : <CellBehind behind={shown.behind} from={from} onFrom={setFrom} />}
          {shown.madeOf === null ? null : <p className={styles.soft}>{t('cell.computed')}</p>}
          {shown.subjectId === null ? null : (
            <p>
              <Link to="/registers/$subjectId" params={{ subjectId: shown.subjectId }}>
                {t('cell.openSubject')}
              </Link>
            </p>
          )}
          {isOpen && column.bind === 'asked' ? <AskedCell at={at} columnKey={column.key} onDone={onClose} /> : null}
          {isOpen && column.bind === 'field' && shown.cell.state === 'missing' ? (
            <MissingCell at={at} columnKey={column.key} onDone={onClose} />
          ) : null}
        </div>
      )}
    </Drawer>
  );
}

function emptyMark(state: string): 'missing' | 'unknown' | 'restricted' | 'blank' {
  if (state === 'missing' || state === 'gap') return 'missing';
  return state === 'unknown' || state === 'restricted' ? state : 'blank';
}
