import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSubjects } from '../../../features/registers/list-subjects.ts';
import { Empty, Refused, Skeleton } from '../../../ui/state-views.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { PersonConsents } from './person-consents.tsx';
import styles from './privacy.module.css';

/** Agreements on paper or by word, and their end: entered by whoever keeps the register of the place. */
export function ConsentsPage() {
  return useMay('registers:edit') ? <Consents /> : <Refused />;
}

function Consents() {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const { subjectId } = useSearch({ strict: false });
  const choose = (next: string | null) =>
    void navigate({ to: '/consents', search: next === null ? {} : { subjectId: next } });
  return (
    <PageFrame title={t('paper.title')} explains={t('paper.explains')}>
      {subjectId === undefined ? (
        <FindPerson onChoose={choose} />
      ) : (
        <PersonConsents key={subjectId} subjectId={subjectId} onOther={() => choose(null)} />
      )}
    </PageFrame>
  );
}

function FindPerson({ onChoose }: { readonly onChoose: (subjectId: string) => void }) {
  const { t } = useTranslation('privacy');
  const [words, setWords] = useState('');
  const { data, error, isFetching, refetch } = useListSubjects(
    { noun: 'person', words, limit: 20 },
    { enabled: words !== '' },
  );
  return (
    <>
      <Input.Search
        aria-label={t('paper.find')}
        placeholder={t('paper.findHint')}
        className={styles.find ?? ''}
        maxLength={60}
        enterButton={t('paper.search')}
        onSearch={(next) => setWords(next.trim())}
      />
      {words === '' ? <Empty title={t('paper.open')} body={t('paper.openBody')} /> : null}
      {words !== '' && data === undefined && isFetching ? <Skeleton rows={4} /> : null}
      {error === null ? null : <QueryProblem error={error} onRetry={() => void refetch()} />}
      {data?.subjects.length === 0 ? <Empty title={t('paper.nobody')} body={t('paper.nobodyBody')} /> : null}
      {data === undefined || data.subjects.length === 0 ? null : (
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          showHeader={false}
          dataSource={data.subjects}
          columns={[
            { key: 'name', dataIndex: 'name' },
            { key: 'home', render: (_, row) => row.homeName ?? '' },
            { key: 'area', render: (_, row) => row.areas.at(-1)?.name ?? '' },
            {
              key: 'choose',
              align: 'right',
              render: (_, row) => (
                <Button size="small" aria-label={`${t('paper.choose')} ${row.name}`} onClick={() => onChoose(row.id)}>
                  {t('paper.choose')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
