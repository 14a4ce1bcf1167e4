import type { listReturns, OutputOf } from '@linli/contract';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideReturn } from '../../../../features/forms/decide-return.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import styles from '../forms.module.css';

type Return = OutputOf<typeof listReturns>['returns'][number];
type Fault = { readonly id: string; readonly words: string };

/** Approves the returns chosen one after the other; those that could not be are named with their reason and stay chosen. */
export function ApproveChosen(props: { readonly rows: readonly Return[]; readonly onLeft: (ids: string[]) => void }) {
  const { rows, onLeft } = props;
  const { t } = useTranslation(['forms', 'office', 'common']);
  const { message } = App.useApp();
  const { mutateAsync } = useDecideReturn();
  const [isAsking, setAsking] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [faults, setFaults] = useState<readonly Fault[]>([]);

  async function approveAll(): Promise<void> {
    setRunning(true);
    const failed: Fault[] = [];
    for (const row of rows) {
      try {
        await mutateAsync({ returnId: row.id, revision: row.revision, approve: true, words: '' });
      } catch (error) {
        const words = readRefusal(error, t('office:refusal.unknown')).message;
        failed.push({
          id: row.id,
          words: t('forms:returns.failedRow', { form: row.formName, area: row.areaName, words }),
        });
      }
    }
    setRunning(false);
    setAsking(false);
    setFaults(failed);
    onLeft(failed.map(({ id }) => id));
    if (failed.length < rows.length)
      message.success(t('forms:returns.approvedMany', { count: rows.length - failed.length }));
  }

  return (
    <>
      <div className={styles.row}>
        <Button type="primary" disabled={rows.length === 0} onClick={() => setAsking(true)}>
          {rows.length === 0 ? t('forms:returns.approveNow') : t('forms:returns.approveChosen', { count: rows.length })}
        </Button>
      </div>
      {faults.length === 0 ? null : (
        <ul role="alert" className={styles.bad}>
          {faults.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
      <Modal
        open={isAsking}
        title={t('forms:returns.approveChosen', { count: rows.length })}
        okText={t('forms:returns.approveNow')}
        cancelText={t('common:action.cancel')}
        confirmLoading={isRunning}
        onOk={() => void approveAll()}
        cancelButtonProps={{ disabled: isRunning }}
        onCancel={() => {
          if (!isRunning) setAsking(false);
        }}
      >
        <p>{t('forms:returns.approveExplains')}</p>
      </Modal>
    </>
  );
}
