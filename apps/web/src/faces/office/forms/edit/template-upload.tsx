import type { FormColumn } from '@linli/domain';
import { Alert, Button, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProposedTemplate, useUploadTemplate } from '../../../../features/forms/upload-template.ts';
import { readRefusal } from '../../actions/read-refusal.ts';
import styles from '../forms.module.css';

export type TemplateUploadProps = {
  readonly hasTemplate: boolean;
  readonly onProposed: (proposed: ProposedTemplate, columns: FormColumn[]) => void;
};

/** The department's own empty sheet or document: its headings are proposed to fields, and the output keeps its layout. */
export function TemplateUpload({ hasTemplate, onProposed }: TemplateUploadProps) {
  const { t } = useTranslation(['forms', 'office']);
  const upload = useUploadTemplate();
  const [read, setRead] = useState<ProposedTemplate | null>(null);

  function take(proposed: ProposedTemplate): void {
    setRead(proposed);
    const found = proposed.columns.flatMap(({ column }) => (column === null ? [] : [column]));
    if (found.length > 0) onProposed(proposed, found);
  }

  const unknown = read?.columns.filter(({ column }) => column === null) ?? [];
  return (
    <section className={styles.section} aria-label={t('forms:template.title')}>
      <div className={styles.row}>
        <Upload
          accept=".xlsx,.docx"
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file, { onSuccess: take });
            return false;
          }}
        >
          <Button loading={upload.isPending} icon={<FileUp size={14} aria-hidden="true" />}>
            {t(hasTemplate ? 'forms:template.replace' : 'forms:template.choose')}
          </Button>
        </Upload>
        <span className={styles.soft}>{t(hasTemplate ? 'forms:template.has' : 'forms:template.explains')}</span>
      </div>
      {upload.error === null ? null : (
        <Alert type="error" showIcon title={readRefusal(upload.error, t('office:refusal.unknown')).message} />
      )}
      {read === null ? null : (
        <Alert
          type={unknown.length === 0 ? 'success' : 'warning'}
          showIcon
          title={t('forms:template.read', { count: read.columns.length, found: read.columns.length - unknown.length })}
          description={
            unknown.length === 0
              ? undefined
              : t('forms:template.unknown', { headings: unknown.map(({ heading }) => heading).join(t('forms:join')) })
          }
        />
      )}
    </section>
  );
}
