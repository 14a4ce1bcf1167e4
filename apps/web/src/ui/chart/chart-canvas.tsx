import { BarChart, FunnelChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useElderMode } from '../elder-mode.ts';
import { usePalette } from '../use-dark.ts';
import { useFontReady } from '../use-font-ready.ts';
import styles from './chart-canvas.module.css';
import { type ChartSpec, chartOptions } from './chart-options.ts';

use([
  BarChart,
  FunnelChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
]);

export type ChartCanvasProps = {
  readonly label: string;
  readonly spec: ChartSpec;
  readonly onPick?: ((index: number) => void) | undefined;
};

/** The drawing itself; `Chart` loads this file when one is first wanted. */
export function ChartCanvas({ label, spec, onPick }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const palette = usePalette();
  const elder = useElderMode();
  // Measured with a missing font, labels would be cut off for good: the library remembers widths.
  const words = spec.categories.join('') + spec.series.map((each) => each.name).join('') + (spec.unit ?? '');
  const isFontReady = useFontReady(words, same) !== undefined;

  useEffect(() => {
    if (box.current === null || !isFontReady) return;
    const made = init(box.current);
    chart.current = made;
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [isFontReady]);

  // After every render: the size is read from the page, and elder mode changes it.
  useEffect(() => {
    if (box.current === null) return;
    const fontPx = Number.parseFloat(getComputedStyle(box.current).fontSize);
    chart.current?.setOption(chartOptions(spec, palette, fontPx, label), { notMerge: true });
  });

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null || !isFontReady || onPick === undefined) return;
    const listener = (event: { dataIndex?: number }): void => {
      if (event.dataIndex !== undefined) onPick(event.dataIndex);
    };
    drawn.on('click', listener);
    return () => {
      drawn.off('click', listener);
    };
  }, [onPick, isFontReady]);

  return <div ref={box} className={styles.canvas} role="img" aria-label={label} data-elder={elder} />;
}

function same(words: string): string {
  return words;
}
