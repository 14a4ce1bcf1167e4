import { consentTexts } from '@linli/domain';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListDeletions } from '../../../features/privacy/list-deletions.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf } from '../words/site-time.ts';
import { readDeletionRule } from './read-deletion-rule.ts';

/** Proofs: when, what kind, how many, under which rule. Nothing of what was deleted. */
export function DeletionsTable() {
  const { t } = useTranslation('privacy');
  const say = useRuleWords();
  const { data, error, refetch } = useListDeletions({ limit: 200 });
  if (data === undefined)
    return error === null ? <Skeleton rows={6} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;
  return (
    <Table
      size="small"
      rowKey="id"
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      dataSource={data.deletions}
      columns={[
        { key: 'at', title: t('desk.at'), render: (_, row) => siteClockOf(row.at).replace('T', ' ') },
        { key: 'kind', title: t('desk.what'), render: (_, row) => t(`deleted.${row.kind as 'fact'}`) },
        {
          key: 'group',
          title: t('desk.kind'),
          render: (_, row) => (row.group === '' ? '' : t(`groups.${row.group as 'identity'}`)),
        },
        { key: 'rows', title: t('desk.rows'), dataIndex: 'rows', align: 'right' },
        { key: 'rule', title: t('desk.rule'), render: (_, row) => row.rightsNumber ?? say(row.rule) },
        { key: 'hash', title: t('desk.hash'), render: (_, row) => <code>{row.idsHash.slice(0, 16)}</code> },
      ]}
    />
  );
}

/** The rule behind a proof, in words. */
function useRuleWords(): (rule: string) => string {
  const { t } = useTranslation('privacy');
  const read = useReadText();
  return (rule) => {
    const known = readDeletionRule(rule);
    switch (known.kind) {
      case 'consent':
        return t('deletionRule.consent', { purpose: read(consentTexts[known.purpose].name) });
      case 'retention':
        return t('deletionRule.retention', { days: known.days });
      case 'request':
        return t('deletionRule.request');
      default:
        return rule;
    }
  };
}
