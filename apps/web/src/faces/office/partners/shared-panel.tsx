import type { CaseDetail, getSharedCase, OutputOf } from '@linli/contract';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetSharedCase } from '../../../features/partners/get-shared-case.ts';
import { timeWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import styles from '../case/case-panel.module.css';
import { useLocalText } from '../words/use-local-text.ts';
import { PartnerHeard } from './partner-heard.tsx';
import own from './partners.module.css';
import { ShareForm } from './share-form.tsx';
import { SideState } from './side-state.tsx';
import { TellForm } from './tell-form.tsx';

type Share = OutputOf<typeof getSharedCase>['shares'][number];

/** With whom the case is shared; nothing where it is not and cannot be. */
export function SharedPanel({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('partners');
  const { data } = useGetSharedCase({ caseId: detail.id }, { refetchIntervalMs: 30_000 });
  const [sharing, setSharing] = useState(false);
  if (data === undefined || (data.shares.length === 0 && !data.mayShare)) return null;
  return (
    <section className={styles.section}>
      <h3>{t('panel.title')}</h3>
      {data.shares.map((share) => (
        <SharedWith key={share.id} share={share} detail={detail} mayTell={data.mayTell} />
      ))}
      {data.mayShare ? (
        <Button size="small" onClick={() => setSharing(true)}>
          {t('panel.share')}
        </Button>
      ) : null}
      {sharing ? <ShareForm detail={detail} shares={data.shares} onClose={() => setSharing(false)} /> : null}
    </section>
  );
}

const refusals = [
  'type-not-open',
  'reporter-not-allowed',
  'input-invalid',
  'already-shared',
  'unknown-kind',
  'case-not-shared',
] as const;
function refusalOf(code: string): (typeof refusals)[number] | 'other' {
  return refusals.find((known) => known === code) ?? 'other';
}

type SharedWithProps = { readonly share: Share; readonly detail: CaseDetail; readonly mayTell: boolean };

function SharedWith({ share, detail, mayTell }: SharedWithProps) {
  const { t } = useTranslation('partners');
  const local = useLocalText();
  const [telling, setTelling] = useState(false);
  const { partner } = share;
  const names = share.fields.map((field) => {
    if (field === 'address' || field === 'point') return t(`field.${field}`);
    const found = detail.type.form.find((each) => `form.${each.key}` === field);
    return found ? local(found.label) : field;
  });
  return (
    <div className={own.share}>
      {partner.stale ? (
        <Alert type="warning" showIcon title={t(partner.heardAt === null ? 'neverYet' : 'stale')} />
      ) : null}
      {share.problem === null ? null : (
        <Alert
          type="error"
          showIcon
          title={t('panel.problem', { reason: t(`refusal.${refusalOf(share.problem)}`) })}
          description={t('panel.problemBody')}
        />
      )}
      <dl className={styles.facts}>
        <dt>{t('shared.number')}</dt>
        <dd className={own.code}>{share.number}</dd>
        <dt>{t('shared.partner')}</dt>
        <dd>
          {partner.name} <PartnerHeard partner={partner} />
        </dd>
        <dt>{t('panel.ourPart')}</dt>
        <dd>{share.ourPart}</dd>
        <dt>{t('panel.ourState')}</dt>
        <dd>
          <SideState side={share.ours} />
        </dd>
        <dt>{t('panel.theirPart')}</dt>
        <dd>{share.theirPart}</dd>
        <dt>{t('panel.theirState')}</dt>
        <dd>
          <SideState side={share.theirs} />
        </dd>
        {share.theirs.number === null ? null : (
          <>
            <dt>{t('panel.theirNumber')}</dt>
            <dd>{share.theirs.number}</dd>
          </>
        )}
        <dt>{t('panel.fields')}</dt>
        <dd>{names.length === 0 ? t('panel.summaryOnly') : names.join(' · ')}</dd>
      </dl>
      <SharedWords share={share} />
      {mayTell ? (
        <Button size="small" onClick={() => setTelling(true)}>
          {t('panel.tell')}
        </Button>
      ) : null}
      {telling ? <TellForm caseId={share.caseId} partner={partner} onClose={() => setTelling(false)} /> : null}
    </div>
  );
}

function SharedWords({ share }: { readonly share: Share }) {
  const { t } = useTranslation('partners');
  const { t: words } = useTranslation('ui');
  const now = useNow();
  if (share.words.length === 0) return <p className={own.soft}>{t('panel.noWords')}</p>;
  return (
    <ul className={own.words} aria-label={t('panel.words')}>
      {share.words.map((each) => (
        <li key={each.id}>
          <span className={own.soft}>
            {each.origin === 'ours' ? t('panel.us') : share.partner.name} · {timeWords(each.saidAt, now, words)}
          </span>
          <p>{each.words}</p>
        </li>
      ))}
    </ul>
  );
}
