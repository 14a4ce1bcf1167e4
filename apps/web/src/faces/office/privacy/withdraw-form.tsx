import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConsentPurposeView } from '../../../features/privacy/list-consents.ts';
import { useWithdrawConsent } from '../../../features/privacy/withdraw-consent.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { ActionForm } from '../actions/action-form.tsx';

type WithdrawFormProps = {
  readonly subjectId: string;
  readonly purpose: ConsentPurposeView;
  readonly onClose: () => void;
};

/** The end of an agreement, as the person said it at the desk. */
export function WithdrawForm({ subjectId, purpose, onClose }: WithdrawFormProps) {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  const { mutateAsync } = useWithdrawConsent();
  return (
    <ActionForm<{ evidence: string }>
      title={`${t('paper.withdraw')} · ${read(purpose.name)}`}
      explains={t('paper.withdrawWarn')}
      submitLabel={t('paper.save')}
      doneWords={t('paper.saved')}
      danger
      onSubmit={({ evidence }) => mutateAsync({ subjectId, purpose: purpose.purpose, evidence })}
      onClose={onClose}
    >
      <Form.Item
        name="evidence"
        label={t('paper.withdrawEvidence')}
        rules={[{ required: true, min: 2, whitespace: true, message: t('paper.needs') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </ActionForm>
  );
}
