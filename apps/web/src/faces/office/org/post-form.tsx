import { type Role, roles, roleWords, unitRoles } from '@linli/domain';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSavePost } from '../../../features/org/save-post.ts';
import { ActionForm } from '../actions/action-form.tsx';
import { AreaSelect } from '../words/area-select.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { useLocalText } from '../words/use-local-text.ts';

type Values = { role: Role; areaId: string; unitId?: string };

/** A new post: a role at a place, and in a unit for the roles that belong to one. */
export function PostForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['org', 'ui', 'common']);
  const local = useLocalText();
  const { mutateAsync } = useSavePost();
  const [form] = Form.useForm<Values>();
  const role = Form.useWatch('role', form);
  const needsUnit = (unitRoles as readonly (Role | undefined)[]).includes(role); // widen the literal tuple
  const required = (label: string) => [{ required: true, message: t('ui:problem.requiredChoice', { label }) }];
  return (
    <ActionForm<Values>
      form={form}
      title={t('org:post.add')}
      submitLabel={t('common:action.save')}
      doneWords={t('org:post.saved')}
      onSubmit={(values) => mutateAsync({ ...values, unitId: needsUnit ? (values.unitId ?? null) : null })}
      onClose={onClose}
    >
      <Form.Item name="role" label={t('org:post.role')} rules={required(t('org:post.role'))}>
        <Select
          autoFocus
          options={roles
            .filter((value) => value !== 'resident')
            .map((value) => ({ value, label: local(roleWords[value]) }))}
        />
      </Form.Item>
      <Form.Item name="areaId" label={t('org:post.area')} rules={required(t('org:post.area'))}>
        <AreaSelect label={t('org:post.area')} />
      </Form.Item>
      {needsUnit ? (
        <Form.Item name="unitId" label={t('org:post.unit')} rules={required(t('org:post.unit'))}>
          <UnitSelect />
        </Form.Item>
      ) : null}
    </ActionForm>
  );
}
