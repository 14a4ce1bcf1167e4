import type { getScreen, OutputOf } from '@linli/contract';
import { useTranslation } from 'react-i18next';
import { officeRowsPath } from '../../../features/cases/case-filter-search.ts';
import { ScreenFigure } from '../screen-frame.tsx';

type Figures = OutputOf<typeof getScreen>['figures'];

const KEYS = ['reported', 'closed', 'open', 'overdue'] as const;

/** The four figures with yesterday beside each; undefined = not there yet, or still being counted. */
export function TopFigures({ figures }: { readonly figures: Figures | undefined }) {
  const { t } = useTranslation(['screen', 'common']);
  return KEYS.map((key) => {
    const found = figures?.find((figure) => figure.key === key);
    const words = (value: number | null | undefined) =>
      value === null || value === undefined ? t('common:nothing') : value.toLocaleString('zh-CN');
    const isStanding = key === 'open' || key === 'overdue';
    return (
      <ScreenFigure
        key={key}
        label={t(`screen:figure.${key}`)}
        value={words(found?.value)}
        beside={t(isStanding ? 'screen:figure.yesterdayEnd' : 'screen:figure.yesterday', {
          value: words(found?.previous),
        })}
        tone={key === 'overdue' && (found?.value ?? 0) > 0 ? 'bad' : 'plain'}
        href={found?.rows ? officeRowsPath(found.rows) : undefined}
      />
    );
  });
}
