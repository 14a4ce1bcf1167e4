import { ApiError } from '@linli/client';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../features/operation-hooks.ts';
import { Empty, ErrorState, Refused } from '../../../ui/state-views.tsx';
import { PageHead } from '../page-head.tsx';

export type TaskMissingProps = { readonly error: CallError | null; readonly onRetry: () => void };

/** Why a case cannot be shown: not mine to see, broken, or not on this phone. */
export function TaskMissing({ error, onRetry }: TaskMissingProps) {
  const { t } = useTranslation('field');
  return (
    <>
      <PageHead title={t('nav.tasks')} to="/" />
      <Reason error={error} onRetry={onRetry} />
    </>
  );
}

function Reason({ error, onRetry }: TaskMissingProps) {
  const { t } = useTranslation(['field', 'common']);
  if (error instanceof ApiError) {
    return error.status < 500 ? (
      <Refused body={error.message} />
    ) : (
      <ErrorState requestId={error.id} onRetry={onRetry} />
    );
  }
  const action = { label: t('common:action.retry'), onPress: onRetry };
  return <Empty title={t('field:task.missing')} body={t('field:task.missingBody')} action={action} />;
}
