import type { CaseSummary } from '@linli/contract';
import { Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatchCase } from '../../../features/cases/dispatch-case.ts';
import { useUrgeCase } from '../../../features/cases/urge-case.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { type BulkAction, type BulkResult, splitForBulk } from './bulk-plan.ts';
import { BulkResults } from './bulk-results.tsx';

export type { BulkAction } from './bulk-plan.ts';
export type BulkDialogProps = {
  readonly action: BulkAction;
  readonly cases: readonly CaseSummary[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Says before what it will do to which cases, and afterwards what became of each. */
export function BulkDialog({ action, cases, onClose, onDone }: BulkDialogProps) {
  const { t } = useTranslation(['office', 'common']);
  const dispatch = useDispatchCase();
  const urge = useUrgeCase();
  const [unitId, setUnitId] = useState<string | undefined>();
  const [words, setWords] = useState('');
  const [results, setResults] = useState<readonly BulkResult[] | null>(null);
  const [isRunning, setRunning] = useState(false);
  const { fit, skipped } = splitForBulk(action, cases);

  async function runOne(row: CaseSummary): Promise<BulkResult> {
    try {
      if (action === 'dispatch') {
        const to = unitId === undefined ? { kind: 'rule' as const } : { kind: 'unit' as const, unitId };
        await dispatch.mutateAsync({ caseId: row.id, to, words });
      } else {
        await urge.mutateAsync({ caseId: row.id, words });
      }
      return { row, outcome: 'done', message: t(`office:bulk.${action}.one`) };
    } catch (error) {
      return { row, outcome: 'refused', message: readRefusal(error, t('office:refusal.unknown')).message };
    }
  }

  async function run(): Promise<void> {
    setRunning(true);
    const done: BulkResult[] = [];
    setResults(done);
    // One after the other: order is kept, and a refusal of one says nothing about the next.
    for (const row of fit) {
      done.push(await runOne(row));
      setResults([...done]);
    }
    const left = skipped.map((row): BulkResult => ({ row, outcome: 'skipped', message: t('office:bulk.skipped') }));
    setResults([...done, ...left]);
    setRunning(false);
  }

  const isFinished = results !== null && !isRunning;
  const refused = results?.filter((each) => each.outcome === 'refused').length ?? 0;
  return (
    <Modal
      open
      title={t(`office:bulk.${action}.title`, { count: fit.length })}
      width={640}
      mask={{ closable: false }}
      closable={!isRunning}
      onCancel={isFinished ? onDone : onClose}
      onOk={isFinished ? onDone : () => void run()}
      okText={isFinished ? t('common:action.close') : t(`office:bulk.${action}.submit`, { count: fit.length })}
      okButtonProps={{ disabled: fit.length === 0, loading: isRunning }}
      cancelButtonProps={{ style: results === null ? {} : { display: 'none' } }}
    >
      {results === null ? (
        <div style={{ display: 'grid', gap: 12 }}>
          <p>{t(`office:bulk.${action}.before`, { count: fit.length })}</p>
          {skipped.length === 0 ? null : <p>{t(`office:bulk.${action}.skip`, { count: skipped.length })}</p>}
          {action === 'dispatch' ? (
            <UnitSelect
              value={unitId}
              onChange={setUnitId}
              allowClear
              label={t('office:bulk.dispatch.target')}
              placeholder={t('office:bulk.dispatch.target')}
            />
          ) : null}
          <Input.TextArea
            value={words}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            aria-label={t('office:bulk.words')}
            placeholder={t('office:bulk.words')}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      ) : (
        <div style={{ display: 'grid', gap: 12 }}>
          <Progress percent={Math.round((100 * results.length) / (isFinished ? results.length : fit.length))} />
          {isFinished ? (
            <p role="status">
              {t('office:bulk.after', { done: fit.length - refused, refused, skipped: skipped.length })}
            </p>
          ) : null}
          <BulkResults results={results} />
        </div>
      )}
    </Modal>
  );
}
