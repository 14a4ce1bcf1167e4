import { outsideListCode } from '@linli/contract';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeclineCase } from '../../../features/cases/decline-case.ts';
import { readRefusal } from '../actions/read-refusal.ts';

export type RefuseButtonProps = { readonly caseId: string; readonly number: string };

/** One press: what is asked is not on the admitted list and is lawfully refused; who asked reads why and may object once. */
export function RefuseButton({ caseId, number }: RefuseButtonProps) {
  const { t } = useTranslation('office');
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useDeclineCase();

  async function refuse(): Promise<void> {
    try {
      await mutateAsync({ caseId, reason: t('hands.refuseReason'), reasonCode: outsideListCode });
      message.success(t('hands.refused', { number }));
    } catch (error) {
      message.error(readRefusal(error, t('refusal.unknown')).message);
    }
  }

  return (
    <Button size="small" danger loading={isPending} onClick={() => void refuse()}>
      {t('hands.refuse')}
    </Button>
  );
}
