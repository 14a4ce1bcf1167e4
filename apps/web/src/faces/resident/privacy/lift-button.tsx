import { useTranslation } from 'react-i18next';
import { useAskRights } from '../../../features/privacy/ask-rights.ts';
import { Button } from '../../../ui/button.tsx';
import { CallProblem } from '../parts/call-problem.tsx';

/** Asks that a value kept and not used is used again; the desk decides. */
export function LiftButton({ subjectId, field }: { readonly subjectId: string; readonly field: string }) {
  const { t } = useTranslation('privacy');
  const { mutate, data, isPending, error } = useAskRights();
  if (data !== undefined) return <p role="status">{t('myData.liftSent', { number: data.number })}</p>;
  return (
    <>
      <CallProblem error={error} />
      <Button busy={isPending} onClick={() => mutate({ kind: 'lift-restriction', subjectId, fields: [field] })}>
        {t('myData.lift')}
      </Button>
    </>
  );
}
