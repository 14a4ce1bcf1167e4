import { Alert, Button, Modal } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../forms.module.css';
import { periodWords } from '../period-words.ts';

export type PullButtonProps = {
  readonly formId: string;
  readonly period: string;
  readonly law: string;
  readonly approved: number;
};

/** Fetches what the street approved, in the department's own layout. Says on what ground first, and that it is logged. */
export function PullButton({ formId, period, law, approved }: PullButtonProps) {
  const { t } = useTranslation(['forms', 'common']);
  const { t: forms } = useTranslation('forms');
  const [open, setOpen] = useState(false);
  const href = `/api/form-file?formId=${encodeURIComponent(formId)}&period=${encodeURIComponent(period)}`;
  return (
    <>
      <Button type="primary" icon={<Download size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('forms:pull.button')}
      </Button>
      {open ? (
        <Modal
          open
          title={t('forms:pull.title', { period: periodWords(period, forms) })}
          onCancel={() => setOpen(false)}
          footer={null}
        >
          <div className={styles.section}>
            <p>{t('forms:pull.what', { count: approved })}</p>
            <p>{t('forms:pull.ground', { law })}</p>
            <Alert type="info" showIcon title={t('forms:pull.logged')} />
            {approved === 0 ? (
              <p className={styles.bad}>{t('forms:pull.none')}</p>
            ) : (
              <div className={styles.row}>
                <Button type="primary" href={href} download onClick={() => setOpen(false)}>
                  {t('forms:pull.download')}
                </Button>
              </div>
            )}
          </div>
        </Modal>
      ) : null}
    </>
  );
}
