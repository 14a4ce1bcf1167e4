import { type ImportMapping, importTargets } from '@linli/contract';
import { Alert, App, Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useProposeMapping } from '../../../features/imports/propose-mapping.ts';
import { useSaveMapping } from '../../../features/imports/save-mapping.ts';
import { useStartImport } from '../../../features/imports/start-import.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import type { ImportData } from './import-problems.tsx';
import styles from './imports-page.module.css';
import { ValueTable } from './value-table.tsx';

/** What each column means here, guessed first; then the dry run. */
export function MappingPanel({ data }: { readonly data: ImportData }) {
  const { t } = useTranslation(['imports', 'office']);
  const { message } = App.useApp();
  const { run } = data;
  const proposal = useProposeMapping({ importId: run.id }, { staleTimeMs: Number.POSITIVE_INFINITY });
  const start = useStartImport();
  const save = useSaveMapping();
  const [edited, setEdited] = useState<ImportMapping | null>(data.mapping);
  const types = useImportTypes();
  if (proposal.error !== null && proposal.data === undefined)
    return <QueryProblem error={proposal.error} onRetry={() => void proposal.refetch()} />;
  if (proposal.data === undefined) return <Skeleton rows={6} />;
  const mapping = edited ?? proposal.data.mapping;
  const { savedAs, found, sample } = proposal.data;
  const change = (part: Partial<ImportMapping>) => setEdited({ ...mapping, ...part });
  const error = start.error ?? save.error;

  function setTarget(heading: string, to: string): void {
    const others = mapping.columns.filter((column) => column.heading !== heading);
    change({ columns: to === '' ? others : [...others, { heading, to }] });
  }

  return (
    <section className={styles.section}>
      <h2>{t('imports:step.map')}</h2>
      <p className={styles.soft}>
        {savedAs === null ? t('imports:mapping.guessed') : t('imports:mapping.saved', { name: savedAs })}
      </p>
      <div className={styles.row}>
        <label htmlFor="mapping-name">
          {t('imports:mapping.name')}
          <Input
            id="mapping-name"
            value={mapping.name}
            maxLength={60}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <label htmlFor="mapping-system">
          {t('imports:mapping.system')}
          <Input
            id="mapping-system"
            value={mapping.system}
            maxLength={60}
            onChange={(event) => change({ system: event.target.value })}
          />
        </label>
        <Select
          aria-label={t('imports:mapping.fixedType')}
          placeholder={t('imports:mapping.fixedType')}
          allowClear
          value={mapping.typeCode ?? undefined}
          onChange={(typeCode: string | undefined) => change({ typeCode: typeCode ?? null })}
          options={types}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 240 }}
        />
      </div>
      <Table
        size="small"
        rowKey="index"
        pagination={false}
        scroll={{ x: true }}
        dataSource={run.headings.map((heading, index) => ({ heading, index }))}
        columns={[
          { key: 'heading', title: t('imports:mapping.heading'), dataIndex: 'heading', width: 180 },
          {
            key: 'means',
            title: t('imports:mapping.means'),
            width: 220,
            render: (_, { heading }) => (
              <TargetSelect
                heading={heading}
                value={mapping.columns.find((column) => column.heading === heading)?.to ?? ''}
                onChange={(to) => setTarget(heading, to)}
              />
            ),
          },
          {
            key: 'sample',
            title: t('imports:mapping.sample'),
            render: (_, { index }) => (
              <span className={styles.soft}>
                {sample
                  .map((row) => (row[index] ?? '').slice(0, 24))
                  .filter((word) => word !== '')
                  .slice(0, 3)
                  .join(' · ')}
              </span>
            ),
          },
        ]}
      />
      <ValueTable mapping={mapping} found={found} types={types} onChange={(values) => change({ values })} />
      {error === null ? null : (
        <Alert type="error" showIcon title={readRefusal(error, t('office:refusal.unknown')).message} />
      )}
      <div className={styles.row}>
        <Button
          type={run.state === 'uploaded' ? 'primary' : 'default'}
          loading={start.isPending}
          onClick={() => start.mutate({ importId: run.id, mapping, dryRun: true })}
        >
          {run.state === 'uploaded' ? t('imports:check') : t('imports:checkAgain')}
        </Button>
        <Button
          loading={save.isPending}
          onClick={() => save.mutate({ mapping }, { onSuccess: () => message.success(t('imports:mapping.savedNow')) })}
        >
          {t('imports:mapping.save')}
        </Button>
      </div>
    </section>
  );
}

function useImportTypes(): { value: string; label: string }[] {
  const local = useLocalText();
  const { data } = useListCaseTypes({ for: 'all' }, { staleTimeMs: 900_000 });
  return (data?.types ?? []).flatMap(({ definition }) =>
    definition.reporters.includes('import') ? [{ value: definition.code, label: local(definition.name) }] : [],
  );
}

type TargetSelectProps = {
  readonly heading: string;
  readonly value: string;
  readonly onChange: (to: string) => void;
};

function TargetSelect({ heading, value, onChange }: TargetSelectProps) {
  const { t } = useTranslation('imports');
  const form = value.startsWith('form.') ? [{ value, label: t('target.form', { key: value.slice(5) }) }] : [];
  return (
    <Select
      aria-label={heading}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('target.none') },
        ...importTargets.map((to) => ({ value: to as string, label: t(`target.${to}`) })),
        ...form,
      ]}
      style={{ width: '100%' }}
    />
  );
}
