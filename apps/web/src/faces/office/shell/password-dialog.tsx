import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChangePassword } from '../../../features/access/change-password.ts';
import { ActionForm } from '../actions/action-form.tsx';

type Values = { current: string; next: string; again: string };

/** What the contract asks of a new password. */
const SHORTEST = 10;

/** One's own password; everywhere else one is signed out. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['office', 'ui']);
  const { mutateAsync } = useChangePassword();
  const required = (label: string) => ({ required: true, message: t('ui:problem.required', { label }) });
  const label = {
    current: t('office:password.current'),
    next: t('office:password.next'),
    again: t('office:password.again'),
  };
  return (
    <ActionForm<Values>
      title={t('office:password.title')}
      explains={t('office:password.explains')}
      submitLabel={t('office:password.submit')}
      doneWords={t('office:password.done')}
      onSubmit={({ current, next }) => mutateAsync({ current, next })}
      onClose={onClose}
    >
      <Form.Item name="current" label={label.current} rules={[required(label.current)]}>
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label={label.next}
        extra={t('office:password.hint', { count: SHORTEST })}
        rules={[
          required(label.next),
          { min: SHORTEST, message: t('ui:problem.tooShort', { label: label.next, min: SHORTEST }) },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={label.again}
        dependencies={['next']}
        rules={[
          required(label.again),
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('office:password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </ActionForm>
  );
}
