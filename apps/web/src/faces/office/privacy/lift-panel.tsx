import type { CallOutput } from '@linli/client';
import type { getRights } from '@linli/contract';
import { Alert, App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiftRestriction } from '../../../features/privacy/lift-restriction.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import styles from './privacy.module.css';

type Restricted = CallOutput<typeof getRights>['restricted'];

/** What this request took out of use, and the way back for a person who came with proof. */
export function LiftPanel({ rightsId, restricted }: { readonly rightsId: string; readonly restricted: Restricted }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const { message } = App.useApp();
  const [fields, setFields] = useState<string[]>([]);
  const [proof, setProof] = useState('');
  const { mutate, isPending, error } = useLiftRestriction();
  return (
    <section aria-label={t('desk.lift')}>
      <h3 className={styles.heading}>{t('desk.lift')}</h3>
      <p className={styles.soft}>{t('desk.liftBody')}</p>
      <Checkbox.Group
        aria-label={t('desk.fields')}
        value={fields}
        onChange={setFields}
        options={restricted.map(({ code, label }) => ({ value: code, label: read(label) }))}
      />
      <div className={styles.row}>
        <Input
          aria-label={t('desk.liftProof')}
          placeholder={t('desk.liftProof')}
          className={styles.find ?? ''}
          maxLength={200}
          value={proof}
          onChange={(event) => setProof(event.target.value)}
        />
        <Button
          loading={isPending}
          disabled={fields.length === 0 || proof.trim().length < 2}
          onClick={() =>
            mutate(
              { rightsId, fields, proof },
              {
                onSuccess: () => {
                  message.success(t('desk.liftDone'));
                  setFields([]);
                  setProof('');
                },
              },
            )
          }
        >
          {t('desk.lift')}
        </Button>
      </div>
      {error === null ? null : <Alert type="error" title={error.message} />}
    </section>
  );
}
