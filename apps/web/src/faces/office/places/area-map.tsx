import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../../../ui/error-boundary.tsx';
import { Skeleton } from '../../../ui/state-views.tsx';
import type { AreaMapProps } from './area-map-canvas.tsx';

const Canvas = lazy(() => import('./area-map-canvas.tsx').then((file) => ({ default: file.AreaMapCanvas })));

/** Loads map and pen when the editor is first shown. */
export function AreaMap(props: AreaMapProps) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Skeleton shape="block" />}>
        <Canvas {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
