import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreviewForm } from '../../../../features/forms/preview-form.ts';
import { usePublishForm } from '../../../../features/forms/publish-form.ts';
import { ActionForm } from '../../actions/action-form.tsx';

export type PublishButtonProps = {
  readonly formId: string;
  readonly revision: number;
  readonly disabled: boolean;
  readonly isAgain: boolean;
};

/** Puts the draft in force. Where another form asks the same already, only with a reason. */
export function PublishButton({ formId, revision, disabled, isAgain }: PublishButtonProps) {
  const { t } = useTranslation('forms');
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const preview = usePreviewForm({ formId });
  const { mutateAsync } = usePublishForm();
  const [double] = preview.data?.doubles ?? [];
  const unsound = (preview.data?.problems.length ?? 1) > 0;
  return (
    <>
      <Button type={disabled ? 'default' : 'primary'} disabled={disabled || unsound} onClick={() => setOpen(true)}>
        {t(isAgain ? 'publish.again' : 'publish.button')}
      </Button>
      {open ? (
        <ActionForm<{ doubleReason?: string }>
          title={t(isAgain ? 'publish.again' : 'publish.button')}
          explains={
            double === undefined
              ? t('publish.explains')
              : t('publish.double', {
                  unit: double.unitName,
                  name: double.name,
                  percent: Math.round(double.shared * 100),
                })
          }
          submitLabel={t('publish.submit')}
          doneWords={t('publish.done')}
          onSubmit={async ({ doubleReason }) => {
            await mutateAsync({ formId, revision, ...(doubleReason ? { doubleReason } : {}) });
            await navigate({ to: '/forms/$formId', params: { formId } });
          }}
          onClose={() => setOpen(false)}
        >
          {double === undefined ? null : (
            <Form.Item
              name="doubleReason"
              label={t('publish.reason')}
              rules={[{ required: true, min: 4, whitespace: true, message: t('publish.reasonNeeded') }]}
            >
              <Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={200} />
            </Form.Item>
          )}
        </ActionForm>
      ) : null}
    </>
  );
}
