import { moveOut } from '@linli/contract';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../features/registers/use-field-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useQueue } from '../actions/use-queue.ts';
import { type Destination, destinations } from '../homes/destinations.ts';
import { DoorFields } from '../homes/door-fields.tsx';
import styles from '../homes/homes.module.css';
import { useHome } from '../homes/use-home.ts';
import { WaitingEntries } from '../homes/waiting-entries.tsx';
import { PageHead } from '../page-head.tsx';
import { useFieldSession } from '../session/field-session.tsx';
import { siteDay } from '../words/site-day.ts';

/** Somebody of a home: what is known, is it still so, and have they moved away. */
export function HomePersonPage() {
  const { t } = useTranslation('homes');
  const { homeId = '', personId = '' } = useParams({ strict: false });
  const { session } = useFieldSession();
  const words = useFieldWords();
  const { data, isLoading } = useHome(homeId);
  const [isLeaving, setLeaving] = useState(false);
  if (isLoading) return <Skeleton />;
  const person = data?.people.find((one) => one.id === personId);
  if (person === undefined) {
    return (
      <>
        <PageHead title={t('title')} to="/homes/$homeId" params={{ homeId }} />
        <Empty title={t('notKept')} body={t('notKeptBody')} />
      </>
    );
  }
  return (
    <>
      <PageHead title={person.name} to="/homes/$homeId" params={{ homeId }} />
      <div className={styles.page}>
        <p>{[data?.name ?? '', words.relation(person.relation)].filter((part) => part !== '').join(' · ')}</p>
        <WaitingEntries lane={homeId} subjectId={person.id} />
        <DoorFields
          subject={{ id: person.id, noun: 'person', name: person.name }}
          lane={homeId}
          fields={person.fields}
        />
        {session.permissions.includes('registers:edit') ? (
          <Button kind="danger" wide onClick={() => setLeaving(true)}>
            {t('left')}
          </Button>
        ) : null}
      </div>
      {isLeaving ? <LeaveDialog homeId={homeId} person={person} onClose={() => setLeaving(false)} /> : null}
    </>
  );
}

type LeaveDialogProps = {
  readonly homeId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

function LeaveDialog({ homeId, person, onClose }: LeaveDialogProps) {
  const { t } = useTranslation(['homes', 'field', 'common']);
  const { clockOffsetMs } = useFieldSession();
  const queue = useQueue();
  const navigate = useNavigate();
  const [to, setTo] = useState<Destination>('unknown');

  async function leave(): Promise<void> {
    const input = { subjectId: person.id, to, on: siteDay(new Date(Date.now() + clockOffsetMs)), words: '' };
    const queued = { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };
    if (await queue({ operation: moveOut, input, caseId: homeId, title: person.name }, queued)) {
      await navigate({ to: '/homes/$homeId', params: { homeId } });
    }
  }

  return (
    <Dialog
      open
      title={t('homes:leftTitle', { name: person.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button kind="danger" onClick={() => void leave()}>
            {t('homes:left')}
          </Button>
        </>
      }
    >
      <p>{t('homes:leftExplains')}</p>
      <Choices
        kind="one"
        required
        label={t('homes:whereTo')}
        values={[to]}
        onChange={([next]) => setTo(destinations.find((one) => one === next) ?? 'unknown')}
        options={destinations.map((value) => ({ value, label: t(`homes:where.${value}`) }))}
      />
    </Dialog>
  );
}
