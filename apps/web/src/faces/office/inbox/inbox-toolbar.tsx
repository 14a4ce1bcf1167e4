import { type CaseFilter, caseOrders } from '@linli/contract';
import { Button, Checkbox, Input, type InputRef, Popover, Select } from 'antd';
import { Columns3, Download, ListFilter } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseFilterQuery } from '../../../features/cases/case-filter-search.ts';
import { useShortcuts } from '../keys/use-shortcuts.ts';
import { useMay } from '../shell/use-session.ts';
import type { CaseOrder } from './built-in-views.ts';
import { type ColumnName, columnNames } from './case-columns.tsx';
import { FilterForm } from './filter-form.tsx';
import { changeFilter, type FilterChange, type InboxSearch } from './inbox-search.ts';
import styles from './inbox-view.module.css';
import { SaveView } from './save-view.tsx';

export type InboxToolbarProps = {
  readonly noun: 'inbox' | 'approvals' | 'checks';
  readonly search: InboxSearch;
  readonly onSearch: (next: InboxSearch) => void;
  readonly filter: CaseFilter;
  readonly order: CaseOrder;
  readonly count: string | undefined;
  readonly columns: readonly ColumnName[];
  readonly onColumns: (columns: readonly ColumnName[]) => void;
};

/** Over the list: how many, search, filters, order, columns, save, export. */
export function InboxToolbar(props: InboxToolbarProps) {
  const { noun, search, onSearch, filter, order, count, columns, onColumns } = props;
  const { t } = useTranslation('office');
  const mayExport = useMay('cases:export');
  const change = (changes: FilterChange) => onSearch(changeFilter(search, changes, new Date()));
  return (
    <div className={styles.toolbar}>
      <span className={styles.heading}>{search.view === undefined ? t(`nav.${noun}`) : t(`view.${search.view}`)}</span>
      <span className={styles.count} role="status">
        {count === undefined ? '' : t('rows', { rows: count })}
      </span>
      <SearchBox text={search.text} onText={(text) => change({ text: text === '' ? undefined : text })} />
      {isShort(search.text) ? <span className={styles.count}>{t('searchShort')}</span> : null}
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('filter.title')}
        content={<FilterForm filter={filter} onChange={change} />}
      >
        <Button icon={<ListFilter size={16} aria-hidden="true" />}>{t('filter.button')}</Button>
      </Popover>
      <Select<CaseOrder>
        aria-label={t('order.label')}
        value={order}
        style={{ width: 128 }}
        onChange={(next) => onSearch({ ...search, order: next })}
        options={caseOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
      />
      <Popover
        trigger="click"
        placement="bottomRight"
        title={t('columns')}
        content={
          <Checkbox.Group
            style={{ display: 'grid', gap: 4 }}
            value={[...columns]}
            onChange={(chosen) => onColumns(columnNames.filter((name) => chosen.includes(name)))}
            options={columnNames.map((value) => ({ value, label: t(`column.${value}`) }))}
          />
        }
      >
        <Button aria-label={t('columns')} title={t('columns')} icon={<Columns3 size={16} aria-hidden="true" />} />
      </Popover>
      <SaveView filter={filter} order={order} />
      {mayExport ? (
        <Button
          aria-label={t('exportLabel')}
          title={t('exportLabel')}
          href={`/api/export-cases?${caseFilterQuery(filter)}`}
          icon={<Download size={16} aria-hidden="true" />}
        />
      ) : null}
    </div>
  );
}

/** Words too short for the index are looked for among the newest cases only (db/migrations/0011-search-caught-up.sql). */
function isShort(text: string | undefined): boolean {
  return text !== undefined && text !== '' && [...text].length < 3;
}

function SearchBox({ text, onText }: { readonly text: string | undefined; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('office');
  const box = useRef<InputRef>(null);
  const [typed, setTyped] = useState(text ?? '');
  useEffect(() => setTyped(text ?? ''), [text]);
  useShortcuts([
    { keys: '/', label: t('keys.search'), group: 'list', run: () => box.current?.focus({ cursor: 'all' }) },
  ]);
  return (
    <Input.Search
      ref={box}
      className={styles.search ?? ''}
      allowClear
      value={typed}
      maxLength={60}
      aria-label={t('searchHint')}
      placeholder={t('searchHint')}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(words) => onText(words.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
