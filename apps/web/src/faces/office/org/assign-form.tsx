import type { PostView } from '@linli/contract';
import { App, Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAssignPost } from '../../../features/org/assign-post.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import { PersonSelect } from './person-select.tsx';

type Values = {
  by: 'account' | 'new';
  accountId?: string;
  name?: string;
  login?: string;
  from: string;
  until?: string;
  deputy: boolean;
};
export type AssignFormProps = { readonly post: PostView; readonly onClose: () => void };

/** Somebody takes a post: a colleague who has an account, or a new one by login. */
export function AssignForm({ post, onClose }: AssignFormProps) {
  const { t } = useTranslation(['org', 'ui', 'common']);
  const { modal } = App.useApp();
  const { mutateAsync } = useAssignPost();
  const [form] = Form.useForm<Values>();
  const by = Form.useWatch('by', form);
  const required = (label: string) => [{ required: true, message: t('ui:problem.required', { label }) }];

  async function submit({ by: how, accountId, name, login, from, until, deputy }: Values): Promise<void> {
    const person =
      how === 'account' ? { by: how, accountId: accountId ?? '' } : { by: how, name: name ?? '', login: login ?? '' };
    const answer = await mutateAsync({
      postId: post.id,
      person,
      from,
      until: until === undefined || until === '' ? null : until,
      deputy,
    });
    if (answer.initialPassword === null) return;
    modal.success({
      title: t('org:assign.passwordTitle'),
      content: t('org:assign.passwordBody', { password: answer.initialPassword }),
      okText: t('common:action.close'),
    });
  }

  return (
    <ActionForm<Values>
      form={form}
      title={t('org:assign.title', { post: `${post.roleName} · ${post.unitName ?? post.areaName}` })}
      submitLabel={t('org:post.assign')}
      doneWords={t('org:assign.done')}
      initialValues={{ by: 'account', from: siteToday(new Date()), deputy: !post.vacant }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="by" label={t('org:assign.who')}>
        <Radio.Group
          options={[
            { value: 'account', label: t('org:assign.existing') },
            { value: 'new', label: t('org:assign.new') },
          ]}
        />
      </Form.Item>
      {by === 'new' ? (
        <>
          <Form.Item name="name" label={t('org:assign.name')} rules={required(t('org:assign.name'))}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="login"
            label={t('org:assign.login')}
            extra={t('org:assign.loginHint')}
            rules={[
              ...required(t('org:assign.login')),
              { pattern: /^[a-z0-9._-]{3,40}$/, message: t('org:assign.loginHint') },
            ]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="accountId"
          label={t('org:assign.person')}
          extra={t('org:assign.personHint')}
          rules={required(t('org:assign.person'))}
        >
          <PersonSelect />
        </Form.Item>
      )}
      <Form.Item name="from" label={t('org:assign.from')} rules={required(t('org:assign.from'))}>
        <DayInput />
      </Form.Item>
      <Form.Item name="until" label={t('org:assign.until')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="deputy" valuePropName="checked" noStyle>
        <Checkbox>{t('org:assign.deputy')}</Checkbox>
      </Form.Item>
    </ActionForm>
  );
}
