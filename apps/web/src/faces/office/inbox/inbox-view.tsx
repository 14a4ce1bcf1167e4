import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountCases } from '../../../features/cases/count-cases.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { CasePanel } from '../case/case-panel.tsx';
import { useMarkedCases } from '../live/marked-cases.tsx';
import { countWords } from '../shell/use-view-counts.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { narrowColumns } from './case-columns.tsx';
import { CaseTable } from './case-table.tsx';
import { useColumnChoice } from './column-choice.ts';
import { FilterTags } from './filter-tags.tsx';
import { effectiveFilter, effectiveOrder, type InboxSearch } from './inbox-search.ts';
import { InboxToolbar } from './inbox-toolbar.tsx';
import styles from './inbox-view.module.css';
import { useCasePages } from './use-case-pages.ts';
import { useListKeys } from './use-list-keys.ts';

export type InboxViewProps = {
  readonly noun: 'inbox' | 'approvals' | 'checks';
  readonly search: InboxSearch;
  readonly onSearch: (next: InboxSearch) => void;
};

/** A list of cases by an address, and the open one beside it. */
export function InboxView({ noun, search, onSearch }: InboxViewProps) {
  const { t } = useTranslation('office');
  const filter = effectiveFilter(search, new Date());
  const order = effectiveOrder(search);
  const { rows, error, isPending, hasMore, isLoadingMore, loadMore, retry } = useCasePages(filter, order);
  const count = useCountCases({ filters: [filter] }, { keepPrevious: true }).data?.counts[0];
  const marked = useMarkedCases();
  const [columns, setColumns] = useColumnChoice();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const openId = search.case;
  const open = (id: string | undefined) => {
    const { case: _closed, ...rest } = search;
    onSearch(id === undefined ? rest : { ...rest, case: id });
  };
  const [at, setAt] = useListKeys({
    rows,
    openId,
    onOpen: open,
    onSelect: (id) => setSelected((before) => toggled(before, id)),
  });

  return (
    <div className={styles.inbox} data-open={openId !== undefined}>
      <section className={styles.list} aria-label={t('listLabel')}>
        <InboxToolbar
          noun={noun}
          search={search}
          onSearch={onSearch}
          filter={filter}
          order={order}
          count={count === undefined ? undefined : countWords(count)}
          columns={columns}
          onColumns={setColumns}
        />
        <FilterTags search={search} filter={filter} onSearch={onSearch} />
        <div className={styles.rows}>
          {isPending ? <Skeleton rows={12} /> : null}
          {error !== null && rows.length === 0 ? <QueryProblem error={error} onRetry={retry} /> : null}
          {!isPending && error === null && rows.length === 0 ? (
            <Empty title={t(`empty.${noun}Title`)} body={t(`empty.${noun}Body`)} />
          ) : null}
          {rows.length === 0 ? null : (
            <CaseTable
              rows={rows}
              columns={openId === undefined ? columns : narrowColumns}
              at={at}
              openId={openId}
              selected={selected}
              marked={marked}
              hasMore={hasMore}
              onAt={setAt}
              onOpen={(row) => open(row.id)}
              onSelect={setSelected}
              onNearEnd={loadMore}
            />
          )}
        </div>
        <p className="visually-hidden" role="status">
          {isLoadingMore ? t('loadingMore') : ''}
        </p>
        {selected.size === 0 ? null : (
          <BulkBar cases={rows.filter((row) => selected.has(row.id))} onDone={() => setSelected(new Set())} />
        )}
      </section>
      {openId === undefined ? null : (
        <section className={styles.detail} aria-label={t('detailLabel')}>
          <CasePanel key={openId} caseId={openId} onClose={() => open(undefined)} />
        </section>
      )}
    </div>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
}
