import { expect, test } from 'vitest';
import { buildStreet } from './build-street.ts';
import { asNeighbour } from './neighbour.ts';
import { neighbourCode } from './neighbour-names.ts';
import { distance, type Point } from './plane.ts';
import { toPlane } from './projection.ts';
import type { Street } from './types.ts';

const street = buildStreet(1);
const neighbour = asNeighbour(street);
const outline = (of: Street): Point[] => (of.areas[0]?.polygon.coordinates[0] ?? []).slice(1).map(toPlane);
const middle = (ring: readonly Point[]) => ring.reduce((sum, [x]) => sum + x, 0) / ring.length;

test('the neighbour is a site of its own: no code and no committee is the other’s', () => {
  expect(neighbour.areas[0]).toMatchObject({ code: neighbourCode, name: '源东街道', level: 1 });
  const codes = new Set(street.areas.map((area) => area.code));
  const names = new Set(street.areas.map((area) => area.name));
  expect(neighbour.areas.filter((area) => codes.has(area.code) || names.has(area.name))).toEqual([]);
  const addresses = new Set(street.buildings.map((building) => building.address));
  expect(neighbour.buildings).toHaveLength(street.buildings.length);
  expect(new Set(neighbour.buildings.map((building) => building.address)).size).toBe(street.buildings.length);
  // The border road keeps its name, and with it some of its numbers.
  const same = neighbour.buildings.filter((building) => addresses.has(building.address));
  expect(same.filter((building) => !building.address.startsWith('源深路'))).toEqual([]);
});

test('it lies east of the border road, no further off than that is wide', () => {
  const [ours, theirs] = [outline(street), outline(neighbour)];
  expect(middle(theirs)).toBeGreaterThan(Math.max(...ours.map(([x]) => x)));
  const nearest = Math.min(...ours.flatMap((p) => theirs.map((q) => distance(p, q))));
  expect(nearest).toBeLessThan(40);
});
