import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../features/device/use-draft.ts';
import type { ExpectedTask } from '../../../features/outbox/expect-task.ts';
import type { FormValues } from '../../../ui/form-field.ts';
import { FormRenderer } from '../../../ui/form-renderer.tsx';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { type FormAction, isFormAction } from '../actions/form-actions.ts';
import { formOf } from '../actions/form-of.ts';
import { useQueue } from '../actions/use-queue.ts';
import { useRegisters } from '../actions/use-registers.ts';
import { useUnits } from '../actions/use-units.ts';
import { PageHead } from '../page-head.tsx';
import { useFieldSession } from '../session/field-session.tsx';
import { TaskMissing } from '../task/task-missing.tsx';
import { useTask } from '../task/use-task.ts';
import { useReadText } from '../words/use-read-text.ts';

/** One action on one task, as a page: the phone's back button leaves it, what was typed is kept. */
export function ActionPage() {
  const { t } = useTranslation('field');
  const { caseId = '', action = '' } = useParams({ strict: false });
  const { expected, isLoading, error, refetch } = useTask(caseId);
  const [isSent, setSent] = useState(false);
  if (expected === undefined) return isLoading ? <Skeleton /> : <TaskMissing error={error} onRetry={refetch} />;
  const isOpen = isSent || (isFormAction(action) && expected.task.can.includes(action));
  if (!isOpen || !isFormAction(action)) {
    return (
      <>
        <PageHead title={expected.task.title} to="/tasks/$caseId" params={{ caseId }} />
        <Empty title={t('act.unavailable')} body={t('act.unavailableBody')} />
      </>
    );
  }
  return <ActionFormPage expected={expected} action={action} onSent={() => setSent(true)} />;
}

type ActionFormPageProps = {
  readonly expected: ExpectedTask;
  readonly action: FormAction;
  readonly onSent: () => void;
};

function ActionFormPage({ expected, action, onSent }: ActionFormPageProps) {
  const { t } = useTranslation(['field', 'cases', 'common', 'ui']);
  const { account } = useFieldSession();
  const { task } = expected;
  const read = useReadText();
  const queue = useQueue();
  const units = useUnits(action === 'return' || action === 'advance');
  const registers = useRegisters(task);
  const navigate = useNavigate();
  const now = useNow();
  const draft = useDraft(account, `${task.id} ${action}`);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);
  if (draft.isLoading) return <Skeleton />;
  const form = formOf(action, { task, t, read, units, registers, now, queue });

  async function submit(values: FormValues): Promise<void> {
    const found = form.judge?.(values) ?? {};
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    onSent();
    const isKept = await form.send(values);
    setBusy(false);
    if (!isKept) return;
    draft.clear();
    // Done or returned: back to what comes next. Else back to the case.
    const leaves = ['handle', 'return', 'check-pass', 'check-fail'].includes(action);
    await navigate(leaves ? { to: '/' } : { to: '/tasks/$caseId', params: { caseId: task.id } });
  }

  return (
    <>
      <PageHead title={t(`cases:action.${action}`)} to="/tasks/$caseId" params={{ caseId: task.id }} />
      <FormRenderer
        fields={form.fields}
        initialValues={draft.values ?? form.initialValues}
        onChange={draft.keep}
        onSubmit={(values) => void submit(values)}
        serverProblems={problems}
        submitLabel={t(`cases:action.${action}`)}
        busy={isBusy}
      />
    </>
  );
}
