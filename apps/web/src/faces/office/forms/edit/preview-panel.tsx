import { type FormDefinition, type FormFault, formProblemWords } from '@linli/domain';
import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreviewForm } from '../../../../features/forms/preview-form.ts';
import { useReadText } from '../../../../features/use-read-text.ts';
import { Empty, Skeleton } from '../../../../ui/state-views.tsx';
import { QueryProblem } from '../../words/query-problem.tsx';
import { FillBar, fillPercent } from '../fill-bar.tsx';
import styles from '../forms.module.css';

export type PreviewPanelProps = {
  readonly formId: string | null;
  readonly definition: FormDefinition;
  readonly isSaved: boolean;
};

/** What publishing would bring: what stands against it, who asks the same already, how full it would be. */
export function PreviewPanel({ formId, definition, isSaved }: PreviewPanelProps) {
  const { t } = useTranslation('forms');
  const { data, error, isPending, refetch } = usePreviewForm({ formId: formId ?? '' }, { enabled: formId !== null });
  return (
    <section className={styles.section} aria-label={t('preview.title')}>
      <h2>{t('preview.title')}</h2>
      {formId === null ? <Empty title={t('preview.saveFirst')} /> : null}
      {formId !== null && isPending ? <Skeleton rows={8} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data !== undefined && !isSaved ? <p className={styles.soft}>{t('preview.ofSaved')}</p> : null}
      {data === undefined ? null : (
        <>
          <Problems problems={data.problems} definition={definition} />
          {data.doubles.map((double) => (
            <Alert
              key={double.formId}
              type="warning"
              showIcon
              title={t('preview.double', {
                unit: double.unitName,
                name: double.name,
                percent: Math.round(double.shared * 100),
              })}
              description={t('preview.doubleColumns', { columns: double.columns.join(t('join')) })}
            />
          ))}
          {data.total === null ? null : (
            <p>
              {t('preview.total', {
                count: data.total.rows,
                percent: fillPercent(data.total) ?? 0,
                missing: data.total.missing,
              })}
            </p>
          )}
          {data.columns.length === 0 ? null : (
            <Table
              size="small"
              rowKey="key"
              pagination={false}
              dataSource={data.columns.filter(({ key }) => definition.columns.some((column) => column.key === key))}
              columns={[
                {
                  key: 'label',
                  title: t('edit.heading'),
                  render: (_, row) => definition.columns.find(({ key }) => key === row.key)?.label.zh,
                },
                {
                  key: 'percent',
                  title: t('column.filled'),
                  width: 170,
                  render: (_, row) => <FillBar percent={row.percent} />,
                },
              ]}
            />
          )}
          {data.areas.length === 0 ? null : (
            <Table
              size="small"
              rowKey="areaId"
              pagination={false}
              dataSource={[...data.areas]}
              columns={[
                { key: 'name', title: t('column.committee'), dataIndex: 'name' },
                {
                  key: 'rows',
                  title: t('column.rows'),
                  width: 70,
                  align: 'end',
                  render: (_, row) => row.rows ?? t('preview.few'),
                },
                {
                  key: 'percent',
                  title: t('column.filled'),
                  width: 170,
                  render: (_, row) =>
                    row.rows === null ? (
                      <span className={styles.soft}>{t('preview.fewHidden')}</span>
                    ) : (
                      <FillBar percent={row.percent} />
                    ),
                },
              ]}
            />
          )}
        </>
      )}
    </section>
  );
}

type ProblemsProps = {
  readonly problems: readonly FormFault[];
  readonly definition: FormDefinition;
};

function Problems({ problems, definition }: ProblemsProps) {
  const { t } = useTranslation('forms');
  const read = useReadText();
  if (problems.length === 0) return <Alert type="success" showIcon title={t('preview.sound')} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t('preview.problems', { count: problems.length })}
      description={
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.path}/${problem.code}/${problem.detail ?? ''}`}>
              {read(formProblemWords(problem, definition.columns))}
            </li>
          ))}
        </ul>
      }
    />
  );
}
