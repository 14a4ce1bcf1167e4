import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../features/registers/use-field-words.ts';
import { Empty, Refused, Skeleton } from '../../../../ui/state-views.tsx';
import { useListKeys } from '../../inbox/use-list-keys.ts';
import { useMay, useSession } from '../../shell/use-session.ts';
import { QueryProblem } from '../../words/query-problem.tsx';
import { NewSubject } from '../entry/new-subject.tsx';
import styles from '../registers.module.css';
import { RegisterFigures } from './register-figures.tsx';
import { RegisterFilters } from './register-filters.tsx';
import { type RegistersSearch, readRegistersSearch, subjectFilterOf, withoutNone } from './registers-search.ts';
import { fieldCodesOf, subjectColumns } from './subject-columns.ts';
import { SubjectMap } from './subject-map.tsx';
import { SubjectTable } from './subject-table.tsx';
import { useSubjectPages } from './use-subject-pages.ts';

/** People, households, homes, shops and things of the reader's areas, one register at a time. */
export function RegistersPage() {
  const { permissions } = useSession();
  return permissions.includes('registers:read') ? <Registers /> : <Refused />;
}

function Registers() {
  const { t } = useTranslation(['registers', 'office', 'subjects']);
  const navigate = useNavigate();
  const { permissions } = useSession();
  // Anything may stand in an address: read like any other input.
  const search = readRegistersSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const onSearch = (next: RegistersSearch) =>
    void navigate({ to: '.', search: next, replace: true, resetScroll: false });
  const [isAdding, setAdding] = useState(false);
  const noun = search.noun ?? 'person';
  const columns = subjectColumns(noun, permissions, (search.state ?? 'active') !== 'active');
  const pages = useSubjectPages(subjectFilterOf(search), fieldCodesOf(columns));
  const rows = pages.rows.filter((row) => row.noun === noun);
  const open = (subjectId: string | undefined) => {
    if (subjectId !== undefined) void navigate({ to: '/registers/$subjectId', params: { subjectId } });
  };
  const [at, setAt] = useListKeys({ rows, openId: undefined, onOpen: open });
  const isEmpty = !pages.isPending && pages.error === null && rows.length === 0 && !pages.isOld;
  return (
    <div className={styles.list}>
      <h1 className="visually-hidden">{t('office:nav.registers')}</h1>
      <RegisterFilters noun={noun} search={search} onSearch={onSearch} onNew={() => setAdding(true)} />
      <RegisterFigures areaId={search.areaId} />
      <Narrowed search={search} onSearch={onSearch} />
      <div className={styles.under}>
        <p role="status">
          {pages.isPending
            ? ''
            : t(pages.hasMore ? 'registers:list.more' : 'registers:list.all', { count: rows.length })}
        </p>
        {permissions.includes('registers:edit') ? <Link to="/registers/same">{t('office:nav.same')}</Link> : null}
        {permissions.includes('registers:edit') ? (
          <Link to="/registers/addresses">{t('office:nav.addresses')}</Link>
        ) : null}
        <Link to="/registers/letting">{t('office:nav.letting')}</Link>
        <Link to="/registers/corrections">{t('office:nav.corrections')}</Link>
      </div>
      <div className={styles.rows} data-map={search.view === 'map'}>
        {pages.isPending ? <Skeleton rows={8} /> : null}
        {pages.error !== null && rows.length === 0 ? <QueryProblem error={pages.error} onRetry={pages.retry} /> : null}
        {isEmpty ? <NothingHere search={search} /> : null}
        {rows.length === 0 ? null : (
          <SubjectTable
            noun={noun}
            rows={rows}
            columns={search.view === 'map' ? columns.filter(({ kind }) => kind !== 'area').slice(0, 4) : columns}
            at={at}
            hasMore={pages.hasMore}
            onAt={setAt}
            onOpen={(row) => open(row.id)}
            onNearEnd={pages.loadMore}
          />
        )}
        {search.view === 'map' && rows.length > 0 ? <SubjectMap rows={rows} areaId={search.areaId} /> : null}
      </div>
      {isAdding ? <NewSubject noun={noun} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

/** What a figure brought along and no control shows: born between, a field's value. Each can be taken away. */
function Narrowed({
  search,
  onSearch,
}: {
  readonly search: RegistersSearch;
  readonly onSearch: (next: RegistersSearch) => void;
}) {
  const { t } = useTranslation('registers');
  const words = useFieldWords();
  const noun = search.noun ?? 'person';
  const filter = subjectFilterOf(search);
  const held = filter.where?.[0];
  if (held === undefined && search.bornFrom === undefined && search.bornUntil === undefined) return null;
  return (
    <div className={styles.tags}>
      {held === undefined ? null : (
        <Tag closable onClose={() => onSearch(withoutNone({ ...search, field: undefined, value: undefined }))}>
          {`${words.label(noun, held.code)} · ${words.value(noun, held.code, held.value)}`}
        </Tag>
      )}
      {search.bornFrom === undefined ? null : (
        <Tag closable onClose={() => onSearch(withoutNone({ ...search, bornFrom: undefined }))}>
          {t('filter.bornFrom', { day: search.bornFrom })}
        </Tag>
      )}
      {search.bornUntil === undefined ? null : (
        <Tag closable onClose={() => onSearch(withoutNone({ ...search, bornUntil: undefined }))}>
          {t('filter.bornUntil', { day: search.bornUntil })}
        </Tag>
      )}
    </div>
  );
}

/** Nothing found, or a register that nobody has filled yet: that is said, with the way to fill it. */
function NothingHere({ search }: { readonly search: RegistersSearch }) {
  const { t } = useTranslation(['registers', 'subjects']);
  const navigate = useNavigate();
  const mayEdit = useMay('registers:edit');
  const { areaId: _place, noun = 'person', order: _order, view: _view, ...narrowing } = search;
  if (Object.keys(narrowing).length > 0)
    return <Empty title={t('registers:empty.noneTitle')} body={t('registers:empty.noneBody')} />;
  return (
    <Empty
      title={t('registers:empty.registerTitle', { noun: t(`subjects:noun.${noun}`) })}
      body={
        <>
          <p>{t('registers:empty.registerBody')}</p>
          {mayEdit ? (
            <Button onClick={() => void navigate({ to: '/imports' })}>{t('registers:empty.import')}</Button>
          ) : null}
        </>
      }
    />
  );
}
