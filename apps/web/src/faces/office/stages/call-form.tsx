import type { Call } from '@linli/contract';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useSaveCall } from '../../../features/cases/save-call.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './stages.module.css';

type Values = Pick<Call, 'typeCode' | 'topic' | 'background' | 'ways' | 'opensOn' | 'closesOn'>;
export type CallFormProps = { readonly call: Call | undefined; readonly onClose: () => void };

/** What is asked for, why, how to send it, and between which days. */
export function CallForm({ call, onClose }: CallFormProps) {
  const { t } = useTranslation(['stages', 'ui', 'common']);
  const local = useLocalText();
  const { mutateAsync } = useSaveCall();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const options = (types.data?.types ?? [])
    .filter(({ active, definition }) => active && definition.calls)
    .map(({ definition }) => ({ value: definition.code, label: local(definition.name) }));
  const needed = (label: string) => ({
    required: true,
    whitespace: true,
    message: t('ui:problem.required', { label }),
  });
  const chosen = (label: string) => ({ required: true, message: t('ui:problem.requiredChoice', { label }) });
  const label = {
    type: t('stages:calls.type'),
    topic: t('stages:calls.topic'),
    background: t('stages:calls.background'),
    ways: t('stages:calls.ways'),
    opensOn: t('stages:calls.opensOn'),
    closesOn: t('stages:calls.closesOn'),
  };
  return (
    <ActionForm<Values>
      title={t(call === undefined ? 'stages:calls.add' : 'stages:calls.edit')}
      submitLabel={t('common:action.save')}
      doneWords={t('stages:calls.saved')}
      width={600}
      initialValues={call ?? { opensOn: siteToday(new Date()), closesOn: siteToday(new Date(), 14) }}
      onSubmit={(values) => mutateAsync({ ...(call === undefined ? {} : { callId: call.id }), ...values })}
      onClose={onClose}
    >
      <Form.Item
        name="typeCode"
        label={label.type}
        rules={[chosen(label.type)]}
        extra={types.data !== undefined && options.length === 0 ? t('stages:calls.noTypes') : undefined}
      >
        <Select autoFocus options={options} loading={types.isPending} />
      </Form.Item>
      <Form.Item name="topic" label={label.topic} rules={[needed(label.topic)]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="background" label={label.background} rules={[needed(label.background)]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="ways" label={label.ways} extra={t('stages:calls.waysHint')} rules={[needed(label.ways)]}>
        <Input maxLength={400} />
      </Form.Item>
      <div className={styles.pair} style={{ gridTemplateColumns: '200px 200px' }}>
        <Form.Item name="opensOn" label={label.opensOn} rules={[chosen(label.opensOn)]}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="closesOn"
          label={label.closesOn}
          dependencies={['opensOn']}
          rules={[
            chosen(label.closesOn),
            ({ getFieldValue }) => ({
              validator: (_, day: string | undefined) =>
                day === undefined || day === '' || day >= String(getFieldValue('opensOn'))
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('stages:calls.orderWrong'))),
            }),
          ]}
        >
          <DayInput />
        </Form.Item>
      </div>
    </ActionForm>
  );
}
