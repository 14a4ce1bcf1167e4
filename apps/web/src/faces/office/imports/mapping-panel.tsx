import { type AnyMapping, isRegisterMapping } from '@linli/contract';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposeMapping } from '../../../features/imports/propose-mapping.ts';
import { useSaveMapping } from '../../../features/imports/save-mapping.ts';
import { useStartImport } from '../../../features/imports/start-import.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { readRefusal } from '../actions/read-refusal.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import type { ImportData } from './import-problems.tsx';
import styles from './imports-page.module.css';
import { OrderMappingForm } from './order-mapping-form.tsx';
import { RegisterMappingForm } from './register-mapping-form.tsx';

/** What each column means here, guessed first; then the dry run. */
export function MappingPanel({ data }: { readonly data: ImportData }) {
  const { t } = useTranslation(['imports', 'office']);
  const { message } = App.useApp();
  const { run } = data;
  const proposal = useProposeMapping({ importId: run.id }, { staleTimeMs: Number.POSITIVE_INFINITY });
  const start = useStartImport();
  const save = useSaveMapping();
  const [edited, setEdited] = useState<AnyMapping | null>(data.mapping);
  if (proposal.error !== null && proposal.data === undefined)
    return <QueryProblem error={proposal.error} onRetry={() => void proposal.refetch()} />;
  if (proposal.data === undefined) return <Skeleton rows={6} />;
  const mapping = edited ?? proposal.data.mapping;
  const { savedAs } = proposal.data;
  const error = start.error ?? save.error;
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
            onChange={(event) => setEdited({ ...mapping, name: event.target.value })}
          />
        </label>
      </div>
      {isRegisterMapping(mapping) ? (
        <RegisterMappingForm run={run} mapping={mapping} proposal={proposal.data} onChange={setEdited} />
      ) : (
        <OrderMappingForm run={run} mapping={mapping} proposal={proposal.data} onChange={setEdited} />
      )}
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
