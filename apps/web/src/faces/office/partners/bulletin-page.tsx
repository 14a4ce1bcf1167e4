import type { BulletinContent } from '@linli/contract';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGetBulletin } from '../../../features/partners/get-bulletin.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { dayWords, instantWords } from '../../../ui/time-words.ts';
import { useNow } from '../../../ui/use-now.ts';
import frame from '../shell/page-frame.module.css';
import { QueryProblem } from '../words/query-problem.tsx';
import { useLocalText } from '../words/use-local-text.ts';
import styles from './partners.module.css';

type Row = BulletinContent['total'];

/** One bulletin as a sheet: what is printed is what is read. */
export function BulletinPage() {
  const { t } = useTranslation(['partners', 'common']);
  const { t: words } = useTranslation('ui');
  const local = useLocalText();
  const now = useNow();
  const { bulletinId } = useParams({ strict: false });
  const { data, error, refetch } = useGetBulletin(
    { bulletinId: bulletinId ?? '' },
    { enabled: bulletinId !== undefined },
  );
  if (error !== null && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={8} />;
  const { bulletin } = data;
  if (bulletin === null)
    return <Empty title={t('partners:bulletin.goneTitle')} body={t('partners:bulletin.goneBody')} />;
  const { content } = bulletin;
  const nameOf = (siteCode: string) => bulletin.sites.find((site) => site.siteCode === siteCode)?.name ?? siteCode;
  const types = content.types.map((type) => local(type.name)).join(t('common:listJoin'));
  const sides = content.total.sides.map((side) => side.siteCode);
  return (
    <div className={frame.page}>
      <article className={styles.sheet}>
        <div className={`${styles.tools} ${styles.noPrint}`}>
          <Link to="/partners">{t('partners:bulletin.back')}</Link>
          <Button icon={<Printer size={14} aria-hidden="true" />} onClick={() => window.print()}>
            {t('partners:bulletin.print')}
          </Button>
        </div>
        <h1>
          {t('partners:bulletin.title', {
            from: dayWords(bulletin.fromDay, now, words),
            until: dayWords(bulletin.lastDay, now, words),
          })}
        </h1>
        <p className={styles.soft}>
          {bulletin.sites.map((site) => site.name).join(' · ')} · {t(`partners:bulletin.origin.${bulletin.origin}`)} ·{' '}
          {instantWords(bulletin.madeAt, now, words)}
        </p>
        <p>{t('partners:bulletin.types', { types: types === '' ? t('partners:bulletin.allTypes') : types })}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('partners:bulletin.section')}</th>
              <th scope="col">{t('partners:bulletin.shared')}</th>
              {sides.map((code) => (
                <th key={`${code}-states`} scope="col">
                  {t('partners:bulletin.states', { name: nameOf(code) })}
                </th>
              ))}
              {sides.map((code) => (
                <th key={`${code}-on-time`} scope="col">
                  {t('partners:bulletin.onTime', { name: nameOf(code) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.rows.map((row) => (
              <BulletinLine
                key={row.section ?? ''}
                row={row}
                name={row.sectionName === null ? t('partners:shared.noSection') : local(row.sectionName)}
              />
            ))}
          </tbody>
          <tfoot>
            <BulletinLine row={content.total} name={t('partners:bulletin.total')} />
          </tfoot>
        </table>
        <p className={styles.soft}>{t('partners:bulletin.note')}</p>
      </article>
    </div>
  );
}

function BulletinLine({ row, name }: { readonly row: Row; readonly name: string }) {
  const { t } = useTranslation(['partners', 'office', 'common']);
  const stateWords = (states: Row['sides'][number]['states']) =>
    Object.entries(states).map(([state, count]) => {
      const named = state === 'unknown' ? t('partners:shared.unknown') : t(`office:state.${state as 'closed'}`); // keys are states of the loop
      return `${named} ${count}`;
    });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{row.shared}</td>
      {row.sides.map((side) => (
        <td key={`${side.siteCode}-states`}>{stateWords(side.states).join(' · ') || t('common:nothing')}</td>
      ))}
      {row.sides.map(({ siteCode, onTime }) => (
        <td key={`${siteCode}-on-time`}>
          {onTime.value === null
            ? t('common:nothing')
            : `${(onTime.value * 100).toFixed(1)}% (${t('partners:bulletin.of', onTime)})`}
        </td>
      ))}
    </tr>
  );
}
