import { describe, expect, it } from 'vitest';
import { LIGHT } from '../palette.ts';
import { chartOptions } from './chart-options.ts';

describe('chartOptions', () => {
  it('keeps the steps of a funnel in their order, whatever their size', () => {
    const options = chartOptions(
      { kind: 'funnel', categories: ['发现', '受理'], series: [{ name: '件', values: [3, 9] }] },
      LIGHT,
      14,
      '今日六步',
    );
    expect(options).toMatchObject({
      series: [
        {
          sort: 'none',
          max: 9,
          data: [
            { name: '发现', value: 3 },
            { name: '受理', value: 9 },
          ],
        },
      ],
    });
  });

  it('leaves a gap where there is nothing to say and puts sideways bars top down', () => {
    const spec = { categories: ['一区', '二区'], series: [{ name: '率', values: [null, 80] }], unit: '%', max: 100 };
    const options = chartOptions({ kind: 'bar-sideways', ...spec }, LIGHT, 14, '按时率');
    expect(options).toMatchObject({
      yAxis: { type: 'category', inverse: true },
      xAxis: { max: 100 },
      series: [{ type: 'bar', data: [null, 80] }],
    });
  });
});
