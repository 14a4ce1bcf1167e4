import { type ImportKind, type ImportRun, isRegisterMapping } from '@linli/contract';
import { rolePermissions } from '@linli/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Segmented, Table, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListImports } from '../../../features/imports/list-imports.ts';
import { useListMappings } from '../../../features/imports/list-mappings.ts';
import { useUploadTable } from '../../../features/imports/upload-table.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay, useSession } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import styles from './imports-page.module.css';
import { KeptAreaSelect } from './kept-area-select.tsx';

/** Tables of orders and of registers: choose one, and those of before. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'office']);
  const navigate = useNavigate();
  const upload = useUploadTable();
  const kinds = useKinds();
  const [chosen, setChosen] = useState<ImportKind | null>(null);
  const kind = chosen ?? kinds[0] ?? 'orders';
  const of = kind === 'orders' ? 'orders' : 'registers';
  const [areaId, setAreaId] = useState<string | undefined>();
  const { data, error, isPending, refetch } = useListImports({ of }, { refetchIntervalMs: 15_000 });
  return (
    <PageFrame
      title={t('imports:title')}
      explains={t(`imports:explains.${of}`)}
      tools={
        <div className={styles.row}>
          <span className={styles.soft}>
            {upload.isPending ? t('imports:uploading') : t(`imports:chooseHint.${of}`)}
          </span>
          <Upload
            accept=".csv,.txt,.xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              upload.mutate(
                { file, kind, ...(kind === 'orders' || areaId === undefined ? {} : { areaId }) },
                {
                  onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }),
                },
              );
              return false;
            }}
          >
            <Button type="primary" loading={upload.isPending} icon={<FileUp size={14} aria-hidden="true" />}>
              {t('imports:choose')}
            </Button>
          </Upload>
        </div>
      }
    >
      <div className={styles.row}>
        {kinds.length > 1 ? (
          <Segmented<ImportKind>
            aria-label={t('imports:kindLabel')}
            value={kind}
            onChange={setChosen}
            options={kinds.map((value) => ({ value, label: t(`imports:kind.${value}`) }))}
          />
        ) : null}
        {of === 'registers' ? <KeptAreaSelect value={areaId} onChange={setAreaId} /> : null}
      </div>
      {upload.error === null ? null : (
        <Alert type="error" showIcon title={readRefusal(upload.error, t('office:refusal.unknown')).message} />
      )}
      {isPending ? <Skeleton rows={6} /> : null}
      {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Runs runs={data.runs} />}
      <Mappings kind={kind} />
    </PageFrame>
  );
}

/** People first among the registers: that is what is brought most. */
const kindOrder = ['orders', 'person', 'household', 'home', 'entity', 'asset'] as const satisfies readonly ImportKind[];

/** What this person may import: orders at a desk over the whole street, entries of the registers they keep. */
function useKinds(): ImportKind[] {
  const { posts } = useSession();
  const desk = posts.some(
    ({ role, areaLevel }) => areaLevel === 1 && (rolePermissions[role] as readonly string[]).includes('cases:desk'), // widen the literal tuple for includes
  );
  const keeps = useMay('registers:edit');
  return kindOrder.filter((kind) => (kind === 'orders' ? desk : keeps));
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
          {
            key: 'kind',
            title: t('imports:kindLabel'),
            render: (_, run) => [t(`imports:kind.${run.kind}`), run.areaName].filter((word) => word !== '').join(' · '),
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

function Mappings({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const { data } = useListMappings({ kind });
  if (data === undefined || data.mappings.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('mapping.list')}</h2>
      <ul>
        {data.mappings.map(({ mapping, version }) => (
          <li key={mapping.name}>
            {mapping.name}{' '}
            <span className={styles.soft}>
              {[isRegisterMapping(mapping) ? '' : mapping.system, t('mapping.version', { version })]
                .filter((word) => word !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
