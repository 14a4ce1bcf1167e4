import type { CaseDetail } from '@linli/contract';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChangeCaseType } from '../../../features/cases/change-case-type.ts';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { sentFormValues } from '../../../features/cases/type-form.ts';
import type { FormValue } from '../../../ui/form-field.ts';
import { StageFields } from '../stages/stage-fields.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import { ActionForm } from './action-form.tsx';
import type { CaseActionProps } from './case-action-props.ts';
import { WordsItem } from './words-item.tsx';

type Values = { typeCode: string; reason: string; form?: Record<string, FormValue> };

/** Found to be of another kind: which, what that kind asks, and why. `typeCode`: the one a suggestion named. */
export function RetypeAction({ detail, onClose, typeCode }: CaseActionProps & { readonly typeCode?: string }) {
  const { t } = useTranslation(['office', 'ui']);
  const local = useLocalText();
  const { mutateAsync } = useChangeCaseType();
  const types = useListCaseTypes({ for: 'all' }, { staleTimeMs: 300_000 });
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('typeCode', form);
  const open = (types.data?.types ?? [])
    .filter(({ active, definition }) => active && !definition.childOnly && definition.code !== detail.typeCode)
    .map(({ definition }) => definition);
  const type = open.find(({ code }) => code === chosen);
  const label = t('office:act.retype.kind');
  return (
    <ActionForm<Values>
      title={t('office:act.retype.title', { number: detail.number })}
      explains={t('office:act.retype.explains', { type: local(detail.typeName) })}
      submitLabel={t('office:act.retype.submit')}
      doneWords={t('office:act.retype.done', { number: detail.number })}
      form={form}
      initialValues={{ ...(typeCode === undefined ? {} : { typeCode }), form: keptAnswers(detail) }}
      onSubmit={(values) =>
        mutateAsync({
          caseId: detail.id,
          seq: detail.seq,
          typeCode: values.typeCode,
          reason: values.reason,
          form: type === undefined ? {} : sentFormValues(type, values.form ?? {}),
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="typeCode"
        label={label}
        rules={[{ required: true, message: t('ui:problem.requiredChoice', { label }) }]}
      >
        <Select
          autoFocus
          loading={types.isPending}
          options={open.map(({ code, name }) => ({ value: code, label: local(name) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      {type === undefined ? null : <StageFields form={type.form} />}
      <WordsItem name="reason" required autoFocus={false} label={t('office:act.retype.words')} />
    </ActionForm>
  );
}

/** Answers in words stay where the other kind asks the same. */
function keptAnswers({ form, type }: CaseDetail): Record<string, FormValue> {
  const inWords = new Set(type.form.filter(({ kind }) => kind === 'text' || kind === 'textarea').map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(form).flatMap(([key, value]) =>
      typeof value === 'string' && inWords.has(key) ? [[key, value]] : [],
    ),
  );
}
