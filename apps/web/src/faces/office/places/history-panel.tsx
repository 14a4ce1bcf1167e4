import { addDays } from '@linli/domain';
import { Button, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../ui/state-views.tsx';
import { dayWords } from '../../../ui/time-words.ts';
import type { AreaDetail } from './area-facts.tsx';
import styles from './places-page.module.css';

export type HistoryPanelProps = {
  readonly detail: AreaDetail | undefined;
  readonly onChoose: (areaId: string) => void;
};

/** Every version of an area: from when, why, by whom; what it came from and what came of it. */
export function HistoryPanel({ detail, onChoose }: HistoryPanelProps) {
  const { t } = useTranslation('places');
  const { t: ui } = useTranslation('ui');
  if (detail === undefined) return <Skeleton rows={4} />;
  const now = new Date();
  function timeOf({ validFrom, validTo }: AreaDetail['versions'][number]): string {
    const from = dayWords(validFrom, now, ui);
    if (validTo === null) return t('history.since', { day: from });
    // A version holds until before `validTo`: people say its last day.
    const last = addDays(validTo, -1);
    return last === validFrom
      ? t('history.onDay', { day: from })
      : t('history.between', { from, until: dayWords(last, now, ui) });
  }
  const versions = detail.versions.toSorted((a, b) => b.version - a.version);
  return (
    <>
      <Timeline
        items={versions.map((version) => ({
          key: version.version,
          content: (
            <>
              <strong>{timeOf(version)}</strong>
              <p>{version.name}</p>
              <p className={styles.note}>
                {version.reason} {version.changedBy === null ? '' : t('history.by', { name: version.changedBy })}
              </p>
            </>
          ),
        }))}
      />
      {(['predecessors', 'successors'] as const).map((side) =>
        detail[side].length === 0 ? null : (
          <div key={side}>
            <h3>{t(`history.${side}`)}</h3>
            {detail[side].map((area) => (
              <Button key={area.id} type="link" size="small" onClick={() => onChoose(area.id)}>
                {area.name}
              </Button>
            ))}
          </div>
        ),
      )}
    </>
  );
}
