import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetSession } from '../../../features/access/get-session.ts';
import { useGetScreen } from '../../../features/measures/get-screen.ts';
import { TileUrlContext } from '../../../ui/map/tile-url.ts';
import { Skeleton } from '../../../ui/state-views.tsx';
import { useLiveScreen } from '../live/use-live-screen.ts';
import { ScreenMap } from '../map/screen-map.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import type { MapFigureName } from '../screen-search.ts';
import { isSignedOut } from '../session/screen-gate.tsx';
import { AttentionLine } from './attention-line.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { OverduePanel } from './overdue-panel.tsx';
import { RankingPanel } from './ranking-panel.tsx';
import { ScreenProblem } from './screen-problem.tsx';
import { TopFigures } from './top-figures.tsx';
import { TrendPanel } from './trend-panel.tsx';

/** Without an event the figures are asked for all the same: midnight passes and deadlines run out unseen. */
const IDLE_REFETCH_MS = 30_000;
/** While history is being counted nobody wants to wait for the next turn. */
const COUNTING_REFETCH_MS = 2_000;

export type ScreenBoardProps = { readonly areaId: string | undefined; readonly figure: MapFigureName };

/** The wall: everything of one snapshot, kept fresh by the feed. */
export function ScreenBoard({ areaId, figure }: ScreenBoardProps) {
  const { t } = useTranslation('screen');
  const queries = useQueryClient();
  const { data: session } = useGetSession({});
  const { data, error, refetch } = useGetScreen(
    { mapFigure: figure, ...(areaId === undefined ? {} : { areaId }) },
    { keepPrevious: true, refetchIntervalMs: IDLE_REFETCH_MS },
  );
  useEffect(() => {
    if (data?.counting !== true) return;
    const timer = setTimeout(() => void refetch(), COUNTING_REFETCH_MS);
    return () => clearTimeout(timer);
  }, [data, refetch]);
  const live = useLiveScreen(data?.cursor);
  const signedOut = isSignedOut(error);
  useEffect(() => {
    if (signedOut) void queries.invalidateQueries({ queryKey: useGetSession.key() });
  }, [queries, signedOut]);

  if (data === undefined && error !== null) return <ScreenProblem error={error} onRetry={() => void refetch()} />;
  const isStale = error !== null || live.state === 'waiting';
  return (
    <ScreenFrame
      place={areaId === undefined ? (session?.siteName ?? '') : (data?.area.name ?? '')}
      staleSince={isStale ? data?.asOf : undefined}
      figures={<TopFigures figures={data?.counting === false ? data.figures : undefined} />}
      left={
        data === undefined ? (
          <Skeleton rows={8} />
        ) : (
          <>
            <FunnelPanel funnel={data.funnel} counting={data.counting} />
            {data.counting ? null : <OverduePanel overdue={data.overdue} />}
          </>
        )
      }
      map={
        data === undefined ? (
          <Skeleton shape="block" />
        ) : (
          <TileUrlContext value={session?.tileUrl ?? undefined}>
            <ScreenMap screen={data} arrivals={live.arrivals} />
          </TileUrlContext>
        )
      }
      right={
        data === undefined || data.counting ? (
          <Skeleton rows={8} />
        ) : (
          <>
            <RankingPanel ranking={data.ranking} />
            <TrendPanel trend={data.trend} areaId={data.area.id} />
          </>
        )
      }
      attention={
        data === undefined || data.counting ? (
          t(data === undefined ? 'attention.loading' : 'attention.counting')
        ) : (
          <AttentionLine attention={data.attention} />
        )
      }
    />
  );
}
