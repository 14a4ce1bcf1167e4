import { neighbourNames } from './neighbour-names.ts';
import { toPosition } from './projection.ts';
import { eastBoundary } from './skeleton.ts';
import type { Position, Street } from './types.ts';

const [north, south] = [eastBoundary[0], eastBoundary.at(-1)];
if (!north || !south) throw new Error('the street has no eastern edge');
const [northEnd, southEnd] = [toPosition(north), toPosition(south)];
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Half a turn about the middle of the eastern edge: the road there stays where it is and lies between the two. */
function turn([lng, lat]: Position): Position {
  return [round(northEnd[0] + southEnd[0] - lng), round(northEnd[1] + southEnd[1] - lat)];
}

/** The same plan on the other side of the border road, under invented names: a site of its own to share cases with. */
export function asNeighbour(street: Street): Street {
  const isPosition = (value: unknown[]): value is Position => value.length === 2 && value.every(Number.isFinite);
  const walk = (_: string, value: unknown): unknown =>
    Array.isArray(value) && isPosition(value) ? turn(value) : value;
  const renamed = neighbourNames.reduce(
    (text, [ours, theirs]) => text.replaceAll(ours, theirs),
    JSON.stringify(street),
  );
  const built = JSON.parse(renamed, walk) as Street;
  // What stands only once in a city does not stand here again.
  return { ...built, scenery: built.scenery.filter((item) => item.kind !== 'landmark') };
}
