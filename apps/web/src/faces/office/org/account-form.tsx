import type { AccountView } from '@linli/contract';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useResetPassword } from '../../../features/access/reset-password.ts';
import { useSetAccountActive } from '../../../features/access/set-account-active.ts';
import { ActionForm } from '../actions/action-form.tsx';

export type AccountAct = 'reset' | 'close' | 'open';
export type AccountFormProps = {
  readonly account: AccountView;
  readonly act: AccountAct;
  readonly onClose: () => void;
};

/** One act on somebody else's account, with its reason. A new password is shown once. */
export function AccountForm({ account, act, onClose }: AccountFormProps) {
  const { t } = useTranslation(['org', 'ui', 'common']);
  const { modal } = App.useApp();
  const reset = useResetPassword();
  const setActive = useSetAccountActive();
  const { accountId, name } = account;
  const label = t('org:account.reason');

  async function submit({ reason }: { reason: string }): Promise<void> {
    if (act !== 'reset') {
      await setActive.mutateAsync({ accountId, active: act === 'open', reason });
      return;
    }
    const { initialPassword } = await reset.mutateAsync({ accountId, reason });
    if (initialPassword === null) return;
    modal.success({
      title: t('org:account.passwordTitle', { name }),
      content: t('org:assign.passwordBody', { password: initialPassword }),
      okText: t('common:action.close'),
    });
  }

  return (
    <ActionForm<{ reason: string }>
      title={t(`org:account.${act}Title`, { name })}
      explains={t(`org:account.${act}Explains`)}
      submitLabel={t(`org:account.${act}`)}
      doneWords={t(`org:account.${act}Done`, { name })}
      danger={act === 'close'}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={label}
        rules={[{ required: true, whitespace: true, min: 2, message: t('org:account.reasonHint') }]}
      >
        <Input.TextArea rows={2} maxLength={200} autoFocus />
      </Form.Item>
    </ActionForm>
  );
}
