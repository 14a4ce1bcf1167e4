import type { EChartsCoreOption } from 'echarts/core';
import { FONT_STACK } from '../chinese-font.ts';
import type { Palette } from '../palette.ts';

export type SeriesTone = 'action' | 'good' | 'bad' | 'caution' | 'ink';

/** null is “nothing to say” (zero denominator), never 0. */
export type ChartSeries = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly tone?: SeriesTone | undefined;
  /** A line that is not solid tells two lines apart without colour. */
  readonly dashed?: boolean | undefined;
};

export type ChartSpec = {
  readonly kind: 'line' | 'bar' | 'bar-sideways' | 'funnel';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Words after a figure: 件, %. */
  readonly unit?: string | undefined;
  readonly max?: number | undefined;
};

const TONES = ['action', 'good', 'caution', 'bad'] as const;

/** The library's options for a spec; `fontPx` is the face's small size. */
export function chartOptions(spec: ChartSpec, palette: Palette, fontPx: number, label: string): EChartsCoreOption {
  const text = { color: palette.inkSoft, fontSize: fontPx, fontFamily: FONT_STACK };
  const common = {
    animationDuration: 300,
    aria: { enabled: true, label: { description: label } },
    textStyle: text,
    color: spec.series.map((each, index) => palette[each.tone ?? TONES[index % TONES.length] ?? 'action']),
    tooltip: {
      trigger: spec.kind === 'funnel' ? 'item' : 'axis',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { ...text, color: palette.ink },
      valueFormatter: (value: unknown) => (value === null || value === undefined ? '—' : `${value}${spec.unit ?? ''}`),
    },
    ...(spec.series.length > 1 ? { legend: { top: 0, right: 0, itemWidth: 18, textStyle: text } } : {}),
  };
  return spec.kind === 'funnel'
    ? { ...common, ...funnel(spec, palette, text) }
    : { ...common, ...axes(spec, palette, text) };
}

type Text = { readonly color: string; readonly fontSize: number; readonly fontFamily: string };

function axes(spec: ChartSpec, palette: Palette, text: Text): EChartsCoreOption {
  const isSideways = spec.kind === 'bar-sideways';
  const category = {
    type: 'category',
    data: spec.categories,
    inverse: isSideways,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: { ...text, color: palette.ink, hideOverlap: true },
  };
  const value = {
    type: 'value',
    ...(spec.max === undefined ? {} : { max: spec.max }),
    minInterval: 1,
    splitNumber: 3,
    splitLine: { show: !isSideways, lineStyle: { color: palette.line } },
    axisLabel: { ...text, show: !isSideways, formatter: `{value}${spec.unit ?? ''}` },
  };
  return {
    grid: {
      left: 4,
      right: isSideways ? text.fontSize * 3 : 12,
      top: spec.series.length > 1 ? text.fontSize * 2.4 : 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: isSideways ? value : category,
    yAxis: isSideways ? category : value,
    series: spec.series.map((each) =>
      spec.kind === 'line'
        ? {
            type: 'line',
            name: each.name,
            data: each.values,
            showSymbol: spec.categories.length < 15,
            symbolSize: 6,
            lineStyle: { width: 2.5, type: each.dashed === true ? 'dashed' : 'solid' },
          }
        : {
            type: 'bar',
            name: each.name,
            data: each.values,
            barMaxWidth: text.fontSize * 1.6,
            itemStyle: { borderRadius: isSideways ? [0, 3, 3, 0] : [3, 3, 0, 0] },
            label: {
              show: true,
              position: isSideways ? 'right' : 'top',
              ...text,
              color: palette.ink,
              formatter: `{c}${spec.unit ?? ''}`,
            },
          },
    ),
  };
}

/** Steps as centred bars in their given order: a step may hold more than the one before, and is not re-sorted. */
function funnel(spec: ChartSpec, palette: Palette, text: Text): EChartsCoreOption {
  const values = spec.series[0]?.values ?? [];
  const labels = spec.categories.map((name, index) => `${name} ${values[index] ?? 0}${spec.unit ?? ''}`);
  // Room for the longest label beside the widest step: a Chinese character is one em, nothing is wider.
  const roomPx = Math.max(...labels.map((label) => label.length)) * text.fontSize * 0.85;
  return {
    series: [
      {
        type: 'funnel',
        sort: 'none',
        gap: 4,
        top: 4,
        bottom: 4,
        left: roomPx,
        right: 8,
        minSize: '6%',
        max: Math.max(1, ...values.map((value) => value ?? 0)),
        label: { position: 'left', ...text, color: palette.ink, formatter: `{b} {c}${spec.unit ?? ''}` },
        labelLine: { show: false },
        itemStyle: { color: palette.action, borderWidth: 0 },
        data: spec.categories.map((name, index) => ({ name, value: values[index] ?? 0 })),
      },
    ],
  };
}
