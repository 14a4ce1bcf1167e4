import { useTranslation } from 'react-i18next';
import styles from './places-page.module.css';
import type { Problem } from './problem.ts';

/** Overlaps and gaps in words; the map shows them in red. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation(['places', 'common']);
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: problems have no id and the list is only ever replaced whole
        <li key={index}>
          {t(`places:problem.${problem.kind === 'gap' && problem.areas.length === 0 ? 'gapAlone' : problem.kind}`, {
            areas: problem.areas.map((area) => area.name).join(t('common:listJoin')),
            size: Math.round(problem.areaM2),
          })}
        </li>
      ))}
    </ul>
  );
}
