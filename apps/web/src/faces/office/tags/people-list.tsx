import type { listByTags, OutputOf, TagView } from '@linli/contract';
import type { TagExpression } from '@linli/domain';
import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListByTags } from '../../../features/tags/list-by-tags.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import type { Question } from './question.ts';
import styles from './tags-page.module.css';

type Row = OutputOf<typeof listByTags>['rows'][number];

/** Those who fit, fifty at a time, in the areas whose registers the reader keeps. */
export function PeopleList(props: {
  readonly expression: TagExpression;
  readonly noun: Question['noun'];
  readonly areaId: string | null;
  readonly tags: readonly TagView[];
}) {
  const { expression, noun, areaId } = props;
  const { t } = useTranslation('tags');
  const local = useLocalText();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const after = keys.at(-1);
  const { data, error, isPending, refetch } = useListByTags(
    { expression, noun, ...(areaId === null ? {} : { areaId }), ...(after === undefined ? {} : { after }) },
    { keepPrevious: true },
  );
  if (isPending) return <Skeleton rows={8} />;
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const byId = new Map(props.tags.map((tag) => [tag.id, tag]));
  const columns: TableColumnsType<Row> = [
    { key: 'name', title: t('name'), width: 180, render: (_, row) => row.name },
    { key: 'area', title: t('area'), width: 200, render: (_, row) => row.areaName },
    { key: 'home', title: t('home'), width: 240, render: (_, row) => row.homeName ?? '—' },
    { key: 'age', title: t('age'), width: 80, align: 'end', render: (_, row) => row.age ?? '—' },
    {
      key: 'tags',
      title: t('tags'),
      render: (_, row) => <RowTags names={row.tags.flatMap((id) => byId.get(id)?.name ?? []).map(local)} />,
    },
  ];
  return (
    <>
      <p className={styles.note}>{t('listTotal', { count: data.total })}</p>
      <Table<Row> size="small" rowKey="id" columns={columns} dataSource={[...data.rows]} pagination={false} />
      <div className={styles.line}>
        <Button disabled={keys.length === 0} onClick={() => setKeys(keys.slice(0, -1))}>
          {t('before')}
        </Button>
        <Button disabled={data.next === null} onClick={() => data.next !== null && setKeys([...keys, data.next])}>
          {t('next')}
        </Button>
      </div>
    </>
  );
}

const shownTags = 4;

/** The first few in the row; all of them on request, so that a page shows many people. */
function RowTags({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation('tags');
  const [all, setAll] = useState(false);
  const hidden = names.length - shownTags;
  return (
    <>
      {(all ? names : names.slice(0, shownTags)).map((name) => (
        <Tag key={name}>{name}</Tag>
      ))}
      {hidden > 0 && !all ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('moreTags', { count: hidden })}
        </Button>
      ) : null}
    </>
  );
}
