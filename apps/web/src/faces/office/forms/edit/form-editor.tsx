import type { FormDefinition } from '@linli/domain';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveForm } from '../../../../features/forms/save-form.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import styles from '../forms.module.css';
import { ColumnsEditor } from './columns-editor.tsx';
import { HeadEditor } from './head-editor.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { PublishButton } from './publish-button.tsx';
import { TemplateUpload } from './template-upload.tsx';

type Known = { readonly formId: string; readonly revision: number; readonly version: number };
export type FormEditorProps = { readonly start: FormDefinition; readonly known: Known | null };

/** The form's head, its columns and their bindings; beside them what publishing it would bring. */
export function FormEditor({ start, known }: FormEditorProps) {
  const { t } = useTranslation(['forms', 'office']);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { mutateAsync, isPending, error } = useSaveForm();
  const [definition, setDefinition] = useState(start);
  const [saved, setSaved] = useState(known === null ? null : { ...known, definition: start });
  const isSaved = saved !== null && saved.definition === definition;
  const change = (part: Partial<FormDefinition>) => setDefinition({ ...definition, ...part });

  async function save(): Promise<void> {
    const at = saved === null ? {} : { formId: saved.formId, revision: saved.revision };
    // What went wrong is shown below.
    const done = await mutateAsync({ ...at, definition }).catch(() => null);
    if (done === null) return;
    setSaved({ formId: done.formId, revision: done.revision, version: saved?.version ?? 0, definition });
    message.success(t('forms:edit.saved'));
    if (saved === null)
      await navigate({ to: '/forms/edit/$formId', params: { formId: done.formId }, search: {}, replace: true });
  }

  return (
    <div className={styles.columns}>
      <div className={styles.section}>
        <HeadEditor definition={definition} onChange={change} />
        <TemplateUpload
          hasTemplate={definition.templateId !== undefined}
          onProposed={(proposed, columns) =>
            change({
              columns,
              templateId: proposed.templateId,
              ...(definition.rows.by === 'subject' && definition.rows.noun === proposed.noun
                ? {}
                : { rows: { by: 'subject', noun: proposed.noun, tags: [] } }),
            })
          }
        />
        <ColumnsEditor definition={definition} onChange={(columns) => change({ columns })} />
        {error === null ? null : (
          <Alert type="error" showIcon title={readRefusal(error, t('office:refusal.unknown')).message} />
        )}
        <div className={styles.row}>
          <Button
            type={isSaved ? 'default' : 'primary'}
            disabled={isSaved}
            loading={isPending}
            onClick={() => void save()}
          >
            {t('forms:edit.save')}
          </Button>
          {saved === null ? null : (
            <PublishButton
              formId={saved.formId}
              revision={saved.revision}
              disabled={!isSaved}
              isAgain={saved.version > 0}
            />
          )}
          <span className={styles.soft}>{t(isSaved ? 'forms:edit.isSaved' : 'forms:edit.isNotSaved')}</span>
        </div>
      </div>
      <PreviewPanel formId={saved?.formId ?? null} definition={definition} isSaved={isSaved} />
    </div>
  );
}
