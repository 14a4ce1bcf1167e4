import type { AreaGeometry, AreaView } from '@linli/contract';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGetArea } from '../../../features/places/get-area.ts';
import { boundsOf, cornersOf } from '../../../ui/map/map-data.ts';
import { Empty, Skeleton } from '../../../ui/state-views.tsx';
import { QueryProblem } from '../words/query-problem.tsx';
import { AreaFacts } from './area-facts.tsx';
import { AreaMap } from './area-map.tsx';
import type { ProblemShapes } from './area-map-canvas.tsx';
import { CheckPanel } from './check-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { MergePanel } from './merge-panel.tsx';
import styles from './places-page.module.css';
import type { Problem } from './problem.ts';
import { RedrawPanel } from './redraw-panel.tsx';
import { SplitPanel } from './split-panel.tsx';
import { shapeIn, siblingsIn, useBorderDraft, withDraft } from './use-border-draft.ts';
import type { Drawn, DrawTool, Line } from './use-draw.ts';
import { useStreetMap } from './use-street-map.ts';

export type AreaEditorProps = {
  readonly area: AreaView;
  readonly levels: readonly { level: number; label: string }[];
  readonly day: string | undefined;
  readonly mayEdit: boolean;
  readonly onChoose: (areaId: string) => void;
};

const tools = ['facts', 'redraw', 'split', 'merge', 'check', 'history'] as const;
type Tool = (typeof tools)[number];
const noProblems: readonly Problem[] = [];

/** One area on the map with what can be done to it: look, redraw, split, merge, check, history. */
export function AreaEditor({ area, levels, day, mayEdit, onChoose }: AreaEditorProps) {
  const { t } = useTranslation('places');
  const [tool, setTool] = useState<Tool>('facts');
  const [isReplacing, setReplacing] = useState(false);
  const [line, setLine] = useState<Line | null>(null);
  const [merging, setMerging] = useState<readonly string[]>([area.id]);
  const [problems, setProblems] = useState<readonly Problem[]>(noProblems);
  const draft = useBorderDraft();
  const shownLevel = Math.min(4, Math.max(2, area.level));
  const street = useStreetMap(shownLevel, day);
  const detail = useGetArea({ areaId: area.id });
  const drawn = useMemo(() => withDraft(street.areas, draft.changes), [street.areas, draft.changes]);
  const shapes = useMemo(() => problemShapes(problems), [problems]);
  const own = shapeIn(street.areas, area.id);
  const fit = own === undefined ? street.bounds : boxOf(own);
  const isLowest = area.level === 4;
  const offered = tools.filter(
    (each) =>
      each === 'facts' ||
      each === 'check' ||
      each === 'history' ||
      (mayEdit && area.level > 1 && (each === 'redraw' || isLowest)),
  );

  function penFor(): DrawTool {
    if (tool === 'split') return { kind: 'line' };
    if (tool !== 'redraw') return { kind: 'none' };
    if (isReplacing) return { kind: 'polygon' };
    return own === undefined ? { kind: 'polygon' } : { kind: 'corners', geometry: own, key: area.id };
  }
  function onDrawn(shape: Drawn): void {
    if (shape.type === 'LineString') setLine(shape);
    else if (isReplacing || own === undefined) draft.replace(area.id, shape);
    else if (street.areas !== undefined) draft.reshape(area.id, shape, siblingsIn(street.areas, area.parentId));
  }
  function onPick(areaId: string): void {
    if (tool !== 'merge') onChoose(areaId);
    else setMerging((before) => (before.includes(areaId) ? before.filter((id) => id !== areaId) : [...before, areaId]));
  }
  function change(next: Tool): void {
    setTool(next);
    setProblems(noProblems);
    setLine(null);
    setReplacing(false);
    setMerging([area.id]);
    draft.reset();
  }
  function finish(areaId: string): void {
    change('facts');
    onChoose(areaId);
  }

  return (
    <>
      <div className={styles.map}>
        <AreaMap
          label={t('map', { name: area.name })}
          areas={drawn}
          scenery={street.scenery}
          selectedAreaId={area.id}
          chosenIds={tool === 'merge' ? merging : []}
          problems={shapes}
          tool={penFor()}
          fit={fit}
          onPick={onPick}
          onDrawn={onDrawn}
        />
        {street.areas?.features.length === 0 ? (
          <div className={styles.noBorders}>
            <Empty title={t('noBorders.title')} body={t(mayEdit ? 'noBorders.body' : 'noBorders.look')} />
          </div>
        ) : null}
      </div>
      <section className={styles.panel} aria-label={t('panel', { name: area.name })}>
        <h2>{area.name}</h2>
        <Segmented<Tool>
          aria-label={t('tools')}
          value={tool}
          onChange={change}
          options={offered.map((value) => ({ value, label: t(`tool.${value}`) }))}
        />
        {detail.isPending ? <Skeleton rows={6} /> : null}
        {detail.error !== null && detail.data === undefined ? (
          <QueryProblem error={detail.error} onRetry={() => void detail.refetch()} />
        ) : null}
        {tool === 'facts' ? (
          <AreaFacts mayEdit={mayEdit} area={area} levels={levels} detail={detail.data} onChoose={onChoose} />
        ) : null}
        {tool === 'redraw' ? (
          <RedrawPanel
            area={area}
            draft={draft}
            areas={street.areas}
            isReplacing={isReplacing}
            onReplacing={(next) => {
              draft.reset();
              setReplacing(next);
            }}
            problems={problems}
            onProblems={setProblems}
            onDone={() => change('facts')}
          />
        ) : null}
        {tool === 'split' ? <SplitPanel area={area} line={line} onDone={finish} /> : null}
        {tool === 'merge' ? (
          <MergePanel area={area} areas={street.areas} chosen={merging} onChosen={setMerging} onDone={finish} />
        ) : null}
        {tool === 'check' ? <CheckPanel area={area} problems={problems} onProblems={setProblems} /> : null}
        {tool === 'history' ? <HistoryPanel detail={detail.data} onChoose={onChoose} /> : null}
      </section>
    </>
  );
}

function boxOf(shape: AreaGeometry) {
  const properties = { id: '', name: '' };
  return boundsOf(
    cornersOf({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: shape, properties }] }),
  );
}

function problemShapes(problems: readonly Problem[]): ProblemShapes {
  return {
    type: 'FeatureCollection',
    features: problems.flatMap(({ kind, geometry }) =>
      // The contract leaves the geometry open; the check answers GeoJSON or nothing.
      geometry === null || geometry === undefined
        ? []
        : [
            {
              type: 'Feature',
              geometry: geometry as ProblemShapes['features'][number]['geometry'],
              properties: { kind },
            },
          ],
    ),
  };
}
