import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecideGuardian } from '../../../../features/registers/decide-guardian.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import styles from '../subject/subject.module.css';
import type { SubjectDetail } from '../subject/subject-detail.ts';
import { useGuardianWords } from './use-guardian-words.ts';

type Waiting = SubjectDetail['waitingGuardians'][number];

/** Guardians by agreement that a second person has to confirm; who entered one can only take it back. */
export function WaitingGuardians({ detail }: { readonly detail: SubjectDetail }) {
  const { t } = useTranslation('registers');
  const words = useGuardianWords();
  const [open, setOpen] = useState<{ one: Waiting; accept: boolean } | null>(null);
  if (detail.waitingGuardians.length === 0) return null;
  return (
    <>
      <ul>
        {detail.waitingGuardians.map((one) => (
          <li key={one.other.id}>
            <Link to="/registers/$subjectId" params={{ subjectId: one.other.id }}>
              {one.other.name}
            </Link>{' '}
            <Tag color="warning">{t('guardian.waits')}</Tag>
            <span className={styles.soft}>
              {[
                words.relation(one.relation),
                words.paper(one.paper),
                one.proof,
                t('guardian.since', { day: one.since }),
                one.mine ? t('guardian.waitsMine') : '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {one.mine ? null : (
              <Button
                size="small"
                type="link"
                aria-label={t('guardian.confirmOf', { name: one.other.name })}
                onClick={() => setOpen({ one, accept: true })}
              >
                {t('guardian.confirm')}
              </Button>
            )}
            <Button
              size="small"
              type="link"
              danger
              aria-label={t(one.mine ? 'guardian.takeBackOf' : 'guardian.refuseOf', { name: one.other.name })}
              onClick={() => setOpen({ one, accept: false })}
            >
              {t(one.mine ? 'guardian.takeBack' : 'guardian.refuse')}
            </Button>
          </li>
        ))}
      </ul>
      {open === null ? null : <DecideGuardianForm detail={detail} {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

function DecideGuardianForm({
  detail,
  one,
  accept,
  onClose,
}: {
  readonly detail: SubjectDetail;
  readonly one: Waiting;
  readonly accept: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('registers');
  const { mutateAsync } = useDecideGuardian();
  const { id: wardId, name } = detail.subject;
  const no = one.mine ? 'takeBack' : 'refuse';
  const deed = accept ? 'confirm' : no;
  return (
    <ActionForm<object>
      title={t(`guardian.${deed}Title`, { guardian: one.other.name, name })}
      explains={t(accept ? 'guardian.confirmExplains' : 'guardian.refuseExplains', { proof: one.proof })}
      submitLabel={t(`guardian.${deed}`)}
      doneWords={t(accept ? 'guardian.setDone' : 'guardian.refuseDone')}
      danger={!accept}
      onSubmit={() => mutateAsync({ wardId, guardianId: one.other.id, accept })}
      onClose={onClose}
    />
  );
}
