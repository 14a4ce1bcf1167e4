import { type RefusalGround, type RightsOutcome, refusalGrounds, rightsOutcomes } from '@linli/domain';
import { Alert, Button, Flex, Input, Select, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActOnRights } from '../../../features/privacy/act-on-rights.ts';
import { useGetRights } from '../../../features/privacy/get-rights.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';

const deskActs = ['register', 'verify', 'ask-more', 'accept'] as const;

/** One request: what is asked, what an answer would do, the desk's next step. */
export function RequestPanel({ rightsId }: { readonly rightsId: string }) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<RightsOutcome>('granted');
  const [ground, setGround] = useState<RefusalGround | null>(null);
  const { data, error, refetch } = useGetRights({ rightsId });
  const { mutate, isPending, error: problem } = useActOnRights();
  if (data === undefined)
    return error === null ? <Skeleton rows={6} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;
  const base = { rightsId, revision: data.revision, words };
  const names = (labels: readonly { zh: string; en?: string | undefined }[]) => labels.map(read).join(t('desk.comma'));
  return (
    <Flex vertical gap="middle">
      <h2>
        {data.number} · {t(`kinds.${data.kind}`)} · {t(`states.${data.state}`)}
      </h2>
      <p>
        {t('desk.asker')}: {data.askerName} ({t(`askers.${data.asker}`)})
      </p>
      <p>{data.subjectName === null ? t('desk.nobody') : t('desk.about', { name: data.subjectName })}</p>
      {data.words === '' ? null : <p>{data.words}</p>}
      {data.fields.length === 0 ? null : <p>{names(data.fields.map(({ label }) => label))}</p>}
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
      {data.can.length === 0 ? null : (
        <>
          <label htmlFor="rights-words">{t('desk.words')}</label>
          <Input.TextArea
            id="rights-words"
            rows={3}
            maxLength={1000}
            value={words}
            onChange={(e) => setWords(e.target.value)}
          />
          <Flex gap="small" wrap>
            {deskActs
              .filter((act) => data.can.includes(act))
              .map((act) => (
                <Button key={act} loading={isPending} onClick={() => mutate({ ...base, act })}>
                  {t(`acts.${act}`)}
                </Button>
              ))}
          </Flex>
        </>
      )}
      {data.can.includes('answer') ? (
        <Flex gap="small" wrap align="center">
          <Select
            aria-label={t('desk.outcome')}
            style={{ width: 140 }}
            value={outcome}
            onChange={setOutcome}
            options={rightsOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          />
          {outcome === 'granted' ? null : (
            <Select
              aria-label={t('desk.ground')}
              placeholder={t('desk.ground')}
              style={{ width: 280 }}
              value={ground}
              onChange={setGround}
              options={refusalGrounds.map((value) => ({ value, label: t(`grounds.${value}`) }))}
            />
          )}
          <Button
            type="primary"
            loading={isPending}
            onClick={() =>
              mutate({
                ...base,
                act: 'answer',
                outcome,
                ...(ground !== null && outcome !== 'granted' ? { ground } : {}),
              })
            }
          >
            {t('acts.answer')}
          </Button>
        </Flex>
      ) : null}
      {problem === null ? null : <Alert type="error" title={problem.message} />}
      {data.outcome === null ? null : (
        <p>
          {t(`outcomes.${data.outcome}`)}
          {data.ground === null ? null : ` · ${t(`grounds.${data.ground}`)}`} {data.article ? read(data.article) : ''}
        </p>
      )}
      <h3>{t('desk.story')}</h3>
      <Timeline
        items={data.steps.map((step) => ({
          key: `${step.at} ${step.act}`,
          content: `${siteClockOf(step.at).replace('T', ' ')} ${t(`acts.${step.act as 'submit'}`)} ${step.words}`,
        }))}
      />
    </Flex>
  );
}
