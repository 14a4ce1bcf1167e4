import { useTranslation } from 'react-i18next';
import { StateView } from '../../../ui/state-views.tsx';
import { ScreenFigure, ScreenFrame, ScreenPanel } from '../screen-frame.tsx';

/** The street at one look. */
export function StreetPage() {
  const { t } = useTranslation(['screen', 'common']);
  const nothing = t('common:nothing');
  return (
    <ScreenFrame
      figures={(['reported', 'closed', 'open', 'overdue'] as const).map((figure) => (
        <ScreenFigure
          key={figure}
          label={t(`screen:figure.${figure}`)}
          value={nothing}
          beside={t('screen:figure.yesterday', { value: nothing })}
        />
      ))}
      left={
        <>
          <ScreenPanel title={t('screen:panel.funnel')}>
            <StateView title={t('screen:empty.funnelTitle')} body={t('screen:empty.funnelBody')} />
          </ScreenPanel>
          <ScreenPanel title={t('screen:panel.overdue')}>
            <StateView title={t('screen:empty.overdueTitle')} body={t('screen:empty.overdueBody')} />
          </ScreenPanel>
        </>
      }
      map={<StateView title={t('screen:empty.mapTitle')} body={t('screen:empty.mapBody')} />}
      right={
        <>
          <ScreenPanel title={t('screen:panel.ranking')}>
            <StateView title={t('screen:empty.rankingTitle')} body={t('screen:empty.rankingBody')} />
          </ScreenPanel>
          <ScreenPanel title={t('screen:panel.trend')}>
            <StateView title={t('screen:empty.trendTitle')} body={t('screen:empty.trendBody')} />
          </ScreenPanel>
        </>
      }
      attention={t('screen:attention.none')}
    />
  );
}
