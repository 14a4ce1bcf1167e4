import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetAreaTree } from '../../../features/places/get-area-tree.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { useMay } from '../shell/use-session.ts';
import { GroupsDialog } from '../stages/groups-dialog.tsx';
import { DayInput } from '../words/day-input.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { siteToday } from '../words/site-time.ts';
import { AreaEditor } from './area-editor.tsx';
import { AreaTree } from './area-tree.tsx';
import { ImportDialog } from './import-dialog.tsx';
import styles from './places-page.module.css';

/** The area tree, its map and its history; borders are drawn, split and merged here from a day on. */
export function PlacesPage() {
  const { t } = useTranslation(['office', 'places']);
  const { t: stages } = useTranslation('stages');
  const mayEdit = useMay('places:edit');
  const today = siteToday(new Date());
  const [day, setDay] = useState(today);
  const [chosen, setChosen] = useState<string | undefined>();
  const [isImporting, setImporting] = useState(false);
  const [showsGroups, setShowsGroups] = useState(false);
  const { data, error, isPending, refetch } = useGetAreaTree(day === today ? {} : { day }, { keepPrevious: true });
  const area = data?.areas.find((each) => each.id === chosen) ?? data?.areas.find((each) => each.id === data.siteId);

  return (
    <div className={styles.page}>
      <section className={styles.tree} aria-label={t('places:tree')}>
        <header className={styles.treeHead}>
          <h1>{t('office:nav.places')}</h1>
          {mayEdit ? <Button onClick={() => setImporting(true)}>{t('places:import.button')}</Button> : null}
        </header>
        <label className={styles.day} htmlFor="places-day">
          {t('places:asOf')}
          <DayInput
            id="places-day"
            value={day}
            clearable={false}
            onChange={(chosen) => setDay(chosen === '' ? today : chosen)}
          />
        </label>
        {day === today ? null : (
          <p role="status" className={styles.past}>
            {t('places:pastDay')}{' '}
            <Button type="link" size="small" onClick={() => setDay(today)}>
              {t('places:today')}
            </Button>
          </p>
        )}
        <Button block onClick={() => setShowsGroups(true)}>
          {stages('groups.open')}
        </Button>
        {isPending ? <Skeleton rows={12} /> : null}
        {error !== null && data === undefined ? <QueryProblem error={error} onRetry={() => void refetch()} /> : null}
        {data === undefined ? null : (
          <AreaTree areas={data.areas} siteId={data.siteId} chosen={area?.id} onChoose={setChosen} />
        )}
      </section>
      {data !== undefined && area === undefined ? (
        <Empty title={t('places:none.title')} body={t('places:none.body')} />
      ) : null}
      {area === undefined || data === undefined ? null : (
        <AreaEditor
          key={`${area.id} ${day}`}
          area={area}
          levels={data.levels}
          day={day === today ? undefined : day}
          mayEdit={mayEdit && day === today}
          onChoose={setChosen}
        />
      )}
      {showsGroups ? <GroupsDialog mayEdit={mayEdit} onClose={() => setShowsGroups(false)} /> : null}
      {isImporting ? <ImportDialog levels={data?.levels ?? []} onClose={() => setImporting(false)} /> : null}
    </div>
  );
}
