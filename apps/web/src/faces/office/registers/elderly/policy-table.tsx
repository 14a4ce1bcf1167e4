import type { getElderly, OutputOf } from '@linli/contract';
import { Link } from '@tanstack/react-router';
import { Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReadText } from '../../../../features/use-read-text.ts';
import { PageNote } from '../../shell/page-frame.tsx';
import styles from './elderly.module.css';
import type { ElderlySearch } from './elderly-search.ts';
import { EntitledPeople } from './entitled-people.tsx';

type Row = OutputOf<typeof getElderly>['policies'][number];
export type PolicyTableProps = {
  readonly policies: readonly Row[];
  readonly search: ElderlySearch;
  readonly onSearch: (next: ElderlySearch) => void;
};

/** What the law gives: how many have a right to it, how many get it, and whom it has not reached. */
export function PolicyTable({ policies, search, onSearch }: PolicyTableProps) {
  const { t } = useTranslation('registers');
  const read = useReadText();
  const open = policies.find((row) => row.policy.code === search.policy);
  const { areaId } = search;
  const area: ElderlySearch = areaId === undefined ? {} : { areaId };
  const figure = (row: Row, served: boolean) => {
    const count = served ? row.served : row.notYet;
    const to: ElderlySearch = { ...area, policy: row.policy.code, ...(served ? { served } : {}) };
    return count === 0 ? (
      0
    ) : (
      <Link to="/elderly" search={to} className={styles.figure}>
        {count}
      </Link>
    );
  };
  return (
    <section className={styles.section}>
      <h2>{t('elderly.policies')}</h2>
      <Table<Row>
        size="small"
        rowKey={(row) => row.policy.code}
        pagination={false}
        dataSource={[...policies]}
        columns={[
          { key: 'name', title: t('elderly.policy'), render: (_, row) => read(row.policy.name) },
          { key: 'law', title: t('elderly.law'), render: (_, row) => row.policy.law },
          { key: 'entitled', title: t('elderly.entitled'), align: 'end', render: (_, row) => row.entitled },
          { key: 'served', title: t('elderly.served'), align: 'end', render: (_, row) => figure(row, true) },
          {
            key: 'notYet',
            title: t('elderly.notYet'),
            align: 'end',
            sorter: (a, b) => a.notYet - b.notYet,
            render: (_, row) => <strong>{figure(row, false)}</strong>,
          },
          {
            key: 'bar',
            title: <span className="visually-hidden">{t('elderly.reached')}</span>,
            width: 180,
            render: (_, row) => (
              <span className={styles.split} aria-hidden="true">
                <span style={{ inlineSize: `${row.entitled === 0 ? 0 : (row.served / row.entitled) * 100}%` }} />
              </span>
            ),
          },
        ]}
      />
      <PageNote>{t('elderly.notYetNote')}</PageNote>
      {open === undefined ? null : (
        <Drawer
          open
          size={820}
          title={`${read(open.policy.name)} · ${search.served === true ? t('elderly.served') : t('elderly.notYet')}`}
          onClose={() => onSearch(area)}
        >
          <EntitledPeople search={search} policyCode={open.policy.code} />
        </Drawer>
      )}
    </section>
  );
}
