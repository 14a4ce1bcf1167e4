import { registerFields } from '@linli/domain';
import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaveLegalItem } from '../../../../features/forms/save-legal-item.ts';
import { useFormTags } from '../../../../features/forms/use-form-tags.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import type { SiteItem } from './site-item.ts';
import { useNeedWords } from './use-need-words.ts';

type Values = { code: string; name: string; law: string; fields: string[]; active: boolean };

/** Personal fields need to be named; the rest is free for any item. */
const personalLevel = 3;
const offered = [
  'person.name',
  'home.address',
  ...registerFields.filter(({ level }) => level >= personalLevel).map(({ noun, code }) => `${noun}.${code}`),
];

/** An item of the permitted list, new or changed; a changed item of a pack becomes the street's own. */
export function ItemForm({ item, onClose }: { readonly item: SiteItem | null; readonly onClose: () => void }) {
  const { t } = useTranslation(['forms', 'ui']);
  const words = useNeedWords();
  const { tags } = useFormTags();
  const { mutateAsync } = useSaveLegalItem();
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('ui:problem.required', { label }) },
  ];
  return (
    <ActionForm<Values>
      title={t(item === null ? 'forms:items.add' : 'forms:items.change')}
      explains={t('forms:items.formExplains')}
      submitLabel={t('forms:items.submit')}
      doneWords={t('forms:items.done')}
      width={640}
      initialValues={
        item === null
          ? { fields: [], active: true }
          : { code: item.code, name: item.name, law: item.law, fields: [...item.fields], active: item.active }
      }
      onSubmit={({ active, ...values }) => mutateAsync({ item: { ...values, units: item?.units ?? [] }, active })}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('forms:items.code')}
        extra={t('forms:items.codeHint')}
        rules={[{ required: true, pattern: /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,59}$/, message: t('forms:items.codeHint') }]}
      >
        <Input disabled={item !== null} autoFocus={item === null} />
      </Form.Item>
      <Form.Item name="name" label={t('forms:column.item')} rules={required(t('forms:column.item'))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="law"
        label={t('forms:column.law')}
        rules={[{ required: true, min: 4, message: t('ui:problem.required', { label: t('forms:column.law') }) }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="fields" label={t('forms:column.personal')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...new Set(offered), ...tags.map(({ code }) => `tag.${code}`)].map((value) => ({
            value,
            label: words(value),
          }))}
        />
      </Form.Item>
      <Form.Item name="active" label={t('forms:items.active')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </ActionForm>
  );
}
