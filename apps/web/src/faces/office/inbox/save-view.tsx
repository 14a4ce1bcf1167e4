import type { CaseFilter } from '@linli/contract';
import { Button, Form, Input } from 'antd';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveView } from '../../../features/cases/save-view.ts';
import { ActionForm } from '../actions/action-form.tsx';
import type { CaseOrder } from './built-in-views.ts';

/** Keeps what the list shows now under a name of one's own. */
export function SaveView({ filter, order }: { readonly filter: CaseFilter; readonly order: CaseOrder }) {
  const { t } = useTranslation(['office', 'ui', 'common']);
  const { mutateAsync } = useSaveView();
  const [isOpen, setOpen] = useState(false);
  const label = t('office:saveView.name');
  return (
    <>
      <Button
        aria-label={t('office:saveView.title')}
        title={t('office:saveView.title')}
        icon={<Bookmark size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      {isOpen ? (
        <ActionForm<{ name: string }>
          title={t('office:saveView.title')}
          explains={t('office:saveView.explains')}
          submitLabel={t('common:action.save')}
          doneWords={t('office:saveView.done')}
          onSubmit={({ name }) => mutateAsync({ name, filter, order })}
          onClose={() => setOpen(false)}
        >
          <Form.Item
            name="name"
            label={label}
            rules={[{ required: true, whitespace: true, message: t('ui:problem.required', { label }) }]}
          >
            <Input autoFocus maxLength={30} />
          </Form.Item>
        </ActionForm>
      ) : null}
    </>
  );
}
