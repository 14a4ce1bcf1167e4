import type { AreaView, getArea, OutputOf } from '@linli/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AreaPopulation } from './area-population.tsx';
import styles from './places-page.module.css';

export type AreaDetail = OutputOf<typeof getArea>;
export type AreaFactsProps = {
  readonly area: AreaView;
  readonly levels: readonly { level: number; label: string }[];
  readonly detail: AreaDetail | undefined;
  readonly mayEdit: boolean;
  readonly onChoose: (areaId: string) => void;
};

/** What an area is, what it lies in and what lies in it. */
export function AreaFacts({ area, levels, detail, mayEdit, onChoose }: AreaFactsProps) {
  const { t } = useTranslation(['places', 'common']);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('places:fact.level')}</dt>
        <dd>{levels.find((each) => each.level === area.level)?.label ?? area.level}</dd>
        <dt>{t('places:fact.code')}</dt>
        <dd>{area.code}</dd>
        <dt>{t('places:fact.population')}</dt>
        <dd>
          <AreaPopulation area={area} mayEdit={mayEdit} />
        </dd>
        <dt>{t('places:fact.size')}</dt>
        <dd>{t('places:fact.km2', { size: (area.areaM2 / 1_000_000).toFixed(3) })}</dd>
        <dt>{t('places:fact.within')}</dt>
        <dd>{detail?.parents.map((parent) => parent.name).join(' › ') || t('common:nothing')}</dd>
      </dl>
      {detail === undefined || detail.children.length === 0 ? null : (
        <>
          <h3>{t('places:fact.children', { count: detail.children.length })}</h3>
          <ul className={styles.children}>
            {detail.children.map((child) => (
              <li key={child.id}>
                <Button type="link" size="small" onClick={() => onChoose(child.id)}>
                  {child.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
