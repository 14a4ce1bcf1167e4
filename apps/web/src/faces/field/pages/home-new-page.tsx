import { addSubject } from '@linli/contract';
import { identityDocumentKinds } from '@linli/domain';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../features/use-read-text.ts';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { Refused, Skeleton } from '../../../ui/state-views.tsx';
import { useQueue } from '../actions/use-queue.ts';
import { doorEntries, newPersonFields } from '../homes/door-form.ts';
import styles from '../homes/homes.module.css';
import { judgePaper } from '../homes/judge-paper.ts';
import { useHome } from '../homes/use-home.ts';
import { PageHead } from '../page-head.tsx';
import { useFieldSession } from '../session/field-session.tsx';
import { siteDay } from '../words/site-day.ts';

/** Somebody new in a home; whoever is known already by their number is filled up when it arrives, not entered twice. */
export function HomeNewPage() {
  const { t } = useTranslation(['homes', 'subjects', 'field']);
  const { homeId = '' } = useParams({ strict: false });
  const { session, clockOffsetMs } = useFieldSession();
  const read = useReadText();
  const queue = useQueue();
  const navigate = useNavigate();
  const { data, isLoading } = useHome(homeId);
  const [problems, setProblems] = useState<Record<string, string>>({});
  if (!session.permissions.includes('registers:edit')) return <Refused />;
  if (isLoading) return <Skeleton />;
  const today = siteDay(new Date(Date.now() + clockOffsetMs));

  async function submit(values: FormValues): Promise<void> {
    const found = judgePaper(values, today, { idNumber: t('homes:badNumber'), phone: t('homes:badPhone') });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const { name, householdId, relation } = values;
    const said = String(name ?? '').trim();
    const input = {
      noun: 'person' as const,
      kind: 'resident',
      name: said,
      place: { homeId },
      ...(typeof householdId === 'string' && householdId !== '' ? { householdId } : {}),
      ...(typeof relation === 'string' && relation !== '' ? { relation } : {}),
      since: today,
      fields: [...doorEntries('person', values, {})],
      source: 'field' as const,
    };
    const queued = { queued: t('field:act.queued'), offline: t('field:act.queuedOffline') };
    if (await queue({ operation: addSubject, input, caseId: homeId, title: said }, queued)) {
      await navigate({ to: '/homes/$homeId', params: { homeId } });
    }
  }

  return (
    <>
      <PageHead title={t('homes:add')} to="/homes/$homeId" params={{ homeId }} />
      <div className={styles.page}>
        {data === undefined || data === null ? null : <p>{data.name}</p>}
        <FormRenderer
          fields={newPersonFields(data?.households ?? [], session.permissions, {
            yes: t('subjects:yes'),
            no: t('subjects:no'),
            read,
            name: t('homes:name'),
            household: t('homes:household'),
            relation: t('homes:relation'),
            document: t('homes:document'),
          })}
          initialValues={{ documentKind: identityDocumentKinds[0] }}
          onSubmit={(values) => void submit(values)}
          serverProblems={problems}
          submitLabel={t('homes:addSubmit')}
        />
      </div>
    </>
  );
}
