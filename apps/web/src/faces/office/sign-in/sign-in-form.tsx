import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSignInByPassword } from '../../../features/access/sign-in-by-password.ts';
import { readRefusal } from '../actions/read-refusal.ts';

type Values = { login: string; password: string };

/** Account and password of the staff. */
export function SignInForm() {
  const { t } = useTranslation(['office', 'ui', 'common']);
  const { mutate, isPending, error } = useSignInByPassword();
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => mutate(values)}>
      {error === null ? null : (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={readRefusal(error, t('office:refusal.unknown')).message}
        />
      )}
      <Form.Item
        name="login"
        label={t('office:signIn.login')}
        rules={[{ required: true, message: t('ui:problem.required', { label: t('office:signIn.login') }) }]}
      >
        <Input autoFocus autoComplete="username" maxLength={60} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('office:signIn.password')}
        rules={[{ required: true, message: t('ui:problem.required', { label: t('office:signIn.password') }) }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {t('common:action.signIn')}
      </Button>
    </Form>
  );
}
