import type { ImportRun } from '@linli/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Table, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useListImports } from '../../../features/imports/list-imports.ts';
import { useListMappings } from '../../../features/imports/list-mappings.ts';
import { useUploadTable } from '../../../features/imports/upload-table.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import styles from './imports-page.module.css';

/** Tables of orders: choose one, and those of before. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'office']);
  const navigate = useNavigate();
  const upload = useUploadTable();
  const { data, error, isPending, refetch } = useListImports({}, { refetchIntervalMs: 15_000 });
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div>
          <h1>{t('imports:title')}</h1>
          <p className={styles.soft}>{t('imports:explains')}</p>
        </div>
        <div className={styles.row}>
          <span className={styles.soft}>{upload.isPending ? t('imports:uploading') : t('imports:chooseHint')}</span>
          <Upload
            accept=".csv,.txt,.xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              upload.mutate(file, {
                onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }),
              });
              return false;
            }}
          >
            <Button type="primary" loading={upload.isPending} icon={<FileUp size={14} aria-hidden="true" />}>
              {t('imports:choose')}
            </Button>
          </Upload>
        </div>
      </header>
      {upload.error === null ? null : (
        <Alert type="error" showIcon title={readRefusal(upload.error, t('office:refusal.unknown')).message} />
      )}
      {isPending ? <Skeleton rows={6} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Runs runs={data.runs} />}
      <Mappings />
    </div>
  );
}

function Runs({ runs }: { readonly runs: readonly ImportRun[] }) {
  const { t } = useTranslation(['imports', 'ui']);
  const { t: ui } = useTranslation('ui');
  const now = useNow();
  if (runs.length === 0) return <Empty title={t('imports:noRuns')} body={t('imports:noRunsBody')} />;
  return (
    <section className={styles.section}>
      <h2>{t('imports:runs')}</h2>
      <Table<ImportRun>
        size="small"
        rowKey="id"
        dataSource={[...runs]}
        pagination={false}
        columns={[
          {
            key: 'file',
            title: t('imports:file'),
            render: (_, run) => (
              <Link to="/imports/$importId" params={{ importId: run.id }}>
                {run.fileName === '' ? run.format : run.fileName}
              </Link>
            ),
          },
          { key: 'state', title: t('imports:state'), render: (_, run) => t(`imports:states.${run.state}`) },
          { key: 'rows', title: t('imports:rows'), dataIndex: 'rowCount', align: 'right' },
          { key: 'added', title: t('imports:counts.added'), dataIndex: 'added', align: 'right' },
          { key: 'bad', title: t('imports:counts.bad'), dataIndex: 'bad', align: 'right' },
          { key: 'when', title: t('imports:when'), render: (_, run) => instantWords(run.uploadedAt, now, ui) },
        ]}
      />
    </section>
  );
}

function Mappings() {
  const { t } = useTranslation('imports');
  const { data } = useListMappings({});
  if (data === undefined || data.mappings.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('mapping.list')}</h2>
      <ul>
        {data.mappings.map(({ mapping, version }) => (
          <li key={mapping.name}>
            {mapping.name}{' '}
            <span className={styles.soft}>{`${mapping.system} · ${t('mapping.version', { version })}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
