import type { getProcedureFigures, OutputOf } from '@linli/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { useLocalText } from '../words/use-local-text.ts';
import { CountBar } from './count-bar.tsx';
import styles from './procedures-page.module.css';
import { RowsLink } from './rows-link.tsx';

type Step = OutputOf<typeof getProcedureFigures>['stages'][number];

/** What stands at which step now, in the order of the procedure. */
export function StageTable({ stages }: { readonly stages: readonly Step[] }) {
  const { t } = useTranslation(['procedures', 'common']);
  const { t: ui } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  const most = Math.max(0, ...stages.map(({ open }) => open.count));
  const columns: TableColumnsType<Step> = [
    {
      key: 'stage',
      title: t('procedures:stage'),
      width: 220,
      render: (_, step) =>
        step.name === null
          ? t(step.place === 'before' ? 'procedures:before' : 'procedures:checking')
          : local(step.name),
    },
    { key: 'bar', title: '', render: (_, step) => <CountBar count={step.open.count} most={most} /> },
    {
      key: 'open',
      title: t('procedures:open'),
      width: 90,
      align: 'end',
      render: (_, step) => <RowsLink {...step.open} />,
    },
    {
      key: 'late',
      title: t('procedures:stageLate'),
      width: 120,
      align: 'end',
      render: (_, step) =>
        step.late === null ? (
          t('common:nothing')
        ) : (
          <span className={step.late.count > 0 ? styles.late : undefined}>
            <RowsLink {...step.late} />
          </span>
        ),
    },
    {
      key: 'oldest',
      title: t('procedures:oldest'),
      width: 160,
      align: 'end',
      render: (_, step) =>
        step.oldestAt === null
          ? t('common:nothing')
          : durationWords(now.getTime() - new Date(step.oldestAt).getTime(), ui),
    },
  ];
  return (
    <section aria-label={t('procedures:stagesTitle')}>
      <h2>{t('procedures:stagesTitle')}</h2>
      <Table<Step> size="small" rowKey="key" columns={columns} dataSource={[...stages]} pagination={false} />
    </section>
  );
}
