import type { ImportResult } from '@linli/contract';
import { Alert, Button, Modal, Segmented, Select, Table, Upload } from 'antd';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useImportAreas } from '../../../features/places/import-areas.ts';
import { useImportDivisions } from '../../../features/places/import-divisions.ts';
import { readRefusal } from '../actions/read-refusal.ts';
import { DayInput } from '../words/day-input.tsx';
import { siteToday } from '../words/site-time.ts';
import styles from './places-page.module.css';
import { ProblemList } from './problem-list.tsx';

type Result = z.infer<typeof ImportResult>;
const systems = ['wgs84', 'gcj02', 'bd09'] as const;
export type ImportDialogProps = {
  readonly levels: readonly { level: number; label: string }[];
  readonly onClose: () => void;
};

/** Areas from a file: first a dry run that names every bad row, then the real thing. */
export function ImportDialog({ levels, onClose }: ImportDialogProps) {
  const { t } = useTranslation(['places', 'office', 'common']);
  const areas = useImportAreas();
  const divisions = useImportDivisions();
  const [kind, setKind] = useState<'geojson' | 'divisions'>('geojson');
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [level, setLevel] = useState(4);
  const [crs, setCrs] = useState<(typeof systems)[number]>('wgs84');
  const [validFrom, setValidFrom] = useState(() => siteToday(new Date(), 1));
  const [result, setResult] = useState<Result | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isBusy = areas.isPending || divisions.isPending;
  const isDone = result?.dryRun === false;

  async function run(how: 'dry' | 'real'): Promise<void> {
    if (file === null) return;
    setRefusal(null);
    const dryRun = how === 'dry';
    try {
      setResult(
        kind === 'geojson'
          ? await areas.mutateAsync({ geojson: file.text, level, crs, validFrom, dryRun })
          : await divisions.mutateAsync({ csv: file.text, validFrom, dryRun }),
      );
    } catch (error) {
      setRefusal(readRefusal(error, t('office:refusal.unknown')).message);
    }
  }
  function renew<T>(set: (value: T) => void): (value: T) => void {
    return (value) => {
      setResult(null);
      set(value);
    };
  }

  return (
    <Modal
      open
      title={t('places:import.title')}
      width={800}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(isDone ? 'common:action.close' : 'common:action.cancel')}</Button>
          <Button disabled={file === null || isDone} loading={isBusy} onClick={() => void run('dry')}>
            {t('places:import.dryRun')}
          </Button>
          <Button
            type="primary"
            disabled={result === null || isDone || result.added + result.changed === 0}
            loading={isBusy}
            onClick={() => void run('real')}
          >
            {t('places:import.submit')}
          </Button>
        </>
      }
    >
      <div className={styles.import}>
        <Segmented
          aria-label={t('places:import.kind')}
          value={kind}
          onChange={renew(setKind)}
          options={[
            { value: 'geojson', label: t('places:import.geojson') },
            { value: 'divisions', label: t('places:import.divisions') },
          ]}
        />
        <p className={styles.note}>{t(`places:import.hint.${kind}`)}</p>
        <div className={styles.importRow}>
          <Upload
            accept={kind === 'geojson' ? '.json,.geojson' : '.csv,.txt'}
            showUploadList={false}
            beforeUpload={(chosen) => {
              void chosen.text().then((text) => renew(setFile)({ name: chosen.name, text }));
              return false;
            }}
          >
            <Button icon={<FileUp size={14} aria-hidden="true" />}>{file?.name ?? t('places:import.choose')}</Button>
          </Upload>
          {kind === 'geojson' ? (
            <>
              <Select
                aria-label={t('places:import.level')}
                value={level}
                onChange={renew(setLevel)}
                options={levels
                  .filter((each) => each.level <= 4)
                  .map((each) => ({ value: each.level, label: each.label }))}
                style={{ width: 140 }}
              />
              <Select
                aria-label={t('places:import.crs')}
                value={crs}
                onChange={renew(setCrs)}
                options={systems.map((value) => ({ value, label: t(`places:crs.${value}`) }))}
                style={{ width: 180 }}
              />
            </>
          ) : null}
          <DayInput
            label={t('places:change.from')}
            value={validFrom}
            clearable={false}
            onChange={renew(setValidFrom)}
          />
        </div>
        {refusal === null ? null : <Alert type="error" showIcon title={refusal} />}
        {result === null ? null : (
          <>
            <Alert
              type={result.problems.length === 0 ? 'success' : 'warning'}
              showIcon
              title={t(result.dryRun ? 'places:import.would' : 'places:import.did', {
                read: result.read,
                added: result.added,
                changed: result.changed,
                unchanged: result.unchanged,
                bad: result.problems.length,
              })}
            />
            {result.problems.length === 0 ? null : (
              <Table
                size="small"
                rowKey={(row) => `${row.line} ${row.code}`}
                dataSource={result.problems}
                pagination={{ pageSize: 20, hideOnSinglePage: true }}
                columns={[
                  {
                    key: 'line',
                    title: t('places:import.line'),
                    width: 88,
                    // What is wrong with the whole file has no line.
                    render: (_, { line }) => (line === 0 ? t('common:nothing') : line),
                  },
                  { key: 'message', title: t('places:import.problem'), dataIndex: 'message' },
                ]}
              />
            )}
            <ProblemList problems={result.coverage} />
          </>
        )}
      </div>
    </Modal>
  );
}
