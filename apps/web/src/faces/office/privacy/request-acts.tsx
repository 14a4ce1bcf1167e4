import type { CallOutput } from '@linli/client';
import type { getRights } from '@linli/contract';
import { type RefusalGround, type RightsOutcome, refusalGrounds, rightsOutcomes } from '@linli/domain';
import { Alert, Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActOnRights } from '../../../features/privacy/act-on-rights.ts';
import styles from './privacy.module.css';

const deskActs = ['register', 'verify', 'accept', 'ask-more'] as const;

/** The desk's next steps; an answer with its outcome and ground. The step that leads on is the strong one. */
export function RequestActs({ data }: { readonly data: CallOutput<typeof getRights> }) {
  const { t } = useTranslation('privacy');
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<RightsOutcome>(data.plan?.outcome ?? 'granted');
  const [ground, setGround] = useState<RefusalGround | null>(null);
  const { mutate, isPending, error } = useActOnRights();
  const base = { rightsId: data.id, revision: data.revision, words };
  const open = deskActs.filter((act) => data.can.includes(act));
  const leading = open.find((act) => act !== 'ask-more');
  const mayAnswer = data.can.includes('answer');
  if (open.length === 0 && !mayAnswer) return null;
  return (
    <section aria-label={t('desk.step')}>
      <h3 className={styles.heading}>{t('desk.step')}</h3>
      <Flex vertical gap="small">
        <label htmlFor="rights-words">{t('desk.words')}</label>
        <Input.TextArea
          id="rights-words"
          rows={3}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {open.length === 0 ? null : (
          <div className={styles.row}>
            {open.map((act) => (
              <Button
                key={act}
                type={act === leading ? 'primary' : 'default'}
                loading={isPending}
                onClick={() => mutate({ ...base, act })}
              >
                {t(`acts.${act}`)}
              </Button>
            ))}
          </div>
        )}
        {mayAnswer ? (
          <div className={styles.row}>
            <Select
              aria-label={t('desk.outcome')}
              style={{ width: 130 }}
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
              type={leading === undefined ? 'primary' : 'default'}
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
          </div>
        ) : null}
        {error === null ? null : <Alert type="error" title={error.message} />}
      </Flex>
    </section>
  );
}
