import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListHolidays } from '../../../features/cases/list-holidays.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { useMay } from '../shell/use-session.ts';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteClockOf, siteToday } from '../words/site-time.ts';
import { HolidayForm } from './holiday-form.tsx';
import styles from './holidays-page.module.css';
import { readHolidaysSearch } from './holidays-search.ts';
import { missingYear, shownYears } from './missing-year.ts';

/** Years with their state at the left, the chosen one's days and the way to load it at the right. */
export function HolidaysPage() {
  const { t, i18n } = useTranslation('holidays');
  const mayEdit = useMay('types:edit');
  const navigate = useNavigate();
  const search = readHolidaysSearch(useSearch({ strict: false }));
  const { data, error, refetch } = useListHolidays({});
  if (data === undefined)
    return error === null ? <Skeleton rows={8} /> : <QueryProblem error={error} onRetry={() => void refetch()} />;

  const today = siteToday(new Date());
  const loaded = data.years.map((each) => each.year);
  const year = search.year ?? missingYear(loaded, today) ?? Number(today.slice(0, 4));
  const chosen = data.years.find((each) => each.year === year);
  const stateOf = (each: number) => {
    const table = data.years.find((known) => known.year === each);
    if (table === undefined) return 'missing';
    return table.provisional ? 'provisional' : 'loaded';
  };
  const days = [
    ...(chosen?.holidays ?? []).map((day) => ({ day, kind: 'holiday' as const })),
    ...(chosen?.makeUpDays ?? []).map((day) => ({ day, kind: 'makeUp' as const })),
  ].sort((a, b) => a.day.localeCompare(b.day));
  const weekday = (day: string) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(i18n.language, { weekday: 'short', timeZone: 'UTC' });

  return (
    <div className={styles.page}>
      <section className={styles.years}>
        <h1>{t('title')}</h1>
        <p className={styles.note}>{t('explains')}</p>
        <ul>
          {shownYears(loaded, today).map((each) => (
            <li key={each}>
              <Button
                type={each === year ? 'primary' : 'text'}
                aria-current={each === year}
                onClick={() => void navigate({ to: '/holidays', search: { year: each } })}
              >
                {t('year', { year: each })}
              </Button>
              <Tag color={stateOf(each) === 'loaded' ? 'success' : 'warning'}>{t(stateOf(each))}</Tag>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.days} aria-label={t('year', { year })}>
        <h2>{t('year', { year })}</h2>
        {chosen === undefined ? (
          <p>{t('noDays')}</p>
        ) : (
          <>
            <p>{t('facts', { holidays: chosen.holidays.length, makeUpDays: chosen.makeUpDays.length })}</p>
            <p className={styles.note}>
              {t('source', { source: chosen.source })} ·{' '}
              {t('loadedAt', { time: siteClockOf(chosen.loadedAt).replace('T', ' ') })}
            </p>
            <Table
              size="small"
              rowKey="day"
              pagination={false}
              dataSource={days}
              columns={[
                { key: 'day', title: t('day'), dataIndex: 'day' },
                { key: 'weekday', title: t('weekday'), render: (_, row) => weekday(row.day) },
                { key: 'kind', title: t('kind'), render: (_, row) => t(row.kind) },
              ]}
            />
          </>
        )}
        {mayEdit ? (
          <HolidayForm
            key={year}
            year={year}
            known={chosen !== undefined}
            statutory={data.statutory.find((each) => each.year === year)}
          />
        ) : null}
      </section>
    </div>
  );
}
