import { describe, expect, it } from 'vitest';
import { mapScale } from './map-scale.ts';

const areas = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ areaId: `a${index}`, value, count: 1 }));

describe('mapScale', () => {
  it('lets one outlier not pale the others', () => {
    const scale = mapScale('open', areas([...Array.from({ length: 39 }, (_, i) => i % 4), 90]));
    expect(scale).toMatchObject({ low: 0, high: 3, tone: 'action' });
  });

  it('runs shares from half, or lower where one is, to all', () => {
    expect(mapScale('on-time', areas([0.8, 1]))).toMatchObject({ low: 0.5, high: 1 });
    expect(mapScale('satisfaction', areas([0.27, 1]))).toMatchObject({ low: 0.2, high: 1 });
  });

  it('leaves out what there is nothing to say of, and has a width even of nothing', () => {
    expect(mapScale('on-time', areas([null, 0.9])).values).toEqual({ a1: 0.9 });
    expect(mapScale('overdue', areas([0, 2])).values).toEqual({ a1: 2 });
    expect(mapScale('overdue', areas([0, 0]))).toMatchObject({ low: 0, high: 1 });
    expect(mapScale('overdue', [])).toMatchObject({ values: {}, low: 0, high: 1 });
  });
});
