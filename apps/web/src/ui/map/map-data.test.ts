import { describe, expect, it } from 'vitest';
import { boundsOf, boundsOfAreas, cornersOf, namePointsOf, pointFeatures } from './map-data.ts';
import type { AreaCollection } from './map-view-props.ts';

const square = (west: number, south: number, side: number): number[][] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

const areas: AreaCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { id: 'a', name: '一格' },
      geometry: { type: 'Polygon', coordinates: [square(121.5, 31.2, 0.002)] },
    },
    {
      type: 'Feature',
      properties: { id: 'b', name: '二格' },
      geometry: { type: 'MultiPolygon', coordinates: [[square(121.6, 31.2, 0.001)], [square(121.7, 31.3, 0.004)]] },
    },
  ],
};

describe('map data', () => {
  it('finds the box around all areas, and none around nothing', () => {
    const box = boundsOf(cornersOf(areas))?.map((degrees) => degrees.toFixed(6));
    expect(box).toEqual(['121.500000', '31.200000', '121.704000', '31.304000']);
    expect(boundsOf([])).toBeUndefined();
    expect(boundsOf([[]])).toBeUndefined();
  });

  it('finds the box around some areas', () => {
    const box = boundsOfAreas(areas, new Set(['a', 'elsewhere']))?.map((degrees) => degrees.toFixed(3));
    expect(box).toEqual(['121.500', '31.200', '121.502', '31.202']);
    expect(boundsOfAreas(areas, new Set())).toBeUndefined();
    expect(boundsOfAreas(undefined, new Set(['a']))).toBeUndefined();
  });

  it('puts one name in the middle of the largest part', () => {
    const names = namePointsOf(areas).features;
    expect(names.map((name) => name.properties.name)).toEqual(['一格', '二格']);
    expect(names[0]?.geometry.coordinates[0]).toBeCloseTo(121.501, 9);
    expect(names[1]?.geometry.coordinates[0]).toBeCloseTo(121.702, 9);
    expect(names[1]?.geometry.coordinates[1]).toBeCloseTo(31.302, 9);
  });

  it('keeps kind and label with a point', () => {
    const [feature] = pointFeatures([{ id: 'c1', kind: 'overdue', lng: 121.5, lat: 31.2 }]).features;
    expect(feature?.properties).toEqual({ id: 'c1', kind: 'overdue', label: '' });
  });
});
