import { Alert, Flex, Tag, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGetRights } from '../../../features/privacy/get-rights.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';
import { LiftPanel } from './lift-panel.tsx';
import styles from './privacy.module.css';
import { RequestActs } from './request-acts.tsx';

/** One request: what is asked, what an answer would do, the desk's next step. */
export function RequestPanel({ rightsId }: { readonly rightsId: string }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const { data, error, refetch } = useGetRights({ rightsId });
  if (data === undefined)
    return error === null ? <Skeleton rows={6} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;
  const names = (labels: readonly { zh: string; en?: string | undefined }[]) => labels.map(read).join(t('desk.comma'));
  const clock = (at: string) => siteClockOf(at).replace('T', ' ');
  const isDone = data.state === 'answered' || data.state === 'taken-back';
  return (
    <Flex vertical gap="middle">
      <div className={styles.row}>
        <h2>
          {data.number} · {t(`kinds.${data.kind}`)}
        </h2>
        <Tag>{t(`states.${data.state}`)}</Tag>
        {data.overdue ? <Tag color="error">{t('desk.overdue')}</Tag> : null}
      </div>
      <dl className={styles.facts}>
        <dt>{t('desk.asker')}</dt>
        <dd>
          {data.askerName} · {t(`askers.${data.asker}`)}
        </dd>
        <dt>{t('reveals.whom')}</dt>
        <dd>{data.subjectName ?? t('desk.nobody')}</dd>
        <dt>{t('desk.asked')}</dt>
        <dd>{clock(data.submittedAt)}</dd>
        {isDone ? null : (
          <>
            <dt>{t('desk.due')}</dt>
            <dd>{data.waitingSince === null ? clock(data.dueAt) : t('desk.stopped')}</dd>
            <dt>{t('desk.latest')}</dt>
            <dd>{clock(data.latestAt)}</dd>
          </>
        )}
        {data.fields.length === 0 ? null : (
          <>
            <dt>{t('desk.fields')}</dt>
            <dd>{names(data.fields.map(({ label }) => label))}</dd>
          </>
        )}
        {data.words === '' ? null : (
          <>
            <dt>{t('rights.words')}</dt>
            <dd>{data.words}</dd>
          </>
        )}
        {data.outcome === null ? null : (
          <>
            <dt>{t('desk.answerTitle')}</dt>
            <dd>
              {t(`outcomes.${data.outcome}`)}
              {data.ground === null ? null : ` · ${t(`grounds.${data.ground}`)}`}{' '}
              {data.article ? read(data.article) : ''}
              {data.answer ? <p>{data.answer}</p> : null}
            </dd>
          </>
        )}
      </dl>
      {data.plan === null ? null : (
        <Alert
          type="info"
          title={
            data.plan.outcome
              ? t('desk.planOutcome', { outcome: t(`outcomes.${data.plan.outcome}`) })
              : t('grounds.nothing-held')
          }
          description={
            <>
              {data.plan.erase.length > 0 ? <p>{t('desk.planErase', { fields: names(data.plan.erase) })}</p> : null}
              {data.plan.restrict.length > 0 ? (
                <p>{t('desk.planRestrict', { fields: names(data.plan.restrict) })}</p>
              ) : null}
            </>
          }
        />
      )}
      {data.can.length === 0 ? null : <RequestActs key={data.revision} data={data} />}
      {data.restricted.length === 0 ? null : <LiftPanel rightsId={rightsId} restricted={data.restricted} />}
      <section aria-label={t('desk.story')}>
        <h3 className={styles.heading}>{t('desk.story')}</h3>
        <Timeline
          items={data.steps.map((step) => ({
            key: `${step.at} ${step.act}`,
            content: `${clock(step.at)} ${t(`acts.${step.act as 'submit'}`)} ${step.words}`,
          }))}
        />
      </section>
    </Flex>
  );
}
