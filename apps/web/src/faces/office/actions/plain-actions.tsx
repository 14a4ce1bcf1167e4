import { useTranslation } from 'react-i18next';
import { useAcceptCase } from '../../../features/cases/accept-case.ts';
import { useTakeCase } from '../../../features/cases/take-case.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';

/** The desk takes the report up. */
export function AcceptAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useAcceptCase();
  return (
    <ActionForm
      title={t('act.accept.title', { number: detail.number })}
      explains={t('act.accept.explains')}
      submitLabel={t('act.accept.submit')}
      doneWords={t('act.accept.done', { number: detail.number })}
      onSubmit={() => mutateAsync({ caseId: detail.id, seq: detail.seq })}
      onClose={onClose}
    />
  );
}

/** Mine: the first who takes it has it. */
export function TakeAction({ detail, onClose }: CaseActionProps) {
  const { t } = useTranslation('office');
  const { mutateAsync } = useTakeCase();
  return (
    <ActionForm
      title={t('act.take.title', { number: detail.number })}
      explains={t('act.take.explains')}
      submitLabel={t('act.take.submit')}
      doneWords={t('act.take.done', { number: detail.number })}
      onSubmit={() => mutateAsync({ caseId: detail.id, seq: detail.seq })}
      onClose={onClose}
    />
  );
}
