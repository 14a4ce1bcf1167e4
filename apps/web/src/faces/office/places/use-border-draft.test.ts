import { describe, expect, it } from 'vitest';
import type { AreaCollection } from '../../../ui/map/map-view-props.ts';
import { shapeIn, siblingsIn, withDraft } from './use-border-draft.ts';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ] as [number, number][],
  ],
};
const properties = (id: string, parentId: string) => ({ id, name: id, parentId });
const areas: AreaCollection = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', geometry: square, properties: properties('a', 'p') },
    { type: 'Feature', geometry: square, properties: properties('b', 'q') },
  ],
};

describe('shapes of the draft', () => {
  it('leaves areas of another parent out of a redraw', () => {
    expect(siblingsIn(areas, 'p').features.map((each) => each.properties.id)).toEqual(['a']);
    expect(siblingsIn(areas, null).features).toEqual([]);
  });

  it('shows the draft in place of what is saved, and nothing else changes', () => {
    const moved = { ...square, coordinates: [[...(square.coordinates[0] ?? [])].reverse()] };
    const shown = withDraft(areas, new Map([['b', moved]]));
    expect(shapeIn(shown, 'b')).toEqual(moved);
    expect(shapeIn(shown, 'a')).toBe(square);
    expect(withDraft(areas, new Map())).toBe(areas);
  });
});
