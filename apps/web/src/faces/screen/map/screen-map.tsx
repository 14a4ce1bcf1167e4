import type { getScreen, OutputOf } from '@linli/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { officeRowsPath } from '../../../features/cases/case-filter-search.ts';
import { useListCaseTypes } from '../../../features/cases/list-case-types.ts';
import { useGetMap } from '../../../features/places/get-map.ts';
import { useReadText } from '../../../features/use-read-text.ts';
import type { AreaCollection, MapPoint, Picked, SceneryCollection } from '../../../ui/map/map-view-props.ts';
import { MapView } from '../../../ui/map-view.tsx';
import { Skeleton, StateView } from '../../../ui/state-views.tsx';
import { ProblemWords } from '../board/screen-problem.tsx';
import type { Arrival } from '../live/arrival.ts';
import { areaMiddle } from './area-middle.ts';
import { boxBeside } from './box-beside.ts';
import { FigureChoices } from './figure-choices.tsx';
import { mapScale } from './map-scale.ts';
import { MapScaleLegend } from './map-scale-legend.tsx';
import { nameByParent } from './name-areas.ts';
import styles from './screen-map.module.css';

/** So many micro-grids still bear their own names; of more only the areas above are named. */
const MOST_NAMED = 24;

type Screen = OutputOf<typeof getScreen>;

export type ScreenMapProps = {
  readonly screen: Screen;
  readonly arrivals: readonly Arrival[];
};

/** Micro-grids coloured by the chosen figure; new cases rise for some seconds with place and kind. */
export function ScreenMap({ screen, arrivals }: ScreenMapProps) {
  const { t } = useTranslation('screen');
  const readText = useReadText();
  const { data, error, isPending, refetch } = useGetMap({ level: 4, scenery: true }, { staleTimeMs: 900_000 });
  const { data: types } = useListCaseTypes({ for: 'all' }, { staleTimeMs: 900_000 });
  // The contract leaves GeoJSON open; `get-map` promises these properties in its summary.
  const all = data?.areas as AreaCollection | undefined;
  const scenery = (data?.scenery ?? undefined) as SceneryCollection | undefined;
  // As text, so that a new snapshot of the same places draws nothing anew.
  const ids = screen.map.areas.map(({ areaId }) => areaId).join();
  const names = JSON.stringify(screen.ranking.map(({ areaId, name }) => [areaId, name]).sort());
  const areas = useMemo<AreaCollection | undefined>(() => {
    const shown = new Set(ids.split(','));
    return all && { ...all, features: all.features.filter(({ properties }) => shown.has(properties.id)) };
  }, [all, ids]);
  const scale = useMemo(() => mapScale(screen.map.figure, screen.map.areas), [screen.map]);

  const placed = useMemo(() => {
    const byId = new Map(areas?.features.map((feature) => [feature.properties.id, feature]));
    return arrivals.flatMap((arrival) => {
      const feature = arrival.areaId === null ? undefined : byId.get(arrival.areaId);
      const at = arrival.at ?? (feature && areaMiddle(feature.geometry));
      if (feature === undefined || at === undefined) return []; // not in the area shown here
      const type = types?.types.find(({ definition }) => definition.code === arrival.typeCode)?.definition;
      const kind = type === undefined ? '' : readText(type.name);
      return [{ ...at, id: arrival.caseId, words: t('map.arrival', { place: feature.properties.name, kind }) }];
    });
  }, [areas, arrivals, types, readText, t]);

  const drawn = useMemo(() => {
    if (areas === undefined || areas.features.length <= MOST_NAMED) return areas;
    const pairs = JSON.parse(names) as [string, string][]; // made from pairs just above
    return nameByParent(areas, new Map(pairs.map(([id, name]) => [id, name.replace(/(?:居民区|商务区)$/u, '')])));
  }, [areas, names]);
  const box = useMemo(() => areas && boxBeside(areas), [areas]);

  const points = useMemo<readonly MapPoint[]>(
    () => [
      ...screen.latest.flatMap(({ caseId, lng, lat, state }): MapPoint[] =>
        lng === null || lat === null || placed.some(({ id }) => id === caseId)
          ? []
          : [{ id: caseId, kind: isDone(state) ? 'done' : 'open', lng, lat }],
      ),
      ...placed.map(({ id, lng, lat }): MapPoint => ({ id, kind: 'new', lng, lat })),
    ],
    [screen.latest, placed],
  );

  if (isPending) return <Skeleton shape="block" />;
  if (data === undefined) return <ProblemWords error={error} onRetry={() => void refetch()} />;
  if (areas === undefined || areas.features.length === 0) {
    return <StateView title={t('empty.mapTitle')} body={t('empty.mapBody')} />;
  }
  return (
    <div className={styles.map}>
      <MapView
        label={t('panel.map')}
        areas={drawn}
        scenery={scenery}
        points={points}
        callouts={placed}
        choropleth={scale}
        fit={box}
        onPick={openRows}
      />
      <FigureChoices chosen={screen.map.figure} />
      <MapScaleLegend figure={screen.map.figure} scale={scale} />
    </div>
  );
}

function isDone(state: string): boolean {
  return ['closed', 'declined', 'merged', 'void'].includes(state);
}

/** A case opens beside the inbox, an area opens to what is being done there. */
function openRows({ kind, id }: Picked): void {
  if (kind === 'point' && id !== undefined) openBeside(`/office/inbox?case=${id}`);
  if (kind === 'area' && id !== undefined) openBeside(officeRowsPath({ areaId: id, open: true }));
}

/** In a tab of its own: the wall stays where it is. */
function openBeside(path: string): void {
  window.open(path, '_blank', 'noopener');
}
