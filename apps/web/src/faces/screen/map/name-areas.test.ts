import { describe, expect, it } from 'vitest';
import type { AreaCollection } from '../../../ui/map/map-view-props.ts';
import { nameByParent } from './name-areas.ts';

function square(id: string, parentId: string | null, west: number): AreaCollection['features'][number] {
  const ring = [
    [west, 0],
    [west + 1, 0],
    [west + 1, 1],
    [west, 1],
    [west, 0],
  ];
  const properties = { id, name: `${id} itself`, parentId };
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

describe('nameByParent', () => {
  it('writes each name once, on the shape in the middle of its own', () => {
    const shapes = [square('a', 'p', 0), square('b', 'p', 1), square('c', 'p', 2), square('d', 'q', 9)];
    const named = nameByParent(
      { type: 'FeatureCollection', features: shapes },
      new Map([
        ['p', 'West'],
        ['q', 'East'],
      ]),
    );
    expect(named.features.map(({ properties }) => properties.name)).toEqual(['', 'West', '', 'East']);
    expect(named.features.map(({ properties }) => properties.id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves nameless what has no parent or whose parent is unknown', () => {
    const named = nameByParent(
      { type: 'FeatureCollection', features: [square('a', null, 0), square('b', 'p', 1)] },
      new Map(),
    );
    expect(named.features.map(({ properties }) => properties.name)).toEqual(['', '']);
  });
});
