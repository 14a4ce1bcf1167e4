import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConsentPurposeView, useListConsents } from '../../../features/privacy/list-consents.ts';
import { useGetSubject } from '../../../features/registers/get-subject.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';
import { ConsentForm } from './consent-form.tsx';
import { ConsentReceipts } from './consent-receipts.tsx';
import styles from './privacy.module.css';
import { WithdrawForm } from './withdraw-form.tsx';

type Doing = { purpose: ConsentPurposeView; act: 'give' | 'withdraw' };

/** One person: each purpose with its words and how it stands, and the receipts. */
export function PersonConsents({ subjectId, onOther }: { readonly subjectId: string; readonly onOther: () => void }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data: person } = useGetSubject({ subjectId });
  const { data, error, refetch } = useListConsents({ subjectId });
  if (data === undefined)
    return error === null ? <Skeleton rows={8} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={styles.row}>
        <h2>{person?.subject.name ?? ''}</h2>
        <Button onClick={onOther}>{t('paper.other')}</Button>
      </div>
      {data.purposes.map((purpose) => {
        const last = data.consents.find((consent) => consent.purpose === purpose.purpose);
        const isGiven = last !== undefined && last.withdrawnAt === null;
        return (
          <section key={purpose.purpose} className={styles.purpose} aria-label={read(purpose.name)}>
            <div className={styles.row}>
              <h3>{read(purpose.name)}</h3>
              {isGiven ? (
                <Tag color="success">
                  {t('paper.inForce')} · {siteClockOf(last.givenAt).slice(0, 10)}
                </Tag>
              ) : (
                <Tag>{t('paper.notGiven')}</Tag>
              )}
              <span className={styles.soft}>{t('consents.held', { count: purpose.held })}</span>
            </div>
            <p className={styles.words}>{read(purpose.words)}</p>
            <p className={styles.soft}>
              {t('paper.covers', { fields: purpose.fields.map(read).join(t('desk.comma')) })}
            </p>
            <div className={styles.row}>
              {isGiven ? null : (
                <Button type="primary" onClick={() => setDoing({ purpose, act: 'give' })}>
                  {t('paper.give')}
                </Button>
              )}
              {isGiven || purpose.held > 0 ? (
                <Button danger onClick={() => setDoing({ purpose, act: 'withdraw' })}>
                  {t('paper.withdraw')}
                </Button>
              ) : null}
            </div>
          </section>
        );
      })}
      <ConsentReceipts data={data} />
      {doing?.act === 'give' ? (
        <ConsentForm subjectId={subjectId} purpose={doing.purpose} onClose={() => setDoing(null)} />
      ) : null}
      {doing?.act === 'withdraw' ? (
        <WithdrawForm subjectId={subjectId} purpose={doing.purpose} onClose={() => setDoing(null)} />
      ) : null}
    </>
  );
}
