import { Alert, App, Form, type FormInstance, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markField, type Refusal, readRefusal } from './read-refusal.ts';
import { type TrackUpload, UploadsContext } from './uploads.ts';

export type ActionFormProps<Values extends object> = {
  readonly title: string;
  /** What pressing the button will do, in a sentence. */
  readonly explains?: ReactNode;
  readonly submitLabel: string;
  readonly doneWords: string;
  readonly danger?: boolean;
  readonly width?: number;
  readonly initialValues?: Partial<Values>;
  readonly form?: FormInstance<Values>;
  /** Runs the command; a refusal is shown at its field, or above the form. */
  readonly onSubmit: (values: Values) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/**
 * The small dialog every action opens: fields, one button, Ctrl+Enter sends, Esc leaves. Photos still on their way are waited for.
 * A conflict says what changed meanwhile, and the case behind is fresh when the dialog closes.
 */
export function ActionForm<Values extends object>(props: ActionFormProps<Values>) {
  const { title, explains, submitLabel, doneWords, danger, width, initialValues, onSubmit, onClose, children } = props;
  const { t } = useTranslation(['office', 'common']);
  const { message } = App.useApp();
  const [ownForm] = Form.useForm<Values>();
  const form = props.form ?? ownForm;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [waiting, setWaiting] = useState(false);
  const uploads = useRef(new Set<Promise<boolean>>());
  const track = useCallback<TrackUpload>((upload) => {
    uploads.current.add(upload);
    void upload.finally(() => uploads.current.delete(upload));
  }, []);

  /** What did not arrive says so at its field, and nothing is sent. */
  async function send(): Promise<void> {
    if (busy || waiting) return;
    setWaiting(uploads.current.size > 0);
    const arrived = await Promise.all(uploads.current);
    setWaiting(false);
    if (!arrived.includes(false)) form.submit();
  }

  async function submit(values: Values): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await onSubmit(values);
      message.success(doneWords);
      onClose();
    } catch (error) {
      const read = readRefusal(error, t('office:refusal.unknown'));
      setRefusal(read);
      // The server names fields by the contract's paths, which are this form's names.
      for (const field of read.fields) markField(form, field.path, field.message);
    } finally {
      setBusy(false);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <Modal
      open
      title={title}
      width={width ?? 520}
      onCancel={onClose}
      onOk={() => void send()}
      okText={submitLabel}
      cancelText={t('common:action.cancel')}
      confirmLoading={busy || waiting}
      okButtonProps={{ danger: danger === true }}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears Ctrl+Enter from the fields inside */}
      <div onKeyDown={onKeyDown}>
        {explains === undefined ? null : <p style={{ marginBottom: 12, color: 'var(--ink-soft)' }}>{explains}</p>}
        {refusal === null ? null : (
          <Alert
            type={refusal.isConflict ? 'warning' : 'error'}
            showIcon
            style={{ marginBottom: 12 }}
            title={refusal.message}
            description={refusal.isConflict ? t('office:refusal.refreshed') : undefined}
          />
        )}
        {waiting ? <Alert type="info" showIcon style={{ marginBottom: 12 }} title={t('office:photosWait')} /> : null}
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={initialValues ?? {}}
          onFinish={(values) => void (uploads.current.size > 0 ? send() : submit(values))}
        >
          <UploadsContext value={track}>{children}</UploadsContext>
        </Form>
      </div>
    </Modal>
  );
}
