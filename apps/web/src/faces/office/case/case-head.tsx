import type { CaseDetail } from '@linli/contract';
import { isOpen } from '@linli/domain';
import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { Maximize2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockName } from '../../../features/cases/clock-name.ts';
import { promisedDay, promisedStep } from '../../../features/cases/promised-step.ts';
import { DueBar } from '../../../ui/due-bar.tsx';
import { dueWords, instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { CaseActionBar } from '../actions/case-action-bar.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { areaTrail } from './area-trail.ts';
import styles from './case-panel.module.css';
import { StateTag } from './state-tag.tsx';

export type CaseHeadProps = { readonly detail: CaseDetail; readonly onClose: (() => void) | undefined };

/** Number, kind, state, where, who has it, until when, and the buttons. Stays in sight while the rest scrolls. */
export function CaseHead({ detail, onClose }: CaseHeadProps) {
  const { t } = useTranslation(['office', 'stages', 'common']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  const local = useLocalText();
  const promised = promisedDay(detail);
  const open = isOpen(detail.state);
  const running = detail.clocks.find((clock) => clock.name === detail.due?.clock && clock.stoppedAt === null);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <span className={styles.number}>{detail.number}</span>
        <StateTag state={detail.state} />
        {detail.urgent ? <Tag color="error">{t('office:mark.urgent')}</Tag> : null}
        {detail.supervised ? <Tag color="warning">{t('office:mark.supervised')}</Tag> : null}
        {detail.urgedCount > 0 ? (
          <Tag color="warning">{t('office:mark.urged', { count: detail.urgedCount })}</Tag>
        ) : null}
        {detail.round > 1 ? <Tag>{t('office:mark.round', { round: detail.round })}</Tag> : null}
        {detail.visibility === 'private' ? <Tag>{t('office:mark.private')}</Tag> : null}
        {detail.visibility === 'sealed' ? <Tag color="error">{t('stages:sealed')}</Tag> : null}
        {detail.excluded ? <Tag>{t('stages:exclusion.mark')}</Tag> : null}
        <span className={styles.spring} />
        {onClose === undefined ? null : (
          <>
            <Link
              to="/cases/$caseId"
              params={{ caseId: detail.id }}
              className={styles.iconLink}
              aria-label={t('office:case.wholePage')}
              title={t('office:case.wholePage')}
            >
              <Maximize2 size={16} aria-hidden="true" />
            </Link>
            <Button
              type="text"
              size="small"
              aria-label={t('common:action.close')}
              icon={<X size={16} aria-hidden="true" />}
              onClick={onClose}
            />
          </>
        )}
      </div>
      <h2 className={styles.title}>{detail.title}</h2>
      <p className={styles.meta}>
        {[local(detail.typeName), areaTrail(detail.place.areas), detail.place.address]
          .filter((each) => each !== '')
          .join(' · ')}
      </p>
      <p className={styles.meta}>
        {open || detail.holder !== null
          ? `${t(open ? 'office:case.holder' : 'office:case.hadBy', { holder: detail.holder?.name ?? t('office:nobody') })} · `
          : ''}
        {t('office:case.reported', {
          when: instantWords(detail.reportedAt, now, ui),
          channel: t(`office:channel.${detail.channel}`),
        })}
        {detail.reporterCount > 1 ? ` · ${t('office:case.joined', { count: detail.reporterCount })}` : ''}
      </p>
      {detail.due === null || running === undefined ? null : (
        <div className={styles.due}>
          <span>
            {t('office:case.due', {
              clock: clockName(running.name, detail, { read: local, own: t(`office:clock.${running.name}`) }),
              when: dueWords(running.dueAt, now, ui),
            })}
          </span>
          <DueBar
            look="row"
            startedAt={running.startedAt}
            dueAt={running.dueAt}
            stopped={detail.state === 'suspended'}
          />
        </div>
      )}
      {promised === null || promisedStep(detail) !== null ? null : (
        <p className={styles.meta}>{t('office:case.promised', { when: dueWords(promised, now, ui) })}</p>
      )}
      <div className={styles.actions}>
        <CaseActionBar detail={detail} />
      </div>
    </header>
  );
}
